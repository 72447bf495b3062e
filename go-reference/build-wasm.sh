#!/bin/sh
# Builds cmd/trace for WASI: the same bytes on every machine and checkout that
# has the toolchain of go.mod.
#
#   ./build-wasm.sh [FILE]      the default is trace.wasm beside this script
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=${1:-$here/trace.wasm}
case $out in
/*) ;;
*) out=$PWD/$out ;;
esac
cd "$here"
# Nothing of the caller's settings may change the bytes.
unset GOFLAGS GOWASM GODEBUG GOFIPS140
GOENV=off GOWORK=off GOOS=wasip1 GOARCH=wasm CGO_ENABLED=0 GOEXPERIMENT=nogreenteagc \
	go build -trimpath -buildvcs=false -ldflags='-s -w -buildid=' -o "$out" ./cmd/trace
