#!/usr/bin/env bash
# Writes requirements.lock and requirements-dev.lock: one version per library, for Linux and
# Windows and every Python the till supports, with the hashes of all its files.
#   bash packaging/lock.sh [--upgrade]
# Without arguments only what pyproject.toml demands changes. Local indexes and folders that pip
# may be told to use on this computer are left out on purpose.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
tool=$(mktemp -d)
trap 'rm -rf "$tool"' EXIT
python3 -m venv "$tool"
"$tool/bin/pip" install --quiet --disable-pip-version-check 'uv>=0.13'

compile() {
    env -u UV_INDEX -u UV_INDEX_URL -u UV_EXTRA_INDEX_URL -u UV_FIND_LINKS \
        "$tool/bin/uv" pip compile pyproject.toml --no-config --quiet --universal \
        --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
        --no-header --no-annotate --only-binary :all: --no-emit-build-options "$@"
}
compile --extra install --output-file requirements.lock "${@:1}"
compile --extra install --extra dev --constraint requirements.lock \
    --output-file requirements-dev.lock "${@:1}"
