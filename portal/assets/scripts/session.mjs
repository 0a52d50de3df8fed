// Warns before a session ends for want of use, and says when it has ended (WCAG 2.2, 2.2.1).
const SECOND = 1000;
const EVERY = 5 * SECOND;

/**
 * The page says the same without scripts, in one sentence; here a dialog asks in time.
 *
 * @param {HTMLDialogElement} dialog - holds the seconds, the address to call, and all its words
 */
export function watchSession(dialog) {
  const idle = dialog.dataset.idle * SECOND;
  const warning = dialog.dataset.warning * SECOND;
  const otherTabs = new BroadcastChannel("baimena-session");
  let began = Date.now();
  let said = null;

  const say = (part) => {
    if (said === part) return;
    said = part;
    for (const section of dialog.querySelectorAll("[data-part]")) {
      section.hidden = section.dataset.part !== part;
      if (!section.hidden) dialog.setAttribute("aria-labelledby", section.querySelector("h2").id);
    }
    if (!dialog.open) dialog.showModal();
  };
  const begin = () => {
    began = Date.now();
    said = null;
    if (dialog.open) dialog.close();
  };
  const look = () => {
    const quiet = Date.now() - began; // a device that slept fires no timer in time
    if (quiet >= idle) say("over");
    else if (quiet >= idle - warning) say("warning");
  };
  const stay = async () => {
    // A session that has ended answers with the way to sign in, which is a redirect.
    const answer = await fetch(dialog.dataset.address, { method: "HEAD", redirect: "manual" });
    if (!answer.ok) return say("over");
    otherTabs.postMessage("used");
    begin();
  };

  otherTabs.onmessage = begin;
  otherTabs.postMessage("used");
  dialog.querySelector("[data-stay]").addEventListener("click", () => stay().catch(() => {}));
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  document.addEventListener("visibilitychange", look);
  setInterval(look, EVERY);
}
