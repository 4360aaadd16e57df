# shellcheck shell=bash disable=SC2034
# Shared by start.sh, test.sh and demo.sh: everything that must be there before Python runs.
# Sourced, not run. Each step looks first and does nothing when it finds what it needs.

set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
VENV=$ROOT/.venv
export LC_ALL=C.UTF-8

say() { printf '%s\n' "$*" >&2; }

# What is looked for, and the Debian or Ubuntu package that brings it. Libraries are looked for by
# the name the loader uses, because packages are called differently in each release.
PYTHON_NEEDS="
python:ensurepip            python3-venv
"
WINDOW_NEEDS="
lib:libglib-2.0.so.0        libglib2.0-0
lib:libEGL.so.1             libegl1
lib:libGL.so.1              libgl1
lib:libdbus-1.so.3          libdbus-1-3
lib:libfontconfig.so.1      libfontconfig1
lib:libxkbcommon.so.0       libxkbcommon0
lib:libxcb-cursor.so.0      libxcb-cursor0
lib:libxcb-icccm.so.4       libxcb-icccm4
lib:libxcb-keysyms.so.1     libxcb-keysyms1
lib:libxcb-shape.so.0       libxcb-shape0
lib:libxcb-xkb.so.1         libxcb-xkb1
lib:libxkbcommon-x11.so.0   libxkbcommon-x11-0
"
# The virtual screen, its buses, a mouse and keyboard, a decoder that is not ours, a wrong clock.
SCREEN_NEEDS="
tool:Xvfb                   xvfb
tool:openbox                openbox
tool:dbus-daemon            dbus-daemon
file:/usr/libexec/at-spi-bus-launcher   at-spi2-core
tool:xdotool                xdotool
tool:zbarimg                zbar-tools
tool:pdftoppm               poppler-utils
tool:faketime               faketime
"
# The frozen program.
FROZEN_NEEDS="
tool:objdump                binutils
libpython                   libpython3
"
# The proof that a key is on disk before the first byte leaves, a real queue, the installers.
SLOW_NEEDS="
tool:strace                 strace
file:/usr/sbin/cupsd        cups
tool:lp                     cups-client
tool:makensis               nsis
tool:desktop-file-validate  desktop-file-utils
"

# Prints the packages for what is missing of the list in $1.
missing_packages() {
    local libraries what package
    libraries=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null || true)
    while read -r what package; do
        case $what in
            '') continue ;;
            lib:*) [[ $libraries == *"${what#lib:}"* ]] && continue ;;
            tool:*) command -v "${what#tool:}" >/dev/null && continue ;;
            file:*) [[ -e ${what#file:} ]] && continue ;;
            python:*) find_python >/dev/null && continue ;;
            libpython)
                package=libpython$("$VENV/bin/python" -c \
                    'import sys; print("%d.%d" % sys.version_info[:2])')
                has_shared_python && continue ;;
        esac
        printf '%s ' "$package"
    done <<<"$1"
}

# Installs what is missing of the lists given; without root it names the command and stops.
need_system() {
    local packages
    packages=$(missing_packages "$(printf '%s\n' "$@")")
    [[ -z $packages ]] && return
    if ! command -v apt-get >/dev/null; then
        say "Missing on this system (Debian's names): $packages"
        exit 1
    fi
    if [[ $(id -u) != 0 ]]; then
        say "Please run this first, then try again:"
        say "    sudo apt-get install --no-install-recommends $packages"
        exit 1
    fi
    say "Installing system packages: $packages"
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086
    apt-get install -qq --yes --no-install-recommends $packages >/dev/null 2>&1 ||
        { apt-get update -qq && apt-get install -qq --yes --no-install-recommends $packages >/dev/null; }
}

# Prints a Python that is new enough and can make environments.
find_python() {
    local candidate
    for candidate in "${POS_APP_PYTHON:-python3}" python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' \
            2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

has_shared_python() {
    "$VENV/bin/python" - <<'PYTHON'
import ctypes, os, sys, sysconfig
name = sysconfig.get_config_var("INSTSONAME") or ""
places = [sysconfig.get_config_var("LIBDIR") or "", sys.base_prefix + "/lib", ""]
for place in places if ".so" in name else []:
    try:
        ctypes.CDLL(os.path.join(place, name))
    except OSError:
        continue
    sys.exit(0)
sys.exit(1)
PYTHON
}

# Makes .venv hold exactly what the lock in $1 says, and the checkout itself. What the lock for
# tests names also serves the program, so that the two scripts don't take turns in installing.
need_environment() {
    local lock=$1 python program tests stamp=$VENV/installed-from
    program="program $(fingerprint requirements.lock)"
    tests="tests $(fingerprint requirements-dev.lock)"
    local wanted=$program
    [[ $lock == requirements-dev.lock ]] && wanted=$tests
    if [[ -x $VENV/bin/pos-app ]] && grep -qxF -- "$wanted" "$stamp" 2>/dev/null &&
        grep -qxF -- "root $ROOT" "$stamp" && "$VENV/bin/python" -c ''; then
        return
    fi
    if ! "$VENV/bin/python" -c '' 2>/dev/null ||
        { [[ -s $stamp ]] && ! grep -qxF -- "root $ROOT" "$stamp"; }; then
        # There is none, its Python is gone, or the folder was copied from elsewhere.
        python=$(find_python) || {
            say "Python 3.11 or newer is needed; POS_APP_PYTHON=... may name one."
            exit 1
        }
        "$python" -m venv --clear "$VENV"
    fi
    say "Installing what $lock names into .venv"
    rm -f "$stamp"
    run_pip install --require-hashes --only-binary :all: -r "$ROOT/$lock"
    run_pip install --no-deps --no-build-isolation --editable "$ROOT"
    {
        printf 'root %s\n%s\n' "$ROOT" "$program"
        [[ $wanted == "$program" ]] || printf '%s\n' "$tests"
    } >"$stamp"
}

# What an environment made from the lock in $1 depends on.
fingerprint() {
    (cd "$ROOT" && cat "$1" pyproject.toml pos_app/__init__.py | sha256sum)
}

# pip, quietly: what it says is shown only when it fails.
run_pip() {
    local report
    report=$(mktemp)
    if ! (cd "$ROOT" && "$VENV/bin/python" -m pip --disable-pip-version-check \
        --no-input --quiet "$@") >"$report" 2>&1; then
        cat "$report" >&2
        rm -f "$report"
        exit 1
    fi
    rm -f "$report"
}
