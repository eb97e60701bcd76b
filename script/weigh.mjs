// SPDX-License-Identifier: AGPL-3.0-or-later
// Says what the page weighs, raw and as a web server would send it, and refuses a page that has grown too heavy.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

// WebAssembly and JavaScript together, gzip: what a phone must fetch before the page can start. The aim is what it should
// weigh; the limit is what it weighs at most today, so that it gets lighter on the way there. It was raised twice, from 352:
// when the page learnt to read what outcomes say, indicators and people, to change its method and to say what deserves a
// second look; and when findings became filters and every reading could be corrected.
const AIM_KB = 300;
const LIMIT_KB = 505;

const dist = process.argv[2] ?? "dist";
const kB = (bytes) => (bytes / 1000).toFixed(1).padStart(8) + " kB";
const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => {
    const bytes = readFileSync(join(entry.parentPath ?? entry.path, entry.name));
    return { name: entry.name, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
  });
const sum = (of) => of.reduce((total, file) => ({ raw: total.raw + file.raw, gzip: total.gzip + file.gzip }), { raw: 0, gzip: 0 });
const row = (label, { raw, gzip }) => console.log(`  ${label.padEnd(44)}${kB(raw)} raw ${kB(gzip)} gzip`);

const code = files.filter((file) => /\.(wasm|js)$/.test(file.name));
for (const file of code.sort((a, b) => b.raw - a.raw)) row(file.name, file);
const weight = sum(code);
row("WebAssembly and JavaScript", weight);
row("everything in " + dist, sum(files));
if (weight.gzip > LIMIT_KB * 1000) {
  console.error(`✘ WebAssembly and JavaScript together may weigh ${LIMIT_KB} kB gzip, and weigh ${kB(weight.gzip).trim()}.`);
  process.exit(1);
}
if (weight.gzip > AIM_KB * 1000) console.log(`  The aim is ${AIM_KB} kB gzip; this is ${kB(weight.gzip - AIM_KB * 1000).trim()} above it.`);
