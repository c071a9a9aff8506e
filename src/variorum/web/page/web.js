"use strict";
// An enhancement only: every page is whole without it.
(() => {
  const wide = matchMedia("(min-width: 64rem)");
  const page = () => location.pathname + location.search;
  let at = page();
  const pane = () => document.getElementById("evidence");

  // The evidence of another claim beside the list, without leaving the place in the list.
  const show = async (address, push) => {
    const answer = await fetch(address, { headers: { accept: "text/html" } });
    const fetched = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = fetched.getElementById("evidence");
    if (!answer.ok || !fresh) { location.assign(address); return; }
    pane().replaceWith(document.adoptNode(fresh));
    document.title = fetched.title;
    const now = fetched.querySelector(".list .now");
    document.querySelectorAll(".list .claim").forEach((item) => {
      const is = now && item.id === now.id;
      item.classList.toggle("now", is);
      const link = item.querySelector(".open");
      if (is) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
    });
    if (push) history.pushState(null, "", address);
    at = page();
    pane().scrollTop = 0;
    pane().focus({ preventScroll: true });
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".list .open, .list .permalink");
    if (!link || !pane() || !wide.matches || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show(link.href, true).catch(() => location.assign(link.href));
  });
  addEventListener("popstate", () => { if (pane() && page() !== at) show(location.href, false).catch(() => location.reload()); });

  // A choice takes effect at once.
  document.querySelectorAll(".narrow select").forEach((select) => {
    select.addEventListener("change", () => select.form.requestSubmit());
  });

  // Files are dropped where they are chosen.
  const field = document.getElementById("file");
  const ground = field && field.closest(".drop");
  if (ground) {
    ["dragover", "dragleave", "drop"].forEach((kind) => ground.addEventListener(kind, (event) => {
      event.preventDefault();
      ground.classList.toggle("over", kind === "dragover");
      if (kind === "drop") field.files = event.dataTransfer.files;
    }));
  }

  // At most two names are chosen to be merged.
  document.addEventListener("change", (event) => {
    if (!event.target.matches("input[form='merge']")) return;
    const chosen = document.querySelectorAll("input[form='merge']:checked").length;
    document.querySelectorAll("input[form='merge']:not(:checked)").forEach((box) => { box.disabled = chosen >= 2; });
  });
})();
