#!/usr/bin/env bash
# Sets up what is missing, then runs the gate with all its checks and tests.
#   bash packaging/test.sh [--slow] [--no-coverage] [arguments for pytest]
# --slow adds long proofs, benchmarks and the frozen program. More: packaging/gate.py.
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

need_system "$PYTHON_NEEDS" "$WINDOW_NEEDS" "$SCREEN_NEEDS"
need_environment requirements-dev.lock
if [[ " $* " == *" --slow "* ]]; then
    need_system "$SLOW_NEEDS"
fi
cd "$ROOT"
exec "$VENV/bin/python" packaging/gate.py "$@"
