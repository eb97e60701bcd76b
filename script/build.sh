#!/usr/bin/env bash
# SPDX-License-Identifier: AGPL-3.0-or-later
# Builds the release page into dist/, and weighs it.
. "$(dirname "$0")/common.sh"

need_page_tools
say "Building the page (release) into dist/"
# Trunk may not ask the network whether a newer Trunk exists; and when the code does not compile, the compiler's words
# are what helps, not a backtrace of Trunk.
TRUNK_SKIP_VERSION_CHECK=true NO_COLOR=true RUST_BACKTRACE=0 trunk build --release "${LOCKED[@]}"
node script/weigh.mjs dist
note "dist/ is the whole page: any folder of any static host will do."
