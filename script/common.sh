# SPDX-License-Identifier: AGPL-3.0-or-later
# What every script here shares: the exact versions, plain words on the terminal, and set-up that is done once.
# Sourced, never run. Everything installed for the project stays under .tools/ and node_modules/, which git ignores;
# only browsers and a C linker come from the system's packages, and only when they are missing.
# shellcheck shell=bash
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

RUST_VERSION=1.95.0
TRUNK_VERSION=0.21.14
WASM_BINDGEN_VERSION=0.2.130
GECKODRIVER_VERSION=0.37.1
CARGO_DENY_VERSION=0.20.2
NODE_AT_LEAST=18

# Ours first, so that a tool of another version elsewhere on the machine is never picked up by chance.
export PATH="$PWD/.tools/bin:$PWD/node_modules/.bin:$PATH"
# In CI nobody is there to notice that a lock file changed: it must be right as committed.
LOCKED=()
[ -z "${CI:-}" ] || LOCKED=(--locked)
export CARGO_TERM_PROGRESS_WHEN="${CARGO_TERM_PROGRESS_WHEN:-auto}"

BOLD='' RED='' PLAIN=''
if [ -t 1 ]; then BOLD=$'\033[1m' RED=$'\033[1;31m' PLAIN=$'\033[0m'; fi
say() { printf '%s▸ %s%s\n' "$BOLD" "$*" "$PLAIN"; }
note() { printf '  %s\n' "$*"; }
fail() {
  printf '%s✘ %s%s\n' "$RED" "$1" "$PLAIN" >&2
  shift
  for line in "$@"; do printf '  %s\n' "$line" >&2; done
  exit 1
}
have() { command -v "$1" >/dev/null 2>&1; }

# step NAME COMMAND…: runs it, and says how long it took.
step() {
  local name=$1 began=$SECONDS code=0
  shift
  say "$name"
  "$@" || code=$?
  if [ "$code" -ne 0 ]; then
    printf '%s✘ %s failed after %d s%s\n' "$RED" "$name" "$((SECONDS - began))" "$PLAIN" >&2
    exit "$code"
  fi
  printf '  time: %s: %d s\n' "$name" "$((SECONDS - began))"
}

# debian PACKAGE…: installs Debian packages, or names them for whoever can.
debian() {
  local root=()
  have apt-get || fail "Missing from this machine: $*" "These are names of Debian packages; this system has no apt-get. Install their like by hand and run this again."
  if [ "$(id -u)" -ne 0 ]; then
    if have sudo && sudo -n true 2>/dev/null; then root=(sudo -n)
    elif have sudo && [ -t 0 ]; then root=(sudo)
    else fail "Missing from this machine: $*" "Neither root nor sudo is to be had here. Ask someone who may to run:" "    apt-get install $*"; fi
  fi
  say "Installing Debian packages: $*"
  "${root[@]}" apt-get update -qq </dev/null || note "the list of packages could not be refreshed; going on with the one that is here"
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" </dev/null \
    || fail "Debian packages could not be installed: $*" "See the lines above for the reason; install them by hand and run this again."
}

# Rust, exactly the version that rust-toolchain.toml names, with the wasm target.
need_rust() {
  have cargo || fail "Rust is missing." "Install rustup (https://rustup.rs), then run this again."
  have cc || debian gcc libc6-dev
  if ! have rustup; then
    rustc --version | grep -q "^rustc $RUST_VERSION " || fail "rustc $RUST_VERSION is needed; found $(rustc --version)." "Install rustup (https://rustup.rs), which brings the right one."
    return
  fi
  if [ -z "${RUSTUP_TOOLCHAIN:-}" ] && ! rustup toolchain list | grep -q "^$RUST_VERSION-"; then
    if rustup run stable rustc --version 2>/dev/null | grep -q "^rustc $RUST_VERSION "; then
      # The very compiler that is wanted, under another name: no need to fetch it again.
      export RUSTUP_TOOLCHAIN=stable
    else
      say "Installing Rust $RUST_VERSION, the version this project is built and tested with"
      rustup toolchain install "$RUST_VERSION" --profile minimal --component rustfmt --component clippy \
        || fail "Rust $RUST_VERSION could not be installed." "Try: rustup toolchain install $RUST_VERSION"
    fi
  fi
  if ! rustup target list --installed | grep -qx wasm32-unknown-unknown; then
    say "Adding Rust's WebAssembly target"
    rustup target add wasm32-unknown-unknown || fail "The target wasm32-unknown-unknown could not be added." "Try: rustup target add wasm32-unknown-unknown"
  fi
}

