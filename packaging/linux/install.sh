#!/bin/sh
# Installs the gift card till from this folder, or removes it again. Sales, settings and backups
# are never touched.
#   ./install.sh [--prefix DIR] [--remove]
# Without --prefix: /usr/local as root, else .local in your home. A newer version goes over an
# older one in the same way.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
needs=@GLIBC@
remove=
if [ "$(id -u)" = 0 ]; then prefix=/usr/local; else prefix=$HOME/.local; fi
# The copy beside the program knows where it lies.
[ -x "$here/_internal/../pos-app" ] && prefix=$(cd "$here/../.." && pwd)

fail() {
    echo "install.sh: $*" >&2
    exit 1
}
while [ $# -gt 0 ]; do
    case $1 in
        --prefix) [ $# -gt 1 ] || fail "--prefix needs a folder"; prefix=$2; shift 2 ;;
        --remove) remove=yes; shift ;;
        *) fail "what is $1? Try: ./install.sh [--prefix DIR] [--remove]" ;;
    esac
done
case $prefix in /*) ;; *) prefix=$PWD/$prefix ;; esac
home=$prefix/lib/pos-app
share=$prefix/share

if [ -n "$(find /proc -maxdepth 2 -path '/proc/[0-9]*/exe' -lname "$home/*" 2>/dev/null)" ]; then
    fail "The till is running. Close it, then try again. Nothing was changed."
fi
files="bin/pos-app bin/pos-app-window share/applications/pos-app.desktop
    share/man/man1/pos-app.1.gz share/icons/hicolor/32x32/apps/pos-app.png
    share/icons/hicolor/64x64/apps/pos-app.png share/icons/hicolor/256x256/apps/pos-app.png
    share/icons/hicolor/scalable/apps/pos-app.svg"

if [ "$remove" ]; then
    [ -e "$home" ] || fail "There is no till below $prefix."
    for file in $files; do rm -f "$prefix/$file"; done
    rm -rf "$home" "$share/doc/pos-app"
    echo "Removed from $prefix. The shop's data was kept."
    exit 0
fi

has=$(getconf GNU_LIBC_VERSION 2>/dev/null || true)
has=${has#glibc }
if [ "${has%%.*}" != "${needs%%.*}" ] || [ "${has#*.}" -lt "${needs#*.}" ]; then
    fail "This system is too old: the program needs glibc $needs or newer (Debian 12," \
        "Ubuntu 24.04), and here is ${has:-none}. Nothing was changed."
fi
[ -d "$here/usr/lib/pos-app" ] || fail "The program is not beside this script."
mkdir -p "$prefix/bin" "$prefix/lib" "$share" || fail "$prefix can't be written."
rm -rf "$home.new"
cp -R "$here/usr/lib/pos-app" "$home.new"
cp "$here/install.sh" "$home.new/install.sh"
rm -rf "$home"
mv "$home.new" "$home"
cp -R "$here/usr/share/." "$share/"
for name in pos-app pos-app-window; do
    sed "s|^home=.*|home=\"$home\"|" "$here/usr/bin/pos-app" >"$prefix/bin/$name.new"
    chmod 755 "$prefix/bin/$name.new"
    mv "$prefix/bin/$name.new" "$prefix/bin/$name"
done
sed -i "s|^Exec=pos-app-window|Exec=\"$prefix/bin/pos-app-window\"|" \
    "$share/applications/pos-app.desktop"
missing=$(LD_LIBRARY_PATH=$home/_internal ldd "$home/_internal/PySide6/Qt/plugins/platforms/libqxcb.so" \
    "$home/_internal/PySide6/Qt/lib/libQt6Gui.so.6" 2>/dev/null |
    sed -n 's/^[[:space:]]*\([^ ]*\) => not found.*/\1/p' | sort -u | tr '\n' ' ')
if [ "$missing" ]; then
    echo "These libraries of your system are missing: $missing" >&2
    echo "On Debian and Ubuntu: apt-get install @PACKAGES@" >&2
    exit 1
fi
echo "Installed: $prefix/bin/pos-app. To remove it: $home/install.sh --remove"
