/**
 * The moderation desk: decisions without a reload, by mouse or keyboard.
 *
 * Without this script every button still works as a plain form. The shortcuts
 * act only while a comment has the focus, so they are in nobody's way elsewhere.
 */
const { gettext, ngettext, interpolate } = window;

const queueOf = (element) => element.closest("[data-gs-queue]");
const cardsOf = (queue) => [...queue.querySelectorAll("[data-gs-card]")];
const isDecided = (card) => card.hasAttribute("data-gs-decided");
const boxOf = (card) => card.querySelector("input[name=comment]");

/** Whole queues are chosen as such: the server works the list out again from the filters. */
let wholeQueue = false;
/** Decisions of this visit, the latest last, for "undo". */
const history = [];

function say(queue, message) {
  queue.querySelector("[data-gs-status]").textContent = message;
}

function chosenCards(queue) {
  return cardsOf(queue).filter((card) => boxOf(card)?.checked && !isDecided(card));
}

function showSelection(queue) {
  const count = wholeQueue ? Number(queue.dataset.total) : chosenCards(queue).length;
  const text = ngettext("%(count)s chosen", "%(count)s chosen", count);
  queue.querySelector("[data-gs-selected]").textContent = count ? interpolate(text, { count }, true) : "";
  const everything = queue.querySelector("[data-gs-select-all]");
  if (everything) everything.hidden = wholeQueue || !queue.querySelector("[data-gs-select-page]").checked;
}

async function post(url, fields, queue) {
  const body = new URLSearchParams(fields);
  body.append("csrfmiddlewaretoken", queue.querySelector("[name=csrfmiddlewaretoken]").value);
  const response = await fetch(url, { method: "POST", body, headers: { Accept: "application/json" } });
  const type = response.headers.get("Content-Type") || "";
  if (!type.includes("json")) throw new Error(gettext("The server did not answer as expected. Load the page again."));
  return { status: response.status, ...(await response.json()) };
}

function show(card, result) {
  const [id] = card.dataset.gsCard.split(":");
  card.dataset.gsCard = `${id}:${result.state}`;
  const box = boxOf(card);
  if (box) {
    box.value = card.dataset.gsCard;
    box.checked = false;
  }
  const mark = card.querySelector("[data-gs-state]");
  const tab = document.querySelector(`.gs-tab:has([data-gs-count="${result.state}"])`);
  if (tab) mark.textContent = tab.firstChild.textContent.trim();
  mark.className = `gs-mark gs-mark--${result.state}`;
  card.className = `gs-card gs-card--${result.state}`;
  card.toggleAttribute("data-gs-decided", result.state !== queueOf(card).dataset.state);
}

function showCounts(counts) {
  for (const [state, count] of Object.entries(counts || {})) {
    const element = document.querySelector(`[data-gs-count="${state}"]`);
    if (element) element.textContent = count.toLocaleString(document.documentElement.lang || undefined);
  }
}

function reasonOf(queue) {
  return queue.querySelector("select[name=reason]").value;
}

/** Not `queue.action`: the buttons are named "action", and a form's controls hide its properties. */
const addressOf = (queue) => queue.getAttribute("action");

async function decide(queue, cards, action) {
  if (!cards.length) {
    say(queue, gettext("Choose a comment first."));
    return;
  }
  const current = document.activeElement?.closest("[data-gs-card]");
  const next = current && cards.includes(current) ? neighbour(queue, current, 1) : null;
  const fields = [["action", action], ["reason", action === "approve" || action === "undo" ? "" : reasonOf(queue)]];
  for (const card of cards) fields.push(["comment", card.dataset.gsCard]);
  queue.setAttribute("aria-busy", "true");
  try {
    const answer = await post(addressOf(queue), fields, queue);
    const byId = new Map(cards.map((card) => [card.dataset.gsCard.split(":")[0], card]));
    const done = [];
    for (const result of answer.results || []) {
      const card = byId.get(String(result.id));
      if (!card) continue;
      if (result.state) show(card, result);
      if (result.ok) done.push(card);
    }
    if (action !== "undo" && done.length) history.push(done);
    showCounts(answer.counts);
    say(queue, answer.message);
    if (action !== "undo") (next || cards[0]).focus();
    else cards[0].focus();
  } catch (error) {
    say(queue, error.message);
  } finally {
    queue.removeAttribute("aria-busy");
    showSelection(queue);
  }
}

async function decideWholeQueue(queue, action) {
  const total = Number(queue.dataset.total);
  const question = ngettext("Decide on %(count)s comment?", "Decide on %(count)s comments?", total);
  if (!window.confirm(interpolate(question, { count: total }, true))) return;
  const fields = [
    ["action", action],
    ["reason", reasonOf(queue)],
    ["all", "1"],
    ["all_count", String(total)],
    ["state", queue.dataset.state],
    ["query", queue.dataset.query],
  ];
  try {
    const answer = await post(addressOf(queue), fields, queue);
    if (answer.status === 200) window.location.reload();
    else say(queue, answer.message);
  } catch (error) {
    say(queue, error.message);
  }
}

