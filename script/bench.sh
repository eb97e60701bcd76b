#!/usr/bin/env bash
# SPDX-License-Identifier: AGPL-3.0-or-later
# How fast the page is: native benches of the core, then the built page in headless Chromium.
#   make bench                    everything, on the project's own files
#   make bench FILE=plan.json     the page on a file of yours   (RUNS=9, CLICK='[data-filter="mission:01"]')
. "$(dirname "$0")/common.sh"

need_page_tools
need_browsers
if [ -z "${FILE:-}" ] && compgen -G 'benches/*.rs' >/dev/null; then cargo bench "${LOCKED[@]}"; fi
script/build.sh
files=()
if [ -n "${FILE:-}" ]; then files=("$FILE")
else
  # The reference document lies beside the project on its makers' machines, the example everywhere.
  for file in ../shared/reference/relazione-2021.txt tests/fixtures/*.json; do [ ! -f "$file" ] || files+=("$file"); done
fi
[ "${#files[@]}" -gt 0 ] || fail "No file to open the page with." "Name one: make bench FILE=plan.json"
for file in "${files[@]}"; do
  cargo run "${LOCKED[@]}" --quiet -p traguardi-browser-tests --bin bench-page -- "$file" "${RUNS:-7}" "${CLICK:-}"
done
