#!/usr/bin/env bash
# Sets up one till out of a list, without questions; for fifty tills, run it on each of them (by
# ssh, by your management tool, from the image's first start).
#   set_up_till.sh LIST.csv TILL SECRETS
# LIST.csv   till,store,manager,cashiers (names separated by blanks); see tills.csv
# SECRETS    a folder that only root can read: client-secret, and pin-NAME for each person
# PROVIDER_URL and CLIENT_ID must be set; POS_APP_HOME, POS_APP_PRINTER, COUNTRY, CURRENCY and
# LANGUAGE_CODE may be. Run it as the user who will use the till. Ends with what the doctor says:
# 0 when it can sell. It may be run again: what is there already is left as it is.
set -euo pipefail
[[ $# == 3 ]] || { echo "usage: set_up_till.sh LIST.csv TILL SECRETS" >&2; exit 2; }
list=$1 till=$2 secrets=$3 program=${POS_APP:-pos-app}
: "${PROVIDER_URL:?set it, with its version}" "${CLIENT_ID:?set it}"

row=$(grep -m 1 "^$till," "$list") || { echo "$till is not in $list" >&2; exit 2; }
IFS=, read -r _ store manager cashiers <<<"${row%$'\r'}"
people=("manager:$manager")
for name in $cashiers; do people+=("cashier:$name"); done
# Look before anything is made.
for file in client-secret "${people[@]/#*:/pin-}"; do
    [[ -r $secrets/$file ]] || { echo "$secrets/$file can't be read" >&2; exit 2; }
done

if listed=$("$program" cashier list 2>/dev/null); then
    echo "$till is set up already."
else
    listed=
    "$program" setup --store "$store" --till "$till" --country "${COUNTRY:-DE}" \
        --currency "${CURRENCY:-EUR}" --provider-url "$PROVIDER_URL" --client-id "$CLIENT_ID" \
        --language "${LANGUAGE_CODE:-de}" --secret-stdin <"$secrets/client-secret"
fi
for person in "${people[@]}"; do
    name=${person#*:}
    grep -q "^$name"$'\t' <<<"$listed" ||
        "$program" cashier add "$name" --role "${person%%:*}" --pin-stdin <"$secrets/pin-$name"
done
"$program" doctor
