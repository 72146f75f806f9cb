/* The sessions of a summit in its form: folded, each named by its time and title. Runs before Wagtail sets up the panels. */
(() => {
  const list = document.getElementById("id_summit_sessions-FORMS");
  if (!list) return;

  const value = (child, name) => child.querySelector(`[name$="-${name}"]`)?.value ?? "";

  const show = (child) => {
    const count = child.querySelector("[data-inline-panel-child-count]");
    if (!count) return;
    let summary = count.parentElement.querySelector("bdi");
    if (!summary) {
      summary = document.createElement("bdi");
      count.after(" ", summary);
    }
    summary.textContent = [value(child, "start"), value(child, "title")].filter(Boolean).join(" · ");
  };

  for (const child of list.children) {
    child.querySelector("[data-panel]")?.classList.add("collapsed");
    show(child);
  }
  list.addEventListener("input", (event) => show(event.target.closest("[data-inline-panel-child]")));
  list.addEventListener("change", (event) => show(event.target.closest("[data-inline-panel-child]")));
})();
