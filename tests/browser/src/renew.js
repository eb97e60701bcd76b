// SPDX-License-Identifier: AGPL-3.0-or-later
// Runs in the privileged part of Firefox between two tests (see running.rs): opens an empty tab in a container that
// was never used, and gets rid of all that was there before. `arguments[0]`: preferences that the test changed.
return (async (changed) => {
  const from = (module) => ChromeUtils.importESModule(`resource://gre/modules/${module}.sys.mjs`);
  const { ContextualIdentityService: containers } = from("ContextualIdentityService");
  const { Downloads } = from("Downloads");

  const used = containers.getPublicIdentities().map(({ userContextId }) => userContextId);
  const { userContextId } = containers.create("test", "circle", "blue");
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  const before = [...gBrowser.tabs];
  const tab = gBrowser.addTab("about:blank", { userContextId, triggeringPrincipal });
  gBrowser.selectedTab = tab;
  for (const other of [...Services.wm.getEnumerator("navigator:browser")]) if (other !== window) other.close();
  gBrowser.removeTabs(before, { animate: false, skipPermitUnload: true, skipSessionStore: true });
  if (window.fullScreen) window.fullScreen = false;

  for (const id of used) containers.remove(id);
  for (const name of changed) Services.prefs.clearUserPref(name);
  Services.io.offline = false;
  Services.perms.removeAll();
  Services.clipboard.emptyClipboard(Services.clipboard.kGlobalClipboard);
  await (await Downloads.getList(Downloads.ALL)).removeFinished();
  // What is typed goes to the page, not into the address bar.
  tab.linkedBrowser.focus();
})(...arguments);
