#!/usr/bin/env bash
# Sets up what is missing, then runs the gate with all its checks and tests.
#   bash packaging/test.sh [--slow | --frozen] [--no-coverage] [arguments for pytest]
# --slow adds long proofs, benchmarks, the frozen program and the packages; --frozen only the
# frozen program's smoke run. More: packaging/gate.py.
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

need_system "$PYTHON_NEEDS" "$WINDOW_NEEDS" "$SCREEN_NEEDS"
need_environment requirements-dev.lock
case " $* " in
    *" --slow "*) need_system "$FROZEN_NEEDS" "$SLOW_NEEDS" ;;
    *" --frozen "*) need_system "$FROZEN_NEEDS" ;;
esac
cd "$ROOT"
exec "$VENV/bin/python" packaging/gate.py "$@"