/** The next card in a direction that still waits for a decision, or else the next card at all. */
function neighbour(queue, card, step) {
  const cards = cardsOf(queue);
  for (let i = cards.indexOf(card) + step; cards[i]; i += step) {
    if (!isDecided(cards[i])) return cards[i];
  }
  return null;
}

function move(queue, card, step) {
  const cards = cardsOf(queue);
  const target = cards[cards.indexOf(card) + step];
  if (target) {
    target.focus();
    target.scrollIntoView({ block: "nearest" });
  }
}

async function ban(queue, card) {
  const name = card.querySelector("strong").textContent.trim();
  const question = interpolate(gettext("Ban %(name)s by e-mail address, for good?"), { name }, true);
  if (!window.confirm(question)) return;
  const [id] = card.dataset.gsCard.split(":");
  const url = card.querySelector("[data-gs-open]").href + "standing/";
  const fields = [["standing", "banned"], ["subject", "email"], ["reject_waiting", "1"]];
  try {
    const answer = await post(url, fields, queue);
    const byId = new Map(cardsOf(queue).map((one) => [one.dataset.gsCard.split(":")[0], one]));
    for (const result of answer.results || []) {
      const other = byId.get(String(result.id));
      if (other && result.ok) show(other, result);
    }
    showCounts(answer.counts);
    say(queue, answer.message);
    (neighbour(queue, byId.get(id), 1) || card).focus();
  } catch (error) {
    say(queue, error.message);
  }
}

const KEYS = {
  j: (queue, card) => move(queue, card, 1),
  k: (queue, card) => move(queue, card, -1),
  a: (queue, card) => decide(queue, targets(queue, card), "approve"),
  r: (queue, card) => decide(queue, targets(queue, card), "reject"),
  s: (queue, card) => decide(queue, targets(queue, card), "spam"),
  d: (queue, card) => decide(queue, targets(queue, card), "remove"),
  u: (queue) => history.length && decide(queue, history.pop(), "undo"),
  b: (queue, card) => ban(queue, card),
  o: (_queue, card) => card.querySelector("[data-gs-open]").click(),
  x: (queue, card) => {
    const box = boxOf(card);
    box.checked = !box.checked;
    showSelection(queue);
  },
};

/** A key decides on the chosen comments, or else on the one in focus. */
function targets(queue, card) {
  const chosen = chosenCards(queue);
  if (chosen.length) return chosen;
  return isDecided(card) ? [] : [card];
}

// Letters by their place on the keyboard: an Arabic layout has other characters there.
const letterOf = (event) => (event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : "");

document.addEventListener("keydown", (event) => {
  const card = event.target.closest?.("[data-gs-card]");
  const queue = card && queueOf(card);
  if (!queue || event.ctrlKey || event.metaKey || event.altKey || queue.hasAttribute("aria-busy")) return;
  if (event.target.matches("textarea, select, input:not([type=checkbox])")) return;
  const act = KEYS[letterOf(event)];
  if (!act) return;
  event.preventDefault();
  act(queue, card);
});

document.addEventListener("submit", (event) => {
  const queue = event.target.closest?.("[data-gs-queue]");
  const action = event.submitter?.value;
  if (!queue || !action) return;
  event.preventDefault();
  if (wholeQueue) decideWholeQueue(queue, action);
  else if (action === "undo" && !chosenCards(queue).length && history.length) decide(queue, history.pop(), "undo");
  else decide(queue, chosenCards(queue), action);
});

document.addEventListener("change", (event) => {
  const queue = event.target.closest?.("[data-gs-queue]");
  if (!queue || event.target.type !== "checkbox") return;
  if (event.target.matches("[data-gs-select-page]")) {
    for (const card of cardsOf(queue)) if (!isDecided(card)) boxOf(card).checked = event.target.checked;
  }
  wholeQueue = false;
  showSelection(queue);
});

document.addEventListener("click", (event) => {
  const queue = event.target.closest?.("[data-gs-queue]");
  if (!queue) return;
  if (event.target.closest("[data-gs-select-all]")) {
    wholeQueue = true;
    showSelection(queue);
  }
  const help = event.target.closest("[data-gs-help]");
  if (help) {
    const keys = queue.querySelector("[data-gs-keys]");
    keys.hidden = !keys.hidden;
    help.setAttribute("aria-expanded", String(!keys.hidden));
  }
});

/** The first comment gets the focus when the queue opens, so that the keyboard works at once. */
document.querySelector("[data-gs-queue] [data-gs-card]")?.focus({ preventScroll: true });
