#!/usr/bin/env bash
# SPDX-License-Identifier: AGPL-3.0-or-later
# Licences, duplicate or banned crates, where crates come from, and known vulnerabilities (deny.toml says what is allowed).
. "$(dirname "$0")/common.sh"

need_rust
cargo_tool cargo-deny cargo-deny "$CARGO_DENY_VERSION" "checks licences and advisories" --locked
rm -rf .tools/target
step "Licences, bans, sources" cargo-deny --workspace check --hide-inclusion-graph licenses bans sources
say "Advisories"
# The database of advisories is a repository elsewhere, which not every office reaches.
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if cargo-deny --workspace fetch db >"$log" 2>&1 </dev/null; then
  cargo-deny --workspace check --disable-fetch advisories
else
  tail -n 3 "$log"
  note "The advisory database could not be fetched: known vulnerabilities were NOT checked. The rest was."
fi
