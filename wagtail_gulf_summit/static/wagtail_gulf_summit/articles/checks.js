/**
 * The story checks in the checks panel: the findings that the server put into the
 * preview, each leading to its block in the form.
 */
(() => {
  const goTo = (block) => {
    const section = document.getElementById(`block-${block}-section`);
    const place = section || document.querySelector(`[data-contentpath="${CSS.escape(block)}"]`);
    place?.scrollIntoView({ block: "center" });
    place?.querySelector("input:not([type='hidden']), textarea, [contenteditable='true'], button")?.focus();
  };

  const linkTo = (item) => {
    const { block } = item.dataset;
    if (!block) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "gs-check__place";
    button.append(...item.childNodes);
    button.addEventListener("click", () => goTo(block));
    item.append(button);
  };

  const show = () => {
    const panel = document.querySelector("[data-gs-story-checks]");
    const found = document.querySelector("[data-w-preview-target='iframe']")?.contentDocument?.querySelector("#gs-story-findings");
    if (!panel || !found) return;
    const list = found.querySelector("ul").cloneNode(true);
    list.querySelectorAll("li").forEach(linkTo);
    panel.querySelector("[data-gs-story-checks-list]").replaceChildren(list);
    panel.querySelector("[data-gs-story-checks-none]").hidden = list.childElementCount > 0;
  };

  ["w-preview:loaded", "w-preview:updated", "w-preview:content"].forEach((name) => document.addEventListener(name, show));
})();
