/** The formatted source beside a marker, with its buttons: on hover, on click, and when the caret is in the marker. */
(() => {
  const citations = window.gulfSummitCitations;
  if (!citations || citations.tooltip) return;

  const actions = new WeakMap();
  let shown = null;
  let closing = null;

  const box = document.createElement("div");
  box.className = "gs-cite-tooltip";
  box.setAttribute("role", "tooltip");
  box.id = "gs-cite-tooltip";
  box.hidden = true;
  box.innerHTML =
    '<p class="gs-cite-tooltip__source"></p><p class="gs-cite-tooltip__locator"></p><p class="gs-cite-tooltip__hint"></p>' +
    '<div class="gs-cite-tooltip__buttons">' +
    '<button type="button" class="button button-small" data-edit></button> ' +
    '<button type="button" class="button button-small button-secondary no" data-remove></button></div>';

  const announcer = document.createElement("div");
  announcer.className = "w-sr-only";
  announcer.setAttribute("aria-live", "polite");

  const part = (name) => box.querySelector(name);

  const fill = (element) => {
    const { labels = {} } = citations.settings();
    const source = citations.source(element.dataset.citeSource);
    const line = part(".gs-cite-tooltip__source");
    line.lang = citations.contentLocale();
    line.dir = /^(ar|fa|he|ur|ps|ckb|sd|ug|yi|dv)\b/.test(line.lang) ? "rtl" : "ltr";
    // The server formats and escapes the line.
    if (source) line.innerHTML = source.html;
    else line.textContent = source === null ? labels.missing : labels.loading;
    const locator = part(".gs-cite-tooltip__locator");
    [locator.lang, locator.dir] = [line.lang, line.dir];
    locator.textContent = element.dataset.citeLocator;
    part(".gs-cite-tooltip__hint").textContent = labels.hint;
    part("[data-edit]").textContent = labels.edit;
    part("[data-remove]").textContent = labels.remove;
  };

  const place = (element) => {
    const target = element.getBoundingClientRect();
    const width = box.offsetWidth;
    const start = Math.min(Math.max(8, target.x + target.width / 2 - width / 2), window.innerWidth - width - 8);
    const below = target.bottom + 6;
    const above = target.top - box.offsetHeight - 6;
    box.style.insetBlockStart = `${below + box.offsetHeight > window.innerHeight && above > 0 ? above : below}px`;
    const rtl = getComputedStyle(document.documentElement).direction === "rtl";
    box.style.insetInlineStart = `${rtl ? window.innerWidth - start - width : start}px`;
  };

  const close = () => {
    box.hidden = true;
    shown = null;
  };

  const open = (element) => {
    window.clearTimeout(closing);
    if (!box.isConnected) document.body.append(box, announcer);
    shown = element;
    fill(element);
    box.hidden = false;
    place(element);
  };

  const closeSoon = () => {
    window.clearTimeout(closing);
    closing = window.setTimeout(close, 250);
  };

  const markerAt = (node) => (node?.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest?.("[data-cite-source]");

  document.addEventListener("mouseover", (event) => {
    const element = markerAt(event.target);
    if (element) open(element);
    else if (box.contains(event.target)) window.clearTimeout(closing);
    else if (shown) closeSoon();
  });

  document.addEventListener("selectionchange", () => {
    const element = markerAt(document.getSelection()?.anchorNode);
    if (element && element !== shown) {
      open(element);
      announcer.textContent = `${element.getAttribute("aria-label")}. ${citations.settings().labels?.hint || ""}`;
    } else if (!element && shown && !box.matches(":hover")) closeSoon();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  document.addEventListener("scroll", close, true);

  box.addEventListener("mousedown", (event) => event.preventDefault());
  box.addEventListener("click", (event) => {
    const act = shown && actions.get(shown);
    if (!act) return;
    if (event.target.closest("[data-edit]")) act.edit();
    else if (event.target.closest("[data-remove]")) act.remove();
    else return;
    close();
  });

  citations.tooltip = {
    /** `act` is `{edit, remove}` of the marker shown as `element`. */
    attach: (element, act) => actions.set(element, act),
    /** Say anew what is known of the source on show. */
    refresh: () => shown && fill(shown),
    close,
  };
})();
