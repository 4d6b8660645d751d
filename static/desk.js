// Comfort only: every page works without this file.
(() => {
  const all = (q, at = document) => [...at.querySelectorAll(q)];
  const one = (q) => document.querySelector(q);
  const store = { get: (k) => { try { return localStorage[k]; } catch { return null; } },
                  set: (k, v) => { try { localStorage[k] = v; } catch { /* private window */ } } };

  // Not every browser honours autofocus.
  const summary = one(".summary");
  addEventListener("load", () => { if (summary && document.activeElement !== summary) summary.focus(); });

  const keys = one("#tombol"), on = one("#tombol input");
  if (keys) {
    keys.hidden = false;
    on.checked = store.get("tombol") !== "mati";
    on.onchange = () => store.set("tombol", on.checked ? "hidup" : "mati");
  }
  const press = (key) => {
    if (key === "/") return one("[type=search]");
    if (key === "?") { keys.open = !keys.open; return keys.firstElementChild; }
    return /^[a-z]$/.test(key) && one(`[data-key=${key}]`);
  };
  document.addEventListener("keydown", (e) => {
    const typing = e.target.closest("textarea,select,[contenteditable],input:not([type=radio],[type=checkbox])");
    if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) {
      const form = e.target.form || one("main form[method=post]");
      if (form) { e.preventDefault(); form.requestSubmit(); }
    } else if (on?.checked && !typing && !e.ctrlKey && !e.metaKey && !e.altKey) {
      const goal = press(e.key);
      if (!goal) return;
      e.preventDefault();
      goal.focus();
      if (goal.dataset.key) goal.click();
    }
  });

  // A page from the back cache starts afresh.
  document.addEventListener("submit", (e) => { if (e.target.method === "post") e.target.classList.add("sending"); });
  addEventListener("pageshow", () => all(".sending").forEach((f) => f.classList.remove("sending")));

  // Clocks run on for data-run minutes: until the office pauses or closes.
  const began = Date.now(), title = document.title.replace(/^\(.*?\) /, "");
  const span = (m) => {
    m += .02;  // freshly drawn it says what the server said
    const d = Math.floor(m / 450), h = Math.floor(m % 450 / 60), r = Math.floor(m % 450 % 60);
    return [d && d + " hari", h && h + " jam", r && r + " menit"].filter(Boolean).join(" ") || "kurang dari 1 menit";
  };
  const say = (m) => (m < 0 ? "lewat " + span(-m) : "sisa " + span(m));
  const mine = one("[data-counted]"), heading = one("[data-urgent]");
  const count = (late, near) => [["late", late], ["warn", near]].map(([tone, said]) =>
    [all(".clock." + tone, mine).length, said]).filter(([n]) => n).map((pair) => pair.join(" ")).join(", ");
  const tick = () => {
    let least = Infinity;
    for (const clock of all(".clock[data-left]")) {
      const { left, run, target } = clock.dataset, past = Math.min((Date.now() - began) / 6e4, +run);
      const now = left - past, share = Math.min(100, Math.max(0, 100 - now / target * 100));
      const tone = now < 0 ? "late" : share >= 80 ? "warn" : "ok";
      clock.querySelector("b").textContent = say(now);
      const near = clock.querySelector("i"), bar = clock.querySelector("progress");
      if (near) near.textContent = tone === "warn" ? " · hampir lewat" : "";
      if (bar) bar.value = share;
      for (const box of [clock, clock.closest(".queue>li,.now")]) {
        box?.classList.remove("ok", "warn", "late");
        box?.classList.add(tone);
      }
      if (run > 0) least = Math.min(least, now);
    }
    const urgent = mine ? count("lewat", "hampir") : "";
    if (mine) heading.textContent = urgent && " · " + count("lewat waktu", "hampir lewat");
    document.title = urgent ? `(${urgent}) ${title}` : !mine && least < 1 ? `${say(least)} · ${title}` : title;
  };
  if (one(".clock[data-left]")) { tick(); setInterval(tick, 3e4); }

  const token = () => one("[name=csrfmiddlewaretoken]")?.value;
  const main = one("main");
  if (main?.dataset.openedUrl && token()) {
    fetch(main.dataset.openedUrl, { method: "POST", headers: { "X-CSRFToken": token() },
      body: new URLSearchParams({ act: main.dataset.act }) }).catch(() => {});
  }

  for (const kind of ["focusin", "input"]) document.addEventListener(kind, (e) => {
    const form = e.target.closest("[data-script]");
    if (form) { import(form.dataset.script); delete form.dataset.script; }
  });
})();
