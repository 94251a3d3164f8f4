#!/bin/sh
# Builds a Linux kernel that runs as a process, in virtual time, for `./tcpspec run --iut uml`: of Debian's kernel source,
# which it downloads (150 MB) and unpacks (1.7 GB) in a folder that it removes. Takes some five minutes on two processors.
# Usage: adapters/uml/build.sh [FOLDER]; by default where the kit looks for it. SOURCE=... names another package than
# linux-source-6.12, JOBS=... how many compilers at once.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
folder=${1:-${XDG_CACHE_HOME:-$HOME/.cache}/tcpspec/uml}
package=${SOURCE:-linux-source-6.12}
agent=$here/../netty/src/main/c/tcpspec-agent.c
init=$here/src/main/c/init.c

for program in gcc make flex bison bc cpio xz dpkg apt-get; do
    if ! command -v "$program" >/dev/null 2>&1; then
        echo "build.sh: $program is missing: apt-get install gcc make libc6-dev flex bison bc cpio xz-utils" >&2
        exit 3
    fi
done
if [ "$(uname -m)" != x86_64 ]; then
    echo "build.sh: user-mode Linux runs on x86-64 only, and this is $(uname -m)." >&2
    exit 3
fi

mkdir -p "$folder"
work=$(mktemp -d "${TMPDIR:-/tmp}/tcpspec-uml.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM HUP

# The kernel is built again only if it would be another one: its config and what is changed in its source decide.
kernel=$(grep -h -e ^CONFIG -e '^ *sed' "$here/kernel.config" "$0" | sha256sum | cut -c 1-16)-$package
if [ ! -x "$folder/linux" ] || [ "$(cat "$folder/kernel" 2>/dev/null)" != "$kernel" ]; then
    cd "$work"
    echo "$package: downloading ..."
    if ! apt-get download -q -o APT::Sandbox::User="$(id -un)" "$package" >/dev/null; then
        echo "build.sh: $package cannot be downloaded: apt-get update, or SOURCE=linux-source-..." >&2
        exit 3
    fi
    version=$(dpkg-deb -f ./*.deb Version)
    echo "$package $version: unpacking ..."
    dpkg -x ./*.deb . && rm ./*.deb
    mkdir source && tar -C source --strip-components 1 -xf usr/src/linux-source-*.tar.xz && rm -r usr
    cd source
    # Debian's tick. User-mode Linux has no option for it.
    sed -i '/^config HZ$/,/default/s/default 100/default 250/' arch/um/Kconfig
    # Registers of processors with AMX: without the room for them the kernel does not start there.
    sed -i 's/DEFINE_LONGS(HOST_FP_SIZE, 2696)/DEFINE_LONGS(HOST_FP_SIZE, 12288)/' arch/x86/um/user-offsets.c
    make -s ARCH=um allnoconfig KCONFIG_ALLCONFIG="$here/kernel.config" >/dev/null
    for option in $(grep -o '^CONFIG_[A-Z0-9_]*' "$here/kernel.config"); do
        if ! grep -q "^$option=" .config; then
            echo "build.sh: $package $version has no $option" >&2
            exit 3
        fi
    done
    echo "$package $version: compiling, some five minutes ..."
    if ! make -s ARCH=um -j "${JOBS:-$(nproc)}" linux >"$work/log" 2>&1; then
        tail -n 20 "$work/log" >&2
        exit 3
    fi
    strip -o "$work/linux" linux
    mv -f "$work/linux" "$folder/linux"
    printf '%s\n' "$version" >"$folder/version"
    printf '%s\n' "$kernel" >"$folder/kernel"
fi

mkdir "$work/root"
gcc -std=gnu99 -O2 -static -DTCPSPEC_DRIVEN -DLINE=262144 -DHANDLES=256 -o "$work/root/init" "$init" "$agent"
strip "$work/root/init"
(cd "$work/root" && find . | cpio -o -H newc --quiet >"$work/initrd")
mv -f "$work/initrd" "$folder/initrd"
cat "$here/kernel.config" "$init" "$agent" | sha256sum | cut -c 1-16 >"$folder/sources"
echo "$folder: Linux $(cat "$folder/version")"
