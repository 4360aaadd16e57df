#!/usr/bin/env bash
# Sets up what is missing and starts the till in training mode.
#   bash packaging/start.sh [arguments for pos-app instead of --training]
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

[[ $# -gt 0 ]] || set -- --training
# Commands (`doctor`, `setup`, ...) and these two options need no screen.
window=yes
case $1 in
    --version | --help | -h) window= ;;
    -*) ;;
    *) window= ;;
esac

if [[ $window ]]; then
    need_system "$PYTHON_NEEDS" "$WINDOW_NEEDS"
else
    need_system "$PYTHON_NEEDS"
fi
need_environment requirements.lock
if [[ $window && -z ${DISPLAY:-}${WAYLAND_DISPLAY:-} && $(uname) == Linux &&
    ${QT_QPA_PLATFORM:-xcb} != offscreen ]]; then
    say "There is no display here; to watch the same window do a whole sale, run:" \
        "bash packaging/demo.sh DIR"
    exit 1
fi
exec "$VENV/bin/pos-app" "$@"
