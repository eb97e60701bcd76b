// SPDX-License-Identifier: AGPL-3.0-or-later
// Starts the page: sets the theme before the first paint, fetches the WebAssembly with visible progress, and says in
// plain words, in Italian or English, why a page that cannot start does not. It never touches a plan.
(() => {
  "use strict";
  const script = document.currentScript;
  const WORDS = {
    it: {
      loading: "Un momento: la pagina si sta caricando…",
      failed: "La pagina non è riuscita ad aprirsi.",
      network: "Il browser non ha ricevuto tutti i file della pagina. Controlla la connessione e ricarica; se non basta, avvisa chi la pubblica.",
      old: "Questo browser non sa aprirla. Aggiornalo, o prova con una versione recente di Firefox, Chrome, Edge o Safari.",
      disk: "È stata aperta come file dal disco, e i browser non lo permettono. Va aperta da un indirizzo web, o in questo computer con «make serve».",
      detail: "Per chi la pubblica: ",
      reload: "Ricarica",
    },
    en: {
      loading: "One moment: the page is loading…",
      failed: "The page could not open.",
      network: "The browser did not receive all of the page’s files. Check the connection and reload; if that does not help, tell whoever publishes it.",
      old: "This browser cannot open it. Update it, or try a recent version of Firefox, Chrome, Edge or Safari.",
      disk: "It was opened as a file from disk, which browsers do not allow. It must be opened at a web address, or on this computer by “make serve”.",
      detail: "For whoever publishes it: ",
      reload: "Reload",
    },
  };

  // Storage can be refused altogether; the page then starts as if nothing had been chosen.
  const chosen = (name) => {
    try {
      return localStorage.getItem(`traguardi:${name}`);
    } catch {
      return null;
    }
  };

  const theme = chosen("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  const wanted = chosen("language") ?? (navigator.language || "it").slice(0, 2).toLowerCase();
  const language = wanted === "it" ? "it" : "en";
  document.documentElement.lang = language;
  const words = WORDS[language];

  const element = (id) => document.getElementById(id);
  const parsed = new Promise((resolve) => {
    if (document.readyState !== "loading") resolve();
    else document.addEventListener("DOMContentLoaded", () => resolve(), { once: true });
  });

  parsed.then(() => {
    for (const button of document.querySelectorAll("#boot-reload, #broke [data-action=reload]"))
      button.addEventListener("click", () => location.reload());
    if (!element("boot")) return;
    element("boot-words").textContent = words.loading;
    element("boot-reload").textContent = words.reload;
    element("boot").hidden = false;
  });

  // A trap in WebAssembly is final: nothing in the page answers any more, so say it even if no panic hook did.
  const trapped = (error) => {
    const final = typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;
    if (final)
      parsed.then(() => {
        element("broke").hidden = false;
        element("broke").focus();
      });
    return final;
  };
  addEventListener("error", (event) => trapped(event.error));
  addEventListener("unhandledrejection", (event) => trapped(event.reason));

  // The response, with its bytes counted as they come. Its type is set here, because not every static host knows it.
  const counted = async (url) => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${response.status} ${response.url}`);
    const headers = { "content-type": "application/wasm" };
    const total = Number(response.headers.get("content-length"));
    // Under compression the length is not that of the bytes that are counted: the bar then only says "going on".
    if (!total || response.headers.get("content-encoding") || !response.body) return new Response(response.body, { headers });
    let got = 0;
    const reader = response.body.getReader();
    const body = new ReadableStream({
      async pull(controller) {
        const { done, value } = await reader.read();
        if (done) return controller.close();
        got += value.length;
        const bar = element("boot-progress");
        if (bar) bar.value = Math.min(1, got / total);
        controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    });
    return new Response(body, { headers });
  };

  // Whether this browser knows what the page is made of: here a function that takes a reference and gives a vector. Only
  // then is a file that does not compile a broken file (cut on its way, or a page of the network's own in its place).
  const able = () =>
    typeof WebAssembly === "object" &&
    WebAssembly.validate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 6, 1, 96, 1, 111, 1, 123]));

  const explain = async (error) => {
    if (trapped(error)) return;
    console.warn("Traguardi did not start:", error);
    await parsed;
    const boot = element("boot");
    if (!boot) return;
    const why = location.protocol === "file:" ? "disk" : !able() || error instanceof WebAssembly.LinkError ? "old" : "network";
    boot.dataset.state = "error";
    element("boot-words").setAttribute("role", "alert");
    element("boot-words").textContent = `${words.failed} ${words[why]}`;
    element("boot-progress").remove();
    element("boot-detail").textContent = words.detail + (error?.message ?? error);
    element("boot-detail").hidden = false;
    element("boot-reload").hidden = false;
  };

  const start = async () => {
    const base = document.baseURI;
    const [glue, wasm] = await Promise.all([
      import(new URL(script.dataset.js, base).href),
      counted(new URL(script.dataset.wasm, base).href),
      parsed,
    ]);
    await glue.default({ module_or_path: wasm });
    element("boot")?.remove();
  };
  start().catch(explain);
})();
