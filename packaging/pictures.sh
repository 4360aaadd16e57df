#!/usr/bin/env bash
# Pictures of every screen: light, dark, high contrast; English, German; three sizes and 200 %.
#   bash packaging/pictures.sh DIR [--only=WORD]
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

if [[ $# == 0 || $1 == -* ]]; then
    say "Where to? bash packaging/pictures.sh DIR [--only=WORD]"
    exit 2
fi
need_system "$PYTHON_NEEDS" "$WINDOW_NEEDS"
need_environment requirements-dev.lock
mkdir -p "$1"
target=$(cd "$1" && pwd)
cd "$ROOT"
PYTHONPATH=$ROOT exec "$VENV/bin/python" packaging/pictures.py "$target" "${@:2}"
