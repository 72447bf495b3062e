#!/bin/sh
# Builds cmd/trace for WASI with the toolchain that go.mod names: the same
# bytes on every machine and from every checkout.
#
#   ./build-wasm.sh [FILE]      the default is trace.wasm beside this script
#
# The program carries the texts of the listing and of session.go, and of every
# file of this project that it is built from the first 32 digits of the
# SHA-256. Beside FILE the script writes FILE.sha256, the sum of the program.
#
# Some files of Go's own library are replaced for the build, none of which the
# listing imports; README.md says why, and what each saves.
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

# edit FILE SCRIPT: a copy of a file of Go's library with one edit, which must
# apply.
edit() {
	copy=$work/$(basename "$1")
	sed "$2" "$library/$1" >"$copy"
	if cmp -s "$library/$1" "$copy"; then
		echo "build-wasm.sh: the edit of $1 no longer applies: look at $library/$1" >&2
		exit 1
	fi
}

# WASI's clock is unsigned. Read as signed, it can stand before 1970.
edit runtime/os_wasip1.go 's|return int64(time / 1000000000), int32(time % 1000000000)|sec, nsec = int64(time)/1000000000, int32(int64(time)%1000000000); if nsec < 0 { sec, nsec = sec-1, nsec+1000000000 }; return|'
# A panic no longer asks its value for String, which would keep time.Format.
edit runtime/panic.go '/case stringer:/{N;d;}'
# The error of a malformed number no longer quotes it, which would keep the
# tables of printable characters. cmd/trace never shows that error.
edit strconv/number.go 's|Quote(e.Num)|e.Num|'

cat >"$work/overlay.json" <<END
{"Replace": {
	"$library/embed/embed.go": "$here/overlay/embed/embed.go",
	"$library/internal/godebug/godebug.go": "$here/overlay/godebug/godebug.go",
	"$library/runtime/os_wasip1.go": "$work/os_wasip1.go",
	"$library/runtime/panic.go": "$work/panic.go",
	"$library/strconv/number.go": "$work/number.go"
}}
END

# Every file of this project that the program is built from, and its sum.
files=$(go list -deps -f '{{if not .Standard}}{{range .GoFiles}}{{$.Dir}}/{{.}}
{{end}}{{end}}' ./cmd/trace | sed "s|^$here/||")
sums=$(sha256sum go.mod build-wasm.sh overlay/*/*.go $files | LC_ALL=C sort -k2 |
	awk '{ printf "%s%s:%s", (NR > 1 ? ";" : ""), $2, substr($1, 1, 32) }')

# -B leaves out bounds checks, but not in the listing's package. The native
# tests run the same code with them.
go build -trimpath -buildvcs=false -overlay "$work/overlay.json" \
	-ldflags="-s -w -buildid= -X main.sums=$sums" \
	-gcflags=all=-B -gcflags=github.com/astaxie/session/providers/memory= \
	-o "$out" ./cmd/trace
(cd "$(dirname "$out")" && sha256sum "$(basename "$out")" >"$(basename "$out").sha256")
