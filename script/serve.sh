#!/usr/bin/env bash
# SPDX-License-Identifier: AGPL-3.0-or-later
# Builds the release page and shows it on this computer. PORT=9000 asks for another port than 8080.
. "$(dirname "$0")/common.sh"

script/build.sh
exec node script/serve.mjs dist
