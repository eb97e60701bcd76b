// SPDX-License-Identifier: AGPL-3.0-or-later
// Shows dist/ on this computer only. The page needs no server of its own; browsers just refuse to start WebAssembly
// from a file on disk.
import { createServer } from "node:http";
import sirv from "sirv";

const wanted = Number(process.env.PORT || 8080);
if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65535) {
  console.error(`✘ PORT=${process.env.PORT} is not a port: a number from 1 to 65535 is.`);
  process.exit(1);
}
const files = sirv(process.argv[2] ?? "dist", { dev: true, etag: true });
const server = createServer((request, response) =>
  files(request, response, () => response.writeHead(404, { "content-type": "text/plain" }).end("Not found\n")),
);

let port = wanted;
server.on("error", (error) => {
  if (error.code !== "EADDRINUSE" || port >= wanted + 50) {
    console.error(`✘ The page cannot be served on port ${port}: ${error.message}. Another one: PORT=9000 make serve`);
    process.exit(1);
  }
  server.listen(++port, "127.0.0.1");
});
server.on("listening", () => {
  if (port !== wanted) console.log(`  Port ${wanted} is taken, so:`);
  console.log(`\n  Traguardi is at  http://127.0.0.1:${port}/   (Ctrl-C ends it)\n`);
});
server.listen(port, "127.0.0.1");
