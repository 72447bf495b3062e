#!/bin/sh
# Builds cmd/trace for WASI with the Go toolchain that go.mod names. The
# program has the same bytes on every machine and from every checkout.
#
#   ./build-wasm.sh [FILE]      the default is trace.wasm beside this script
#
# The program contains the texts of the listing and of session.go. It also
# contains the first 32 digits of the SHA-256 of each file of this project that
# it is built from. The script writes the SHA-256 of the program to
# FILE.sha256.
#
# The build replaces some files of Go's standard library. The listing imports
# none of them. README.md gives the reason and the bytes saved for each.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=${1:-$here/trace.wasm}
case $out in
/*) ;;
*) out=$PWD/$out ;;
esac
cd "$here"

# The caller's settings would change the bytes, so remove them.
unset GOFLAGS GOWASM GODEBUG GOFIPS140
GOTOOLCHAIN=$(sed -n 's/^toolchain //p' go.mod)
export GOTOOLCHAIN GOENV=off GOWORK=off GOOS=wasip1 GOARCH=wasm CGO_ENABLED=0
export GOEXPERIMENT=nogreenteagc

library=$(go env GOROOT)/src
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# edit FILE SCRIPT: copies a file of Go's library and applies a sed script to
# the copy. It fails if the script changes nothing, which shows that a new Go
# version has other code there.
edit() {
	copy=$work/$(basename "$1")
	sed "$2" "$library/$1" >"$copy"
	if cmp -s "$library/$1" "$copy"; then
		echo "build-wasm.sh: the edit of $1 changed nothing; compare its sed script with $library/$1" >&2
		exit 1
	fi
}

# WASI returns the time as an unsigned number. The host encodes a time before
# 1970 in two's complement, so the number must be read as signed.
edit runtime/os_wasip1.go 's|return int64(time / 1000000000), int32(time % 1000000000)|sec, nsec = int64(time)/1000000000, int32(int64(time)%1000000000); if nsec < 0 { sec, nsec = sec-1, nsec+1000000000 }; return|'
# Without this case, a panic does not call String on its value. The call would
# link in time.Format.
edit runtime/panic.go '/case stringer:/{N;d;}'
# Without this call, the error for a malformed number does not quote it. The
# call would link in the tables of printable characters. cmd/trace never shows
# that error.
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

# The files of this project that the program is built from, as FILE:SUM;...
# Each SUM is the first 32 digits of the SHA-256.
files=$(go list -deps -f '{{if not .Standard}}{{range .GoFiles}}{{$.Dir}}/{{.}}
{{end}}{{end}}' ./cmd/trace | sed "s|^$here/||")
sums=$(sha256sum go.mod build-wasm.sh overlay/*/*.go $files | LC_ALL=C sort -k2 |
	awk '{ printf "%s%s:%s", (NR > 1 ? ";" : ""), $2, substr($1, 1, 32) }')

# -B removes the bounds checks, except in the packages of the providers. The
# native tests run the same code with bounds checks.
go build -trimpath -buildvcs=false -overlay "$work/overlay.json" \
	-ldflags="-s -w -buildid= -X main.sums=$sums" \
	-gcflags=all=-B -gcflags=github.com/astaxie/session/providers/...= \
	-o "$out" ./cmd/trace
# The seal is a custom section with the SHA-256 of all bytes before it. Whoever
# runs the program checks the seal first, because damaged code may never end.
printf '\0\105\4seal%s' "$(sha256sum "$out" | cut -c 1-64)" >>"$out"
(cd "$(dirname "$out")" && sha256sum "$(basename "$out")" >"$(basename "$out").sha256")
