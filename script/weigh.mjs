// SPDX-License-Identifier: AGPL-3.0-or-later
// Says what the page weighs, raw and as a web server would send it, and refuses a page that has grown too heavy.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

// WebAssembly and JavaScript together, gzip. The page is what a phone must fetch before it can start; the reader is
// fetched once it has, while nobody waits, and is built for speed; the desk, which is seldom needed, after it. The aim is
// what the page should weigh; the limits are what each weighs at most today. They go up only with what the page can do, and
// then by what it costs: the reader's grew by 65 kB with people, findings and columns, which it prepares instead of the
// page; the page's by 170 kB with five more charts, views and steps, explanations, files to take away, figures kept from
// step to step, and by 20 with the table's grid and large plans that come in two pieces, of which the desk took 17, and by 30 with links: opened, shared, sealed, and figures that came alone. Most of
// that is to be won back. Plans beside the page, and plans kept in this browser, took 31, and the sitting 33: its slides, their order, and names covered in the page. The reader's grew by 55 kB more with the coder of links and the text that it has read before. A third of the desk reads texts, to tell before a link goes out what the other side will see.
// The desk grew by 120 kB with reports, which draw every chart and say every finding, and open data; the reader by 2 with
// opening reports again; the page by about 5 with asking for them and printing them. Covering names wherever a plan has
// them, counting likely people behind figures and telling what is to be looked at before took 22 of the desk and 6 of the page.
// Reading large files in halves, at twice the speed, took 48 of the reader, and the columns of facts 4 of the page and the desk.
// Telling the page only what differs, and of drawings first what is in the window, took 5 of the page.
const AIM_KB = 300;
const LIMIT_KB = { page: 716, reader: 536, desk: 561 };

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
const partOf = ({ name }) => ["reader", "desk"].find((part) => name.includes(part)) ?? "page";
const weights = Object.fromEntries(Object.keys(LIMIT_KB).map((part) => [part, sum(code.filter((file) => partOf(file) === part))]));
for (const [part, weight] of Object.entries(weights)) row(`the ${part}: WebAssembly and JavaScript`, weight);
row("everything in " + dist, sum(files));
for (const [part, { gzip }] of Object.entries(weights)) {
  if (gzip <= LIMIT_KB[part] * 1000) continue;
  console.error(`✘ The ${part} may weigh ${LIMIT_KB[part]} kB gzip, and weighs ${kB(gzip).trim()}.`);
  process.exitCode = 1;
}
// What a plan goes through can ask for nothing: all that it may call of the browser is there to tell of an error, and of the
// reader how far it is, in three numbers, to reader.js.
const harmless = /^__wb(g_(error|new|stack|progress)_[0-9a-f]+|g___wbindgen_throw_[0-9a-f]+|indgen_(throw|init_externref_table))$/;
for (const part of ["reader", "desk"]) {
  const program = files.find(({ name }) => name.includes(part) && name.endsWith(".wasm"));
  const calls = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(join(dist, program.name)))).map((call) => call.name);
  const others = calls.filter((name) => !harmless.test(name));
  if (others.length === 0) continue;
  console.error(`✘ The ${part} may only tell of errors and of its progress, and can call: ${others.join(", ")}.`);
  process.exitCode = 1;
}
const above = weights.page.gzip - AIM_KB * 1000;
if (above > 0) console.log(`  The aim for the page is ${AIM_KB} kB gzip; this is ${kB(above).trim()} above it.`);
