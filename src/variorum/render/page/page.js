"use strict";
// An enhancement only: the page is whole without it.
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];

  let lit = [];
  const reveal = () => {
    const name = decodeURIComponent(location.hash.slice(1));
    const goal = name && document.getElementById(name);
    lit.forEach((node) => node.classList.remove("lit"));
    if (!goal) return;
    const claim = goal.closest(".claim");
    if (claim && getComputedStyle(claim).display === "none") document.getElementById("show-all").checked = true;
    for (let node = goal.parentElement; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
    lit = all("[data-of]").filter((node) => node.dataset.of.split(" ").includes(name));
    lit.forEach((node) => node.classList.add("lit"));
    goal.scrollIntoView({ block: "start" });
  };

  const tools = () => {
    const list = document.querySelector("#claims fieldset.filter");
    const details = all("#claims details");
    if (!list || !details.length) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "tools";
    const word = (open) => { button.textContent = open ? "Close all evidence" : "Open all evidence"; };
    button.addEventListener("click", () => {
      const open = !details.every((node) => node.open);
      details.forEach((node) => { node.open = open; });
      word(open);
    });
    word(false);
    list.append(button);
  };

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all("details:not([open])");
    closed.forEach((node) => { node.open = true; });
  });
  addEventListener("afterprint", () => closed.forEach((node) => { node.open = false; }));
  addEventListener("hashchange", reveal);
  tools();
  reveal();
})();
