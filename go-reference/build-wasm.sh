#!/bin/sh
# Builds cmd/trace for WASI with the toolchain that go.mod names: the same
# bytes on every machine and from every checkout.
#
#   ./build-wasm.sh [FILE]      the default is trace.wasm beside this script
#
# Three files of Go's own library are replaced for the build, none of which
# the listing imports; README.md says why, and what each saves.
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
GOTOOLCHAIN=$(sed -n 's/^toolchain //p' go.mod)
export GOTOOLCHAIN GOENV=off GOWORK=off GOOS=wasip1 GOARCH=wasm CGO_ENABLED=0
export GOEXPERIMENT=nogreenteagc

library=$(go env GOROOT)/src
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# edit NAME SCRIPT: a copy of runtime/NAME with one edit, which must apply.
edit() {
	sed "$2" "$library/runtime/$1" >"$work/$1"
	if cmp -s "$library/runtime/$1" "$work/$1"; then
		echo "build-wasm.sh: the edit of runtime/$1 no longer applies: look at $library/runtime/$1" >&2
		exit 1
	fi
}

# WASI's clock is unsigned. Read as signed, it can stand before 1970.
edit os_wasip1.go 's|return int64(time / 1000000000), int32(time % 1000000000)|sec, nsec = int64(time)/1000000000, int32(int64(time)%1000000000); if nsec < 0 { sec, nsec = sec-1, nsec+1000000000 }; return|'
# A panic no longer asks its value for String, which would keep time.Format.
edit panic.go '/case stringer:/{N;d;}'

cat >"$work/overlay.json" <<END
{"Replace": {
	"$library/internal/godebug/godebug.go": "$here/overlay/godebug/godebug.go",
	"$library/runtime/os_wasip1.go": "$work/os_wasip1.go",
	"$library/runtime/panic.go": "$work/panic.go"
}}
END

# -B leaves out bounds checks, but not in the listing's package. The native
# tests run the same code with them.
go build -trimpath -buildvcs=false -overlay "$work/overlay.json" \
	-ldflags='-s -w -buildid=' \
	-gcflags=all=-B -gcflags=github.com/astaxie/session/providers/memory= \
	-o "$out" ./cmd/trace
