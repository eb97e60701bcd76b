#!/usr/bin/env bash
# SPDX-License-Identifier: AGPL-3.0-or-later
# Builds the release page into dist/, and weighs it.
. "$(dirname "$0")/common.sh"

need_page_tools
say "Building the page (release) into dist/"
# Erased components: every view of the page is one type to the compiler, which saves a tenth of the download. Remapped
# paths: the message of a panic names a file of the project or of a crate, never a folder of whoever built the page.
registry="${CARGO_HOME:-$HOME/.cargo}/registry/src"
export RUSTFLAGS="--cfg erase_components -C target-feature=+simd128 --remap-path-prefix=$PWD=. --remap-path-prefix=$registry=crates --remap-path-prefix=$(rustc --print sysroot)/lib/rustlib/src/rust=rust ${RUSTFLAGS:-}"
# Trunk may not ask the network whether a newer Trunk exists; and when the code does not compile, the compiler's words
# are what helps, not a backtrace of Trunk.
TRUNK_SKIP_VERSION_CHECK=true NO_COLOR=true RUST_BACKTRACE=0 trunk build --release "${LOCKED[@]}"
node script/weigh.mjs dist
note "dist/ is the whole page: any folder of any static host will do."
