// SPDX-License-Identifier: AGPL-3.0-or-later
// Starts the reader in a worker, hands it files and its answers to the page; or the desk, and hands it tasks. It never
// looks into any of them. A reader has a second one beside it, in a worker of its own, which reads half of a large file.
(() => {
  "use strict";
  // The part of the programs' file names that changes with their contents, which the page knows; and which program it is.
  const [, build, isDesk] = /^\?([0-9a-f]{16})(-desk)?$/.exec(location.search) ?? [];
  const program = `traguardi-${isDesk ? "desk" : "reader"}-${build}`;
  const SECOND = "second";
  const isSecond = globalThis.name === SECOND;
  let second = isDesk || isSecond || !globalThis.Worker ? undefined : new Worker(location.href, { name: SECOND });
  // What is wrong with it is no error of this reader, which can do without.
  let failed = () => {};
  second?.addEventListener("error", (event) => {
    event.preventDefault();
    second = undefined;
    failed();
  });

  // The second reader is given the program of the first, compiled: what the first has practised, both can do.
  let give;
  const given = new Promise((done) => (give = done));
  const compiled = async () => {
    const response = await fetch(`${program}_bg.wasm`);
    if (!response.ok) throw new Error(`${response.status} ${response.url}`);
    // Compiled from bytes: not every static host knows the type of WebAssembly.
    return WebAssembly.compile(await response.arrayBuffer());
  };

  const ready = (async () => {
    const module = await (isSecond ? given : compiled());
    importScripts(`${program}.js`);
    await wasm_bindgen({ module_or_path: module });
    // The page's Content-Security-Policy does not reach into a worker. What reads here can ask for nothing anyway
    // (script/weigh.mjs looks at all that it may call); and whatever could send or keep something is put away besides.
    const ways = ["fetch", "fetchLater", "XMLHttpRequest", "WebSocket", "WebSocketStream", "WebTransport", "EventSource", "importScripts", "Worker", "SharedWorker", "BroadcastChannel", "FontFace", "fonts", "caches", "indexedDB", "Notification", "cookieStore"];
    for (let place = globalThis; place; place = Object.getPrototypeOf(place))
      for (const way of ways)
        if (place === globalThis || Object.hasOwn(place, way)) Object.defineProperty(place, way, { value: undefined, writable: false, configurable: false });
    if (isSecond) return;
    if (!isDesk) {
      second?.postMessage([module]);
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

  class Unreadable extends Error {}
  const bytesOf = async (file) => {
    try {
      return new Uint8Array(await file.arrayBuffer());
    } catch {
      throw new Unreadable();
    }
  };

  // A file of so many bytes is read in halves, and after one of so many a second reader ends, since the memory of
  // WebAssembly never shrinks; of the bytes at its middle both readers look at so many for the seam.
  const LARGE = 4e6;
  const LAST = 8e6;
  const SEEN = 65536;

  // Reads the second half of a file; the answer is empty where one reader has to read all of it.
  const readHalf = async ({ data: [module, turn, file, middle] }) => {
    if (module) return give(module);
    try {
      const [head, bytes] = await Promise.all([bytesOf(file.slice(0, SEEN)), bytesOf(file.slice(middle))]);
      await ready;
      const half = wasm_bindgen.second(head, bytes, SEEN);
      if (!half) return postMessage([turn]);
      const parts = [];
      for (let part; (part = wasm_bindgen.hand_over()); ) parts.unshift(part);
      postMessage([turn, half, parts], [half, ...parts].map((piece) => piece.buffer));
    } catch {
      postMessage([turn]);
    }
  };
  if (isSecond) return void (onmessage = readHalf);

  // Reads a file together with the second reader: the head of the answer; nothing where one has to read all of it.
  let turns = 0;
  const readInHalves = async (file, name) => {
    const turn = ++turns;
    const middle = Math.floor(file.size / 2);
    const answer = new Promise((done) => {
      second.onmessage = ({ data }) => data[0] === turn && done(data);
      second.onmessageerror = failed = () => done([]);
    });
    second.postMessage([undefined, turn, file, middle]);
    const bytes = await bytesOf(file.slice(0, middle + SEEN));
    await ready;
    if (!wasm_bindgen.first(bytes, middle, SEEN, file.size)) return;
    const [, half, parts] = await answer;
    if (file.size > LAST) {
      second?.terminate();
      second = undefined;
    }
    if (!half) return;
    for (const part of parts) wasm_bindgen.take_over(part);
    return wasm_bindgen.join(half, name);
  };

  onmessage = async ({ data: [file, name] }) => {
    if (!file) return readOn();
    asked = true;
    try {
      let head = second && file.size > LARGE ? await readInHalves(file, name) : undefined;
      if (!head) {
        const bytes = await bytesOf(file);
        await ready;
        head = wasm_bindgen.read(bytes, name);
      }
      postMessage(["head", head], [head.buffer]);
      const [parts, ends] = objectives();
      postMessage(["read", parts, ends], [...parts, ends].map((piece) => piece.buffer));
    } catch (error) {
      if (error instanceof Unreadable) return postMessage(["unreadable"]);
      // After a trap nothing in the reader answers any more: the page ends it.
      broken(error);
    }
  };
})();
