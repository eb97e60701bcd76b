#!/usr/bin/env bash
# SPDX-License-Identifier: AGPL-3.0-or-later
# Trunk’s last hook: lays beside the page the fonts, with their licences, so that it asks no other host for anything,
# the example, and the name by which the page finds its reader.
. "$(dirname "$0")/common.sh"

fonts="${TRUNK_STAGING_DIR:?this runs as a hook of trunk}/fonts"
mkdir -p "$fonts"
# The same list as in style/fonts.css: what the page uses, no more.
for subset in latin latin-ext; do
  for weight in 400 600 700; do
    cp "node_modules/@fontsource/titillium-web/files/titillium-web-$subset-$weight-normal.woff2" "$fonts/"
  done
  cp "node_modules/@fontsource/roboto-mono/files/roboto-mono-$subset-400-normal.woff2" "$fonts/"
done
cp node_modules/@fontsource/titillium-web/LICENSE "$fonts/titillium-web.LICENSE.txt"
cp node_modules/@fontsource/roboto-mono/LICENSE "$fonts/roboto-mono.LICENSE.txt"

# What speaks with the browser's database, for plans that a person wants kept.
cp node_modules/idb-keyval/dist/index.js "$TRUNK_STAGING_DIR/idb-keyval.js"
cp node_modules/idb-keyval/LICENCE "$TRUNK_STAGING_DIR/idb-keyval.LICENCE.txt"

# The example that the landing offers: a fictional municipality's plan, the same that the tests read.
cp tests/fixtures/comune-di-valdarco-2025.json "$TRUNK_STAGING_DIR/example.json"

# The files of the programs in workers change their names with their contents, as Trunk has it for the page's own: a
# browser that kept an older one must not read for a newer page.
cd "$TRUNK_STAGING_DIR"
build=$(cat reader.js traguardi-{reader,desk}{.js,_bg.wasm} | sha256sum | head -c 16)
for program in reader desk; do
  mv "traguardi-$program.js" "traguardi-$program-$build.js"
  mv "traguardi-${program}_bg.wasm" "traguardi-$program-${build}_bg.wasm"
done
sed -i "s|<meta name=\"traguardi:reader\" content=\"\">|<meta name=\"traguardi:reader\" content=\"$build\">|" index.html
grep -q "content=\"$build\"" index.html || fail "index.html has no place for the name of the workers."
