#!/usr/bin/env bash
# Shows the till at work on a virtual screen: a whole sale, with pictures and slips in DIR.
#   bash packaging/demo.sh DIR
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

if [[ $# != 1 ]]; then
    say "Where to? bash packaging/demo.sh DIR"
    exit 2
fi
need_system "$PYTHON_NEEDS" "$WINDOW_NEEDS" "$SCREEN_NEEDS"
need_environment requirements-dev.lock
mkdir -p "$1"
target=$(cd "$1" && pwd)
cd "$ROOT"
PYTHONPATH=$ROOT exec "$VENV/bin/python" packaging/demo.py "$target"
