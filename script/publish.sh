#!/usr/bin/env bash
# SPDX-License-Identifier: AGPL-3.0-or-later
# Lays plans beside the page in site/, ready for any static host. PLAN names one file, or several with spaces between.
. "$(dirname "$0")/common.sh"

[ -n "${PLAN:-}" ] || fail "Which plan?" "make publish PLAN=relazione-2021.txt" "Several: make publish PLAN='2024.json 2025.json'. Names of people stay out, unless LEVEL=full."
plans=("$PLAN")
# A name with spaces in it is one file; several names are several.
[ -f "$PLAN" ] || read -r -a plans <<<"$PLAN"
for plan in "${plans[@]}"; do [ -f "$plan" ] || fail "There is no file $plan."; done
options=(--page dist --site "${SITE:-site}" --level "${LEVEL:-no-names}")
[ "${REPLACE:-}" != yes ] || options+=(--replace)

script/build.sh
say "Publishing into ${SITE:-site}/"
cargo run "${LOCKED[@]}" --quiet -p traguardi-publish -- "${options[@]}" "${plans[@]}"
