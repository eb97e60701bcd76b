#!/usr/bin/env bash
# SPDX-License-Identifier: AGPL-3.0-or-later
# Every check, cheapest first: form, lints natively and for the page, native tests, the page's build, both browsers.
. "$(dirname "$0")/common.sh"

set_up() { need_page_tools && need_lints && need_browsers; }

step "Tools" set_up
step "Form (rustfmt)" cargo fmt --all --check
step "Lints, native (clippy)" cargo clippy "${LOCKED[@]}" --workspace --all-targets -- -D warnings
step "Lints, page (clippy)" cargo clippy "${LOCKED[@]}" --target wasm32-unknown-unknown --lib --bins -- -D warnings
step "Native tests" cargo test "${LOCKED[@]}"
step "Release page" script/build.sh
# A failure tells its story by itself, with a picture; the harness's backtrace would bury it.
export RUST_BACKTRACE=0
step "Browser tests (Chromium and Firefox)" cargo test "${LOCKED[@]}" -p traguardi-browser-tests
printf '  time: all: %d s\n' "$SECONDS"
