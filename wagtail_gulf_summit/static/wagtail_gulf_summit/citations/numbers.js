/**
 * Live numbers of the citations in a form.
 *
 * Numbers are never kept in the text: each marker on the form is an element with
 * data-cite-source, and whenever the form changes all of them are numbered again,
 * in the order in which a reader of the page will meet them.
 */
(() => {
  if (window.gulfSummitCitations) return;

  const parse = (id) => JSON.parse(document.getElementById(id)?.textContent || "{}");
  const settings = () => parse("gulf-summit-citations");
  const contentLocale = () => parse("wagtail-config").ACTIVE_CONTENT_LOCALE || document.documentElement.lang;

  /** What the server said of each source, by id; null for one that was deleted. */
  const sources = new Map();
  const asked = new Set();
  let fields = [];
  let digits = "0123456789";
  let scheduled = false;

  const isDeleted = (element) => {
    if (element.closest('[aria-hidden="true"]')) return true;
    const child = element.closest("[data-inline-panel-child]");
    return child?.querySelector('input[name$="-DELETE"]')?.value === "1";
  };

  /** The form's input behind a rich text editor, and behind a chooser. */
  const inputOf = (element) =>
    element.closest("[data-draftail-editor-wrapper]")?.parentNode.querySelector("input[name]") ||
    document.getElementById(element.id.replace(/-chooser$/, ""));

  const idOf = (element) => element.dataset.citeSource || inputOf(element)?.value;

  /** The position of a marker's field on the page; fields the page does not show come last. */
  const rank = (element) => {
    const place = fields.indexOf((inputOf(element)?.name || "").split("-")[0]);
    return place < 0 ? fields.length : place;
  };

  /** Markers in text, and choosers of a source in a cited field, such as a statistic's: both cite. */
  const citing = () => {
    const { chooseUrl = "" } = settings();
    const selector = `[data-cite-source], [data-chooser-url="${CSS.escape(chooseUrl)}"]`;
    return Array.from(document.querySelectorAll(selector)).filter((element) => idOf(element) && !isDeleted(element));
  };

  const markers = () =>
    citing()
      .map((element, index) => ({ element, index, rank: rank(element) }))
      .filter((marker) => marker.element.dataset.citeSource || marker.rank < fields.length)
      .sort((a, b) => a.rank - b.rank || a.index - b.index)
      .map(({ element }) => element);

  const localised = (number) => String(number).replace(/\d/g, (digit) => digits[digit]);

  const describe = (element, number) => {
    const { labels = {} } = settings();
    const source = sources.get(element.dataset.citeSource);
    if (source === null) return labels.missing || "";
    const name = (labels.citation || "%(number)s").replace("%(number)s", localised(number));
    return [name, source?.text, element.dataset.citeLocator].filter(Boolean).join(": ");
  };

  const paint = (element, number) => {
    if (!element.dataset.citeSource) return;
    const mark = number ? `[${localised(number)}]` : "[?]";
    if (element.dataset.citeNumber !== mark) element.dataset.citeNumber = mark;
    const label = describe(element, number);
    if (element.getAttribute("aria-label") !== label) element.setAttribute("aria-label", label);
  };

  const renumber = () => {
    scheduled = false;
    const numbers = new Map();
    markers().forEach((element) => {
      const id = idOf(element);
      const source = sources.get(id);
      if (source === null) return paint(element, 0);
      const key = source?.key || id;
      if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
      return paint(element, numbers.get(key));
    });
    load();
  };

  const schedule = () => {
    if (scheduled) return;
    scheduled = true;
    window.requestAnimationFrame(renumber);
  };

  /** Ask once for every source that is on the form and not yet known. */
  const load = async () => {
    const ids = [...new Set(citing().map(idOf))].filter((id) => !asked.has(id));
    const { infoUrl } = settings();
    if (!ids.length || !infoUrl) return;
    ids.forEach((id) => asked.add(id));
    const query = new URLSearchParams({
      ids: ids.join(","),
      path: window.location.pathname,
      content_locale: contentLocale(),
    });
    const response = await fetch(`${infoUrl}?${query}`, { credentials: "same-origin" });
    if (!response.ok) {
      ids.forEach((id) => asked.delete(id));
      return;
    }
    const answer = await response.json();
    ids.forEach((id) => sources.set(id, answer.sources[id] || null));
    fields = answer.fields;
    digits = answer.digits;
    window.gulfSummitCitations.tooltip?.refresh();
    schedule();
  };

  new MutationObserver(schedule).observe(document.documentElement, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["aria-hidden", "data-cite-source", "data-cite-locator"],
  });
  document.addEventListener("change", schedule);

  window.gulfSummitCitations = {
    settings,
    contentLocale,
    inputOf,
    source: (id) => sources.get(String(id)),
    /** Ids of the sources on this form, in the order of their numbers. */
    cited: () => [...new Set(markers().map(idOf))],
    /** Forget what is known of a source, because it was just changed. */
    refresh: (id) => {
      asked.delete(String(id));
      schedule();
    },
  };
})();