# rustfmt and clippy, for the tests only.
need_lints() {
  if ! cargo fmt --version >/dev/null 2>&1 || ! cargo clippy --version >/dev/null 2>&1; then
    say "Adding rustfmt and clippy"
    rustup component add rustfmt clippy || fail "rustfmt and clippy could not be added." "Try: rustup component add rustfmt clippy"
  fi
}

# cargo_tool BINARY CRATE VERSION WHY [FLAG…]: a tool in exactly this version, compiled into .tools/.
cargo_tool() {
  local binary=$1 crate=$2 version=$3 why=$4
  shift 4
  if [ -x ".tools/bin/$binary" ] && ".tools/bin/$binary" --version 2>/dev/null | head -n 1 | grep -qF " $version"; then return; fi
  say "Compiling $crate $version into .tools/ ($why); once, some minutes"
  # A tool that runs for a second need not be fast itself: the least optimisation that keeps it brisk halves the wait.
  CARGO_TARGET_DIR="$PWD/.tools/target" CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=0 \
    cargo install "$crate" --version "=$version" --root .tools --force "$@" </dev/null \
    || fail "$crate $version could not be installed." "It is needed for: $why." "Is the crates registry reachable? Try: cargo install $crate --version $version --root .tools"
}

# What npm brings, exactly as package-lock.json has it.
need_npm() {
  have node && have npm || fail "Node.js is missing." "Install Node.js $NODE_AT_LEAST or newer, with npm (Debian: apt-get install nodejs npm), and run this again."
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge "$NODE_AT_LEAST" ] || fail "Node.js $NODE_AT_LEAST or newer is needed; found $(node --version)."
  if [ -d node_modules ] && cmp -s package-lock.json node_modules/.traguardi-lock; then return; fi
  say "Fetching from npm into node_modules/: wasm-opt, fonts, accessibility checker, file server, database"
  npm ci --ignore-scripts --no-audit --no-fund </dev/null \
    || fail "npm could not install what package-lock.json names." "Is the npm registry reachable? Try: npm ci"
  cp package-lock.json node_modules/.traguardi-lock
}

# All that building the page takes.
need_page_tools() {
  need_rust
  need_npm
  cargo_tool trunk trunk "$TRUNK_VERSION" "puts the page together" --locked
  # Its lock file names a crate version that is no longer to be had, so this one goes without.
  cargo_tool wasm-bindgen wasm-bindgen-cli "$WASM_BINDGEN_VERSION" "writes the glue between page and WebAssembly"
  rm -rf .tools/target
}

# All that driving both browsers takes.
need_browsers() {
  local missing=()
  [ -n "${TRAGUARDI_CHROMIUM:-}" ] || have chromium || missing+=(chromium)
  [ -n "${TRAGUARDI_CHROMEDRIVER:-}" ] || have chromedriver || missing+=(chromium-driver)
  [ -n "${TRAGUARDI_FIREFOX:-}" ] || have firefox-esr || have firefox || missing+=(firefox-esr)
  [ "${#missing[@]}" -eq 0 ] || debian "${missing[@]}"
  cargo_tool geckodriver geckodriver "$GECKODRIVER_VERSION" "lets the tests drive Firefox"
  rm -rf .tools/target
}
