// A book under way says how far it has come until it is done, cut off or failed; then its page is read anew.
(() => {
  const shown = (page) => page.querySelector("[data-build]");
  const look = async () => {
    const reply = document.hidden ? null : await fetch(location.href).catch(() => null);
    if (reply?.ok) {
      const fresh = shown(new DOMParser().parseFromString(await reply.text(), "text/html"));
      if (!fresh) return location.reload();
      const says = (box) => box.querySelector("[data-build-says]"), bar = (box) => box.querySelector("progress");
      if (says(shown(document)).textContent !== says(fresh).textContent) says(shown(document)).textContent = says(fresh).textContent;
      bar(shown(document)).max = bar(fresh).max;
      bar(shown(document)).value = bar(fresh).value;
    }
    setTimeout(look, 1500);
  };
  setTimeout(look, 1500);
})();
