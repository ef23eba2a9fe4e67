// The console's own script: shortcuts, selection, live state, times, copying, dialogs, theme.
// Everything hangs on data attributes; pages hold no handler and no script of their own.
"use strict";

(() => {
  const page = document.documentElement;
  const words = document.getElementById("message").dataset;
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const lists = () => all("[data-list]");
  const refreshLists = () => lists().forEach((list) => htmx.trigger(list, "refresh"));

  // --- what the page says: a polite region, one message per five seconds, the newest wins ---
  const QUIET_MS = 5000;
  const live = document.getElementById("live");
  let spokenAt = -QUIET_MS;
  let waiting = null;
  const speak = () => {
    live.textContent = waiting;
    waiting = null;
    spokenAt = performance.now();
  };
  const say = (text) => {
    const timerRuns = waiting !== null;
    waiting = text;
    if (!timerRuns) setTimeout(speak, Math.max(0, spokenAt + QUIET_MS - performance.now()));
  };

  const line = document.getElementById("message");
  const showProblem = (text) => {
    line.dataset.kind = "error";
    line.querySelector("[data-message-text]").textContent = text;
    line.hidden = false;
  };
  const problemText = (xhr) => {
    let problem = {};
    try {
      problem = JSON.parse(xhr.responseText);
    } catch {
      // An HTML answer carries its id in the header only.
    }
    const id = xhr.getResponseHeader("Problem-Id") || problem.id || problem.instance || xhr.status;
    const known = problem.detail || problem.title;
    return (known ? known + " — " : "") + words.problem.replace("{id}", id);
  };

  // --- requests ---
  const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;
  document.addEventListener("htmx:configRequest", (event) => {
    if (event.detail.verb !== "get" && meta("csrf-header")) {
      event.detail.headers[meta("csrf-header")] = meta("csrf-token");
    }
    // what the stream or a clock refreshes is not the person's doing and keeps no session open
    if (/^(refresh$|sse:)/.test(event.detail.triggeringEvent?.type) || event.detail.elt.matches("[data-background]")) event.detail.headers["Chieng-Background"] = "1";
  });
  document.addEventListener("htmx:responseError", (event) => {
    if (event.detail.xhr.status === 401) location.assign(words.signin);
    else showProblem(problemText(event.detail.xhr));
  });
  document.addEventListener("htmx:sendError", () => showProblem(words.offline));

  // --- times ---
  const relative = new Intl.RelativeTimeFormat(page.lang || "vi", { numeric: "always" });
  const UNITS = [["day", 86400], ["hour", 3600], ["minute", 60]];
  const relativeText = (seconds) => {
    const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? [null, 1];
    return unit ? relative.format(Math.trunc(seconds / size), unit) : words.now;
  };
  const refreshTimes = (root = document) =>
    all("time[data-relative][datetime]", root).forEach((time) => {
      const at = Date.parse(time.dateTime);
      if (Number.isNaN(at)) return;
      const text = relativeText((at - Date.now()) / 1000);
      if (time.textContent !== text) time.textContent = text;
    });
  setInterval(refreshTimes, 60000);

  // --- selection: ids are kept while rows come and go ---
  const chosen = new Set();
  const boxes = () => all("[data-list] input[data-select]");
  const showSelection = () => {
    boxes().forEach((box) => { box.checked = chosen.has(box.value); });
    const count = boxes().filter((box) => box.checked).length;
    all("[data-bulk]").forEach((bar) => { bar.hidden = count === 0; });
    all("[data-selected-count]").forEach((place) => { place.textContent = place.dataset.text.replace("{n}", count); });
    all("[data-select-all]").forEach((box) => {
      box.checked = count > 0 && count === boxes().length;
      box.indeterminate = count > 0 && count < boxes().length;
    });
  };
  const choose = (box, on) => {
    if (on) chosen.add(box.value);
    else chosen.delete(box.value);
  };
  document.addEventListener("change", (event) => {
    const box = event.target;
    if (box.matches("[data-select]")) choose(box, box.checked);
    else if (box.matches("[data-select-all]")) boxes().forEach((each) => choose(each, box.checked));
    else return;
    showSelection();
  });

  // --- rows: one is reachable by Tab, j and k move ---
  const rows = () => all("[data-list] [data-row-id]");
  const rowOf = (id) => rows().find((row) => row.dataset.rowId === id);
  let currentId = null;
  const settleRows = () => {
    const every = rows();
    const current = rowOf(currentId) ?? every[0];
    every.forEach((row) => { row.tabIndex = row === current ? 0 : -1; });
  };
  const focusRow = (row) => {
    if (!row) return;
    currentId = row.dataset.rowId;
    settleRows();
    row.focus();
  };
  document.addEventListener("focusin", (event) => {
    const row = event.target.closest("[data-list] [data-row-id]");
    if (row) {
      currentId = row.dataset.rowId;
      settleRows();
    }
  });

  // --- quick view ---
  const flyout = () => document.getElementById("flyout");
  const closeFlyout = () => {
    if (!flyout()?.hasChildNodes()) return false;
    flyout().replaceChildren();
    focusRow(rowOf(currentId) ?? rows()[0]);
    return true;
  };

  // --- new content ---
  const changedByStream = new Set();
  const settle = (root) => {
    refreshTimes(root);
    settleRows();
    showSelection();
    all("[data-focus]", root).forEach((place) => place.focus());
  };
  document.addEventListener("htmx:load", (event) => {
    const id = event.detail.elt.dataset?.rowId;
    if (id && changedByStream.delete(id)) event.detail.elt.classList.add("row-changed");
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    // an update from the stream, or one out of band, names no target
    const target = event.detail.target ?? event.target;
    settle(target.isConnected && target.querySelectorAll ? target : document);
    if (target.id === "flyout" && flyout().hasChildNodes()) flyout().focus();
    else if (document.activeElement === document.body && currentId) rowOf(currentId)?.focus({ preventScroll: true });
  });
  document.addEventListener("htmx:load", () => { settleRows(); showSelection(); });

  // --- the stream: state in words, pause, new incidents behind a button ---
  let paused = false;
  let missed = false;
  let wasLost = false;
  let wasOpen = false;
  let newIds = new Set();
  const showState = (state) =>
    all("[data-live-state]").forEach((place) => {
      place.dataset.state = state;
      place.textContent = place.dataset[state];
      if (state !== "online") say(place.dataset[state]);
    });
  const catchUp = () => {
    newIds = new Set();
    all("[data-live-new]").forEach((button) => { button.hidden = true; });
    missed = false;
    refreshLists();
  };
  const countNew = (button, id) => {
    newIds.add(id);
    button.textContent = newIds.size === 1 ? button.dataset.one : button.dataset.many.replace("{n}", newIds.size);
    button.hidden = false;
    say(button.textContent);
  };
  // the bell has a stream of its own, which says nothing about the page's
  const ofBell = (event) => event.target.closest("[data-bell]") !== null;
  document.addEventListener("htmx:sseBeforeMessage", (event) => {
    const place = event.target;
    if (ofBell(event)) return;
    if (paused) {
      missed = true;
      event.preventDefault();
    } else if (place.matches("[data-live-new]")) {
      event.preventDefault();
      countNew(place, event.detail.data);
    } else if (place.matches("[data-live-resync]")) {
      event.preventDefault();
      catchUp();
    } else if (place.dataset.rowId) {
      changedByStream.add(place.dataset.rowId);
    }
  });
  document.addEventListener("htmx:sseOpen", (event) => {
    if (ofBell(event)) return;
    if (!paused) showState("online");
    if (wasLost && !paused) catchUp();
    wasLost = false;
    wasOpen = true;
  });
  document.addEventListener("htmx:sseError", (event) => {
    if (ofBell(event)) return;
    wasLost = true;
    showState(wasOpen || event.detail.source.readyState === EventSource.CLOSED ? "lost" : "connecting");
  });
  const togglePause = (button) => {
    paused = !paused;
    button.setAttribute("aria-pressed", String(paused));
    button.textContent = paused ? button.dataset.resume : button.dataset.pause;
    showState(paused ? "paused" : wasLost ? "lost" : "online");
    if (!paused && missed) catchUp();
  };

  // --- copying ---
  const defang = (text) =>
    text.replace(/^h(?:tt|xx)(ps?)(?=:)/i, "hxx$1").replace(/^([a-z]+:\/\/)?([^/?#]*)/i, (_, scheme = "", host) =>
      scheme + host.replace(/\[?\.\]?/g, "[.]").replace("@", "[@]"));
  const copy = async (button) => {
    try {
      const { copy: text, defang: harmless, link } = button.dataset;
      await navigator.clipboard.writeText(link === undefined ? (harmless === undefined ? text : defang(text)) : new URL(text, location).href);
      say(words.copied);
    } catch {
      showProblem(words.copyFailed);
    }
  };

  // --- theme: the server reads the cookie, so the next page does not flash ---
  const toggleTheme = () => {
    const now = page.dataset.bsTheme;
    const dark = now === "dark" || (now === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
    page.dataset.bsTheme = dark ? "light" : "dark";
    document.cookie = `chieng-theme=${page.dataset.bsTheme}; Path=/; Max-Age=31536000; SameSite=Lax; Secure`;
  };

  // --- the end of the session: asked for, without keeping it open, before anybody is warned ---
  const ending = document.getElementById("session-ending");
  const sessionLeft = async (method) => {
    const answer = await fetch(ending.dataset.sessionPath, {
      method,
      headers: method === "POST" ? { [meta("csrf-header")]: meta("csrf-token") } : {},
      redirect: "error",
    });
    return answer.ok ? (await answer.json()).secondsLeft : 0;
  };
  const watchSession = (left) => {
    const warn = Number(ending.dataset.sessionWarn);
    if (left > warn) {
      ending.close();
      setTimeout(async () => watchSession(await sessionLeft("GET").catch(() => 0)), Math.min(left - warn, 3600) * 1000);
    } else if (left > 0) {
      if (!ending.open) ending.showModal();
      setTimeout(async () => watchSession(await sessionLeft("GET").catch(() => 0)), Math.min(left, 15) * 1000);
    } else {
      location.assign(ending.dataset.sessionOver);
    }
  };
  const extendSession = async () => {
    const left = await sessionLeft("POST").catch(() => 0);
    if (left > Number(ending.dataset.sessionWarn)) ending.close();
    else showProblem(ending.dataset.sessionFailed);
  };
  if (ending) watchSession(Number(ending.dataset.sessionLeft));

  // --- clicks ---
  const CLICKS = {
    "[data-copy]": copy,
    "[data-dialog-open]": (button) => document.getElementById(button.dataset.dialogOpen).showModal(),
    "[data-dialog-close]": (button) => button.closest("dialog").close(),
    "[data-flyout-close]": closeFlyout,
    "[data-live-pause]": togglePause,
    "[data-live-new]": catchUp,
    "[data-session-extend]": extendSession,
    "[data-message-close]": () => { line.hidden = true; },
    "[data-theme-toggle]": toggleTheme,
  };
  document.addEventListener("click", (event) => {
    for (const [selector, act] of Object.entries(CLICKS)) {
      const button = event.target.closest(selector);
      if (button) act(button);
    }
  });

  // --- keys: only while the focus is in a list, and only if the person wants them (WCAG 2.1.4) ---
  const move = (step) => (row) => {
    const every = rows();
    focusRow(every[Math.min(every.length - 1, Math.max(0, every.indexOf(row) + step))]);
  };
  const KEYS = {
    j: move(1),
    k: move(-1),
    x: (row) => row?.querySelector("[data-select]")?.click(),
    "/": () => document.querySelector("[data-search]")?.focus(),
    "?": () => document.getElementById("shortcuts")?.showModal(),
  };
  const actByKey = (key, row) => {
    if (row && boxes().length > 0 && !boxes().some((box) => box.checked)) row.querySelector("[data-select]")?.click();
    all("[data-key]").find((button) => button.dataset.key === key && button.checkVisibility())?.click();
  };
  let goUntil = 0;
  const takesText = (element) => element.matches("input:not([type=checkbox]), textarea, select, [contenteditable]");
  const pressed = (event) => {
    const inFlyout = event.target.closest("#flyout") !== null;
    const row = event.target.closest("[data-row-id]") ?? (inFlyout ? rowOf(currentId) : null);
    if (event.key === "Enter" && event.target === row) {
      if (event.shiftKey) open(row.querySelector("[data-page]")?.href, "_blank", "noopener");
      else row.querySelector("[data-open]")?.click();
    } else if (performance.now() < goUntil) {
      goUntil = 0;
      document.querySelector(`a[data-go="${CSS.escape(event.key)}"]`)?.click();
    } else if (event.key === "g") {
      goUntil = performance.now() + 1500;
    } else if (Object.hasOwn(KEYS, event.key)) {
      KEYS[event.key](row);
    } else if (/^[a-z]$/.test(event.key)) {
      actByKey(event.key, row);
      return;
    } else {
      return;
    }
    event.preventDefault();
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches("[data-send]")) {
      event.target.form.requestSubmit();
      return;
    }
    if (event.key === "Escape" && !document.querySelector("dialog[open]") && closeFlyout()) return;
    if (event.ctrlKey || event.altKey || event.metaKey || takesText(event.target)) return;
    if (!event.target.closest("[data-list], #flyout")) return;
    if (page.dataset.shortcuts === "off" && event.key !== "Enter") return;
    pressed(event);
  });

  settle(document);
})();
