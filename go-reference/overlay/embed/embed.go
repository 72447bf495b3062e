// Package embed replaces Go's embed in trace.wasm; see build-wasm.sh. The
// compiler embeds a text without code from this package. Go's own version would
// link in package io/fs and cost 2 KB.
package embed
