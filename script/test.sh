#!/usr/bin/env bash
# SPDX-License-Identifier: AGPL-3.0-or-later
# Every check, cheapest first: form, lints natively and for the page, what is tested, native tests, both browsers.
. "$(dirname "$0")/common.sh"

set_up() { need_page_tools && need_lints && need_browsers; }

# The page is built beside the tests: for most of its time it is at one program that a single core works on. Not beside
# tests that run: some watch the clock.
compile() {
  local code=0
  log=$(mktemp)
  # In a process group of its own, to be ended whole.
  set -m
  script/build.sh >"$log" 2>&1 </dev/null &
  page=$!
  set +m
  trap 'kill -- "-$page" 2>/dev/null || true; rm -f "$log"' EXIT
  cargo test "${LOCKED[@]}" --workspace --no-run || return
  wait "$page" || code=$?
  trap - EXIT
  cat "$log"
  rm -f "$log"
  return "$code"
}

step "Tools" set_up
step "Form (rustfmt)" cargo fmt --all --check
step "Lints, native (clippy)" cargo clippy "${LOCKED[@]}" --workspace --all-targets -- -D warnings
step "Lints, page (clippy)" cargo clippy "${LOCKED[@]}" --target wasm32-unknown-unknown --lib --bins -- -D warnings
step "Tests and release page, compiled" compile
# Of all tests those that no browser has part in, then the others: one selection of packages for both, and for the lints,
# so that nothing is compiled twice with other features.
step "Native tests" cargo test "${LOCKED[@]}" --workspace -- --skip ::chromium --skip ::firefox
# A failure tells its story by itself, with a picture; the harness's backtrace would bury it.
export RUST_BACKTRACE=0
step "Browser tests (Chromium and Firefox)" cargo test "${LOCKED[@]}" --workspace --test all -- ::chromium ::firefox
printf '  time: all: %d s\n' "$SECONDS"
