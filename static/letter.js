// Comfort for writing a letter: buttons for the markup, the wording that follows the outcome, a copy kept meanwhile.
(() => {
  const body = document.querySelector("#id_body"), form = body?.form;
  if (!form) return;
  const said = document.querySelector("#tersimpan");
  const put = (text, from, to) => {
    body.setRangeText(text, from, to, "end");
    body.focus();
    body.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const around = (sign) => put(sign + (body.value.slice(body.selectionStart, body.selectionEnd) || "teks") + sign, body.selectionStart, body.selectionEnd);
  const lines = (head) => {
    const from = body.value.lastIndexOf("\n", body.selectionStart - 1) + 1;
    const text = body.value.slice(from, body.selectionEnd) || "butir";
    put((from ? "\n" : "") + text.split("\n").map((line, at) => head(at) + line).join("\n") + "\n", from, body.selectionEnd);
  };
  const bar = document.createElement("p");
  bar.className = "acts";
  for (const [label, act] of [
    ["Tebal", () => around("**")], ["Nomor", () => lines((at) => at + 1 + ". ")], ["Butir", () => lines(() => "- ")],
    ["Tabel", () => put("\n\n| Uraian | Jumlah |\n|---|---|\n|  |  |\n\n", body.selectionEnd, body.selectionEnd)],
  ]) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "btn quiet", textContent: label, onclick: act });
    bar.append(button);
  }
  body.before(bar);

  const send = (name, value) => {
    const data = new FormData(form);
    for (const [key, held] of [...data]) if (held instanceof File) data.delete(key);
    data.set(name, value);
    return fetch(location.pathname, { method: "POST", body: data, redirect: "error" });
  };
  const follow = async () => {
    const before = body.value, reply = await send("naskah", "isi").catch(() => null);
    if (reply?.status !== 200 || body.value !== before) return;
    const { body: text, mark } = await reply.json();
    body.value = text;
    form.elements.template_mark.value = mark;
  };
  form.addEventListener("change", (e) => { if (["outcome", "excluded_article"].includes(e.target.name)) follow(); });
  if (form.querySelector("[name=outcome]:checked:not([checked])")) follow();  // chosen while this file was on its way

  let wait;
  form.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(async () => {
      const reply = await send("simpan", "otomatis").catch(() => null);
      if (reply?.status === 204) said.textContent = "Konsep tersimpan " + new Date().toTimeString().slice(0, 5).replace(":", ".");
    }, 2e4);
  });
  form.addEventListener("submit", () => clearTimeout(wait));
})();
