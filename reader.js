// SPDX-License-Identifier: AGPL-3.0-or-later
// Starts the reader in a worker, hands it files and its answers to the page. It never looks into either.
(() => {
  "use strict";
  // The part of the reader's file names that changes with their contents, which the page knows.
  const build = location.search.slice(1);

  const ready = (async () => {
    const response = await fetch(`traguardi-reader-${build}_bg.wasm`);
    if (!response.ok) throw new Error(`${response.status} ${response.url}`);
    importScripts(`traguardi-reader-${build}.js`);
    // Instantiated from bytes: not every static host knows the type of WebAssembly.
    await wasm_bindgen({ module_or_path: await response.arrayBuffer() });
    // The page's Content-Security-Policy does not reach into a worker: here there is simply nothing left to send with.
    for (const way of ["fetch", "XMLHttpRequest", "WebSocket", "WebSocketStream", "WebTransport", "EventSource", "importScripts", "Worker", "BroadcastChannel"])
      Object.defineProperty(globalThis, way, { value: undefined, writable: false, configurable: false });
    // A browser compiles what is first called: done before anybody waits. The page rehearses on the answers.
    const answers = [];
    for (let answer; (answer = wasm_bindgen.rehearse(answers.length)); ) answers.push(answer);
    postMessage(["rehearsed", answers]);
  })();
  ready.catch((error) => postMessage(["broken", String(error)]));

  onmessage = async ({ data: [file, name] }) => {
    let bytes;
    try {
      bytes = await file.arrayBuffer();
    } catch {
      return postMessage(["unreadable"]);
    }
    try {
      await ready;
      const answer = wasm_bindgen.read(new Uint8Array(bytes), name);
      postMessage(["read", answer], [answer.buffer]);
    } catch (error) {
      // After a trap nothing in the reader answers any more: the page ends it.
      postMessage(["broken", String(error)]);
    }
  };
})();
