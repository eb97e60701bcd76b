// SPDX-License-Identifier: AGPL-3.0-or-later
// Starts the reader in a worker, hands it files and its answers to the page; or the desk, and hands it tasks. It never
// looks into any of them.
(() => {
  "use strict";
  // The part of the programs' file names that changes with their contents, which the page knows; and which program it is.
  const [, build, isDesk] = /^\?([0-9a-f]{16})(-desk)?$/.exec(location.search) ?? [];
  const program = `traguardi-${isDesk ? "desk" : "reader"}-${build}`;

  const ready = (async () => {
    const response = await fetch(`${program}_bg.wasm`);
    if (!response.ok) throw new Error(`${response.status} ${response.url}`);
    importScripts(`${program}.js`);
    // Instantiated from bytes: not every static host knows the type of WebAssembly.
    await wasm_bindgen({ module_or_path: await response.arrayBuffer() });
    // The page's Content-Security-Policy does not reach into a worker. What reads here can ask for nothing anyway
    // (script/weigh.mjs looks at all that it may call); and whatever could send or keep something is put away besides.
    const ways = ["fetch", "fetchLater", "XMLHttpRequest", "WebSocket", "WebSocketStream", "WebTransport", "EventSource", "importScripts", "Worker", "SharedWorker", "BroadcastChannel", "FontFace", "fonts", "caches", "indexedDB", "Notification", "cookieStore"];
    for (let place = globalThis; place; place = Object.getPrototypeOf(place))
      for (const way of ways)
        if (place === globalThis || Object.hasOwn(place, way)) Object.defineProperty(place, way, { value: undefined, writable: false, configurable: false });
    if (!isDesk) {
      // A browser compiles what is first called: done before anybody waits. The page rehearses on the answers.
      const answers = [];
      for (let head; (head = wasm_bindgen.rehearse(answers.length)); ) answers.push([head, ...objectives()]);
      postMessage(["rehearsed", answers]);
    }
    practise();
  })();

  // The objectives of what was read last, in parts, and where each of them ends.
  const objectives = () => {
    const parts = [];
    for (let part; (part = wasm_bindgen.part()); ) parts.push(part);
    return [parts, wasm_bindgen.ends()];
  };

  // Whether somebody waits: then the page is told how far the reader is, and nothing is done for exercise any more.
  let asked = false;
  globalThis.progress = (ofTexts, share, objectives) => {
    if (asked) postMessage(["progress", ofTexts, share, objectives]);
  };
  // What runs often enough is compiled again, to run several times faster: so often, but not for longer than two seconds,
  // in steps so short that a file need not wait.
  const practise = async () => {
    const end = performance.now() + 2000;
    for (let step = 0; step < (isDesk ? 8 : 250) && !asked && performance.now() < end; step++) {
      wasm_bindgen.practise(step);
      await new Promise((done) => setTimeout(done));
    }
  };
  // Said where whoever publishes the page can find it; the page knows only that there is no reader.
  const broken = (error) => {
    console.warn("Traguardi's reader:", error);
    postMessage(["broken"]);
  };
  ready.catch(broken);
  onmessageerror = () => broken("a message that is none");

  // Figures are shown before the texts are read that none of them needs: the page says when.
  const readOn = () => {
    try {
      const rest = wasm_bindgen.rest();
      postMessage(["rest", rest], rest ? [rest.buffer] : []);
    } catch (error) {
      broken(error);
    }
  };

  // The objectives of a plan that the page sends along come first, in parts, and then the task; nothing of either stays.
  const serve = async ({ data: [bytes, ends] }) => {
    asked = true;
    try {
      await ready;
      if (!ends) return wasm_bindgen.bring(bytes);
      const made = wasm_bindgen.serve(bytes, ends);
      if (!made) throw new Error("a task that is none");
      postMessage(["made", made], [made.buffer]);
    } catch (error) {
      broken(error);
    }
  };
  if (isDesk) return void (onmessage = serve);

  onmessage = async ({ data: [file, name] }) => {
    if (!file) return readOn();
    asked = true;
    let bytes;
    try {
      bytes = await file.arrayBuffer();
    } catch {
      return postMessage(["unreadable"]);
    }
    try {
      await ready;
      const head = wasm_bindgen.read(new Uint8Array(bytes), name);
      bytes = undefined;
      postMessage(["head", head], [head.buffer]);
      const [parts, ends] = objectives();
      postMessage(["read", parts, ends], [...parts, ends].map((piece) => piece.buffer));
    } catch (error) {
      // After a trap nothing in the reader answers any more: the page ends it.
      broken(error);
    }
  };
})();
