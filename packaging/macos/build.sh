#!/usr/bin/env bash
# Builds the program on macOS and packs it into an archive with its sum.
#   bash packaging/macos/build.sh [--out DIR]
# SIGN_IDENTITY names a Developer ID certificate; with NOTARY_PROFILE (made once by
# `xcrun notarytool store-credentials`) the archive is sent to Apple as well. Without them
# nothing is signed, and macOS asks before the first start.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../setup.sh"
out=$ROOT/dist
[[ ${1:-} != --out ]] || out=$2
need_environment requirements-dev.lock
"$VENV/bin/python" "$ROOT/packaging/freeze.py" --out "$out"
version=$("$out/pos-app/pos-app" --version)
archive=$out/pos-app-${version#pos-app }-macos-$(uname -m).zip
if [[ ${SIGN_IDENTITY:-} ]]; then
    find "$out/pos-app" -type f \( -name '*.dylib' -o -name '*.so' -o -perm -u+x \) -print0 |
        xargs -0 codesign --force --timestamp --options runtime --sign "$SIGN_IDENTITY"
fi
(cd "$out" && ditto -c -k --keepParent pos-app "$archive")
if [[ ${NOTARY_PROFILE:-} ]]; then
    xcrun notarytool submit "$archive" --keychain-profile "$NOTARY_PROFILE" --wait
fi
(cd "$out" && shasum -a 256 "${archive##*/}" >SHA256SUMS)
echo "$archive"
