// Package embed stands in for Go's embed in trace.wasm, by way of
// build-wasm.sh. The compiler embeds a text without any code of this package;
// the real one brings package io/fs with it and costs 2 KB.
package embed
