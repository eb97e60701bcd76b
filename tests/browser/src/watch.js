// SPDX-License-Identifier: AGPL-3.0-or-later
// The watch's first eye: stands before everything else in the tested page and writes down what must not happen.
(() => {
  "use strict";
  const noted = [];
  const note = (kind, text) => noted.push({ kind, text: String(text) });

  addEventListener("securitypolicyviolation", (event) =>
    note("csp", `${event.effectiveDirective} forbids ${event.blockedURI} (${event.sourceFile ?? ""}:${event.lineNumber})`),
  );
  // In the capture phase, to hear also of scripts, styles and pictures that do not load.
  addEventListener(
    "error",
    (event) => note("error", event.message ?? `${event.target?.localName} did not load: ${event.target?.src ?? event.target?.href}`),
    true,
  );
  addEventListener("unhandledrejection", (event) => note("error", `unhandled rejection: ${event.reason}`));
  const error = console.error;
  console.error = (...words) => {
    note("console", words.join(" "));
    error.apply(console, words);
  };

  // The second eye: what the browser says that it fetched.
  performance.setResourceTimingBufferSize(10000);
  let seen = 0;
  const fetched = () => {
    const entries = performance.getEntriesByType("resource");
    for (const { name } of entries.slice(seen)) {
      if (/^(data|blob):/.test(name)) continue;
      if (new URL(name, location.href).origin !== location.origin) note("request", name);
    }
    seen = entries.length;
  };

  globalThis.__watch = {
    take() {
      fetched();
      return noted.splice(0);
    },
  };
  // A page that goes away hands in what it has not been asked for yet.
  addEventListener("pagehide", () => {
    fetched();
    if (noted.length) navigator.sendBeacon("__noted", JSON.stringify(noted.splice(0)));
  });
})();
