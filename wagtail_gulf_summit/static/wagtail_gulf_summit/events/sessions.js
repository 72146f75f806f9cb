/* The sessions of a summit in its form: folded, each named by its time and title. Runs before Wagtail sets up the panels. */
(() => {
  const list = document.getElementById("id_summit_sessions-FORMS");
  if (!list) return;

  const value = (child, name) => child.querySelector(`[name$="-${name}"]`)?.value ?? "";

  // Each part in the direction of its own field, whatever stands beside it.
  const isolated = (child, name) => {
    const text = value(child, name);
    if (!text) return null;
    const part = document.createElement("bdi");
    part.dir = name === "start" ? "ltr" : getComputedStyle(child.querySelector(`[name$="-${name}"]`)).direction;
    part.textContent = text;
    return part;
  };

  const show = (child) => {
    const count = child.querySelector("[data-inline-panel-child-count]");
    if (!count) return;
    let summary = count.parentElement.querySelector(".session-name");
    if (!summary) {
      summary = document.createElement("span");
      summary.className = "session-name";
      count.after(" ", summary);
    }
    const parts = [isolated(child, "start"), isolated(child, "title")].filter(Boolean);
    summary.replaceChildren(...parts.flatMap((part, number) => (number ? [" · ", part] : [part])));
  };

  for (const child of list.children) {
    child.querySelector("[data-panel]")?.classList.add("collapsed");
    show(child);
  }
  // By then the fields have the direction of their language.
  addEventListener("load", () => [...list.children].forEach(show));
  list.addEventListener("input", (event) => show(event.target.closest("[data-inline-panel-child]")));
  list.addEventListener("change", (event) => show(event.target.closest("[data-inline-panel-child]")));
})();
