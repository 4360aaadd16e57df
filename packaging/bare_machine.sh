#!/usr/bin/env bash
# Proves the README's two commands on a machine that has nothing: a fresh Debian or Ubuntu root
# made with debootstrap, the checkout copied in, `test.sh` and `demo.sh` run inside.
#   sudo bash packaging/bare_machine.sh [--suite bookworm] [--root DIR] [--keep] [test.sh's arguments]
# Prints how long each step took and how much disk it used. Needs root, debootstrap and rsync or
# tar. APT_MIRROR names a mirror; the package clients' settings of this computer (certificates,
# proxies, PIP_* variables and pip's configuration) are lent to the root.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
suite=bookworm root='' keep='' arguments=()
while [[ $# -gt 0 ]]; do
    case $1 in
        --suite) suite=$2; shift 2 ;;
        --root) root=$2; shift 2 ;;
        --keep) keep=yes; shift ;;
        *) arguments+=("$1"); shift ;;
    esac
done
[[ $(id -u) == 0 ]] || { echo "This needs root, for debootstrap and chroot." >&2; exit 1; }
command -v debootstrap >/dev/null || { echo "Please install debootstrap first." >&2; exit 1; }
root=${root:-$(mktemp -d /var/tmp/pos-app-bare.XXXXXX)}

certificates=${PIP_CERT:-${SSL_CERT_FILE:-}}

unmount() {
    local place
    for place in dev/shm dev/pts dev sys proc; do
        if mountpoint -q "$root/$place"; then umount "$root/$place"; fi
    done
}
finish() {
    unmount
    [[ $keep ]] || rm -rf --one-file-system "$root"
}
trap finish EXIT

report() { printf '%-42s %6s s %8s MB\n' "$1" "$2" "$(du -sxm "$root" | cut -f1)"; }
timed() {
    local what=$1 start=$SECONDS
    shift
    "$@"
    steps+=("$(report "$what" $((SECONDS - start)))")
}
steps=()

make_root() {
    [[ -e $root/etc/debian_version ]] && return
    debootstrap --variant=minbase "$suite" "$root" ${APT_MIRROR:+"$APT_MIRROR"} >/dev/null
}
lend_settings() {
    local file
    cp /etc/resolv.conf "$root/etc/resolv.conf"
    for file in /etc/apt/apt.conf /etc/apt/apt.conf.d/*proxy* /etc/pip.conf; do
        [[ -e $file ]] && install -D -m 644 "$file" "$root$file"
    done
    # Under a name of its own: installing ca-certificates would write over the usual one.
    if [[ -n $certificates ]]; then
        install -D -m 644 "$certificates" "$root/etc/ssl/lent.crt"
    fi
    # What an installer writes and debootstrap does not.
    printf '127.0.0.1 localhost\n::1 localhost\n' >"$root/etc/hosts"
    mount -t proc proc "$root/proc"
    mount -t sysfs -o ro sys "$root/sys"
    mount -t tmpfs -o mode=755 dev "$root/dev"
    mkdir -p "$root/dev/pts" "$root/dev/shm"
    for file in null zero full random urandom tty; do
        cp -a "/dev/$file" "$root/dev/$file"
    done
    ln -s /proc/self/fd "$root/dev/fd"
    mount -t devpts devpts "$root/dev/pts"
    mount -t tmpfs shm "$root/dev/shm"
}
copy_checkout() {
    rm -rf "$root/till"
    mkdir -p "$root/till"
    # What git knows, as it lies on disk now.
    (cd "$here" && git ls-files -z --cached --others --exclude-standard |
        tar --create --null --ignore-failed-read --files-from=- 2>/dev/null) |
        tar --extract --directory "$root/till"
}
inside() {
    local lent=() name
    for name in $(compgen -e); do
        case $name in
            PIP_INDEX_URL | PIP_EXTRA_INDEX_URL | PIP_DEFAULT_TIMEOUT | *_proxy | *_PROXY | CI)
                lent+=("$name=${!name}") ;;
        esac
    done
    [[ -z $certificates ]] || lent+=(PIP_CERT=/etc/ssl/lent.crt SSL_CERT_FILE=/etc/ssl/lent.crt)
    chroot "$root" /usr/bin/env -i HOME=/root TERM=dumb \
        PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "${lent[@]}" \
        bash -c "cd /till && $1"
}

timed "debootstrap $suite" make_root
unmount
lend_settings
copy_checkout
inside '! command -v python3' || echo "(this root has a Python already)"
# Without a display it sets up all the same, and says what to do.
timed "start.sh, first run" inside "! bash packaging/start.sh 2>start.txt && tail -n 1 start.txt"
inside "grep -q 'no display' start.txt && rm start.txt && test -x .venv/bin/pos-app"
timed "start.sh again" inside "bash packaging/start.sh --version"
timed "test.sh, first run" inside "bash packaging/test.sh ${arguments[*]}"
timed "set-up again" inside "bash packaging/test.sh --no-tests >/dev/null"
timed "the frozen program" inside "bash packaging/test.sh --no-tests --frozen"
timed "demo.sh" inside "bash packaging/demo.sh /demo"
inside "ls -l /demo /demo/slips; .venv/bin/pip list 2>/dev/null | wc -l"
printf '%s\n' "${steps[@]}"
