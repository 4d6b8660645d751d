// A telephone number typed first finds who came before; the choice fills what is still empty.
(() => {
  const phone = document.querySelector("[data-lookup-url]"), found = document.querySelector("[data-lookup-into]");
  if (phone && found) {
    phone.form.elements.cari_telepon.hidden = true;  // found while typing
    let wait, asked = "";
    const look = async () => {
      const digits = phone.value.replace(/\D/g, "");
      if (digits.length < 8 || digits === asked) return;
      asked = digits;
      const reply = await fetch(phone.dataset.lookupUrl, { method: "POST", headers: { "X-CSRFToken": phone.form.elements.csrfmiddlewaretoken.value },
        body: new URLSearchParams({ phone: digits }) }).catch(() => null);  // never in an address: personal data
      if (reply?.ok && asked === digits) found.innerHTML = await reply.text();
    };
    phone.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(look, 400); });
    found.addEventListener("click", (e) => {
      const pick = e.target.closest("[data-fill]");
      if (!pick) return;
      e.preventDefault();
      for (const [name, value] of Object.entries(JSON.parse(pick.dataset.fill))) {
        const field = phone.form.elements[name];
        if (field && (!field.value || field instanceof RadioNodeList)) field.value = value;
      }
      ([...phone.form.querySelectorAll("input,select,textarea")].find((f) => f.required && !phone.form.elements[f.name].value) || phone).focus();
    });
    look();
  }
})();
