#!/bin/sh
# Builds gVisor's netstack as a library for `./tcpspec run --iut gvisor`, from Debian's packages alone.
# Usage: adapters/gvisor/build.sh [FILE]; by default where the kit looks for it.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
file=${1:-${XDG_CACHE_HOME:-$HOME/.cache}/tcpspec/libtcpspec-gvisor.so}
gopath=/usr/share/gocode

if ! command -v go >/dev/null 2>&1 || ! command -v gcc >/dev/null 2>&1 || [ ! -d "$gopath/src/gvisor.dev/gvisor/pkg/tcpip" ]; then
    echo "build.sh: Go, gcc or gVisor's sources are missing: apt-get install golang-go golang-gvisor-gvisor-dev gcc libc6-dev" >&2
    exit 3
fi
gvisor=$(dpkg-query -W -f '${Version}' golang-gvisor-gvisor-dev 2>/dev/null || echo unknown)

mkdir -p "$(dirname -- "$file")"
cd "$here/src/main/go"
source=$(cat clock.go main.go socket.go stack.go | sha256sum | cut -c 1-16)
trial=$(mktemp -d "$file.XXXXXX")
trap 'rm -rf "$trial"' EXIT
GO111MODULE=off GOFLAGS='' GOPROXY=off GOPATH=$gopath \
    go build -trimpath -buildmode=c-shared -ldflags "-s -w -X main.source=$source -X main.gvisor=$gvisor" -o "$trial/lib.so" .
mv -f "$trial/lib.so" "$file"
echo "$file: gVisor $gvisor"
