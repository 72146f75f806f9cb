/**
 * Reader comments without a reload. Everything here works without this script too.
 *
 * All words come from the page: the script has none of its own.
 */

const stateOf = new WeakMap();

/** The form's token, the CSRF token and who writes: asked for once per form, when it is first used. */
function stateFor(form) {
  if (!stateOf.has(form)) {
    const asked = fetch(form.dataset.stateUrl, { headers: { Accept: "application/json" } })
      .then((response) => (response.ok ? response.json() : null))
      .catch(() => null)
      .then((state) => {
        if (state) apply(form, state);
        if (state?.challenge) state.solved = solve(state.challenge);
        return state;
      });
    stateOf.set(form, asked);
  }
  return stateOf.get(form);
}

const bytesOf = (hex) => Uint8Array.from(hex.match(/../g) || [], (pair) => Number.parseInt(pair, 16));
const hexOf = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
const GUESSES_AT_ONCE = 500;
const MOST_GUESSES = 10_000_000;

/** The proof of work a site may ask for (ALTCHA 2, SHA-256 once): the number whose hash has the wanted beginning. */
async function solve(challenge) {
  const { nonce, salt, keyPrefix } = challenge.parameters;
  if (!window.crypto.subtle) return "";
  const start = bytesOf(salt + nonce);
  async function guess(counter) {
    const data = new Uint8Array(start.length + 4);
    data.set(start);
    new DataView(data.buffer).setUint32(start.length, counter);
    return { counter, derivedKey: hexOf(await window.crypto.subtle.digest("SHA-256", data)) };
  }
  for (let first = 0; first < MOST_GUESSES; first += GUESSES_AT_ONCE) {
    const guesses = Array.from({ length: GUESSES_AT_ONCE }, (_none, number) => guess(first + number));
    const solution = (await Promise.all(guesses)).find((one) => one.derivedKey.startsWith(keyPrefix));
    if (solution) return window.btoa(JSON.stringify({ challenge, solution }));
  }
  return "";
}

function apply(form, state) {
  form.elements.token.value = state.token;
  const guest = form.querySelector("[data-gs-guest]");
  const member = form.querySelector("[data-gs-member]");
  if (!state.member || !guest) return;
  guest.hidden = true;
  for (const field of guest.querySelectorAll("input")) field.required = false;
  member.textContent = state.member;
  member.hidden = false;
}

function tell(form, message, failed) {
  const told = form.querySelector("[data-gs-told]");
  told.toggleAttribute("data-failed", failed);
  told.textContent = message;
}

function showErrors(form, errors) {
  for (const place of form.querySelectorAll("[data-gs-error]")) {
    const field = form.elements[place.dataset.gsError];
    const message = errors[place.dataset.gsError] || "";
    place.textContent = message;
    if (message) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }
  form.querySelector("[aria-invalid]")?.focus();
}

async function send(form) {
  const state = await stateFor(form);
  const headers = { Accept: "application/json" };
  if (state) headers["X-CSRFToken"] = state.csrf;
  if (state?.solved) form.elements.challenge.value = await state.solved;
  const response = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), headers });
  const type = response.headers.get("Content-Type") || "";
  if (!type.includes("json")) return null;
  return { ok: response.ok, ...(await response.json()) };
}

async function submitted(form) {
  const button = form.querySelector("button:not([type=button])");
  button.disabled = true;
  try {
    const answer = await send(form);
    if (!answer) {
      form.submit();
      return;
    }
    showErrors(form, answer.errors || {});
    tell(form, answer.message, !answer.ok);
    if (answer.ok) await sent(form, answer);
    else if (answer.code !== "invalid-input") stateOf.delete(form);
  } catch {
    form.submit();
  } finally {
    button.disabled = false;
  }
}

/** The words are gone, the message stays; what was published at once is shown. */
async function sent(form, answer) {
  form.elements.body.value = "";
  stateOf.delete(form);
  if (answer.state !== "approved") return;
  const section = form.closest("[data-gs-comments]");
  const response = await fetch(window.location.pathname + window.location.search, { cache: "reload" });
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  const stretch = fresh.querySelector("[data-gs-comments] [data-gs-stretch]");
  const old = section.querySelector("[data-gs-stretch]");
  if (!stretch) return;
  bringHome(form);
  if (old) old.replaceWith(stretch);
  else section.append(stretch);
}

function bringHome(form) {
  const section = form.closest("[data-gs-comments]");
  section.querySelector("[data-gs-home]").append(form);
  form.elements.parent.value = "";
  form.querySelector("[data-gs-answering]").hidden = true;
}

function answerTo(link) {
  const section = link.closest("[data-gs-comments]");
  const form = section?.querySelector("[data-gs-comment-form]");
  if (!form) return false;
  form.elements.parent.value = link.dataset.gsAnswer;
  const answering = form.querySelector("[data-gs-answering]");
  answering.querySelector("span").textContent = link.getAttribute("aria-label");
  answering.hidden = false;
  tell(form, "", false);
  link.closest("article").append(form);
  form.elements.body.focus();
  return true;
}

/** The next stretch of the list, in place of the link to it. */
async function showMore(link) {
  link.setAttribute("aria-busy", "true");
  const response = await fetch(link.href);
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  const stretch = fresh.querySelector("[data-gs-stretch]");
  if (!response.ok || !stretch) {
    window.location.assign(link.href);
    return;
  }
  const place = link.parentElement;
  const first = stretch.querySelector("li");
  place.replaceWith(stretch);
  if (first) {
    first.tabIndex = -1;
    first.focus();
  }
}

document.addEventListener("focusin", (event) => {
  const form = event.target.closest?.("[data-gs-comment-form]");
  if (form) stateFor(form);
});

document.addEventListener("submit", (event) => {
  const form = event.target.closest?.("[data-gs-comment-form]");
  if (!form) return;
  event.preventDefault();
  submitted(form);
});

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-gs-answer], [data-gs-more], [data-gs-cancel]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.matches("[data-gs-cancel]")) bringHome(link.closest("form"));
  else if (link.matches("[data-gs-answer]")) {
    if (answerTo(link)) event.preventDefault();
  } else {
    event.preventDefault();
    showMore(link);
  }
});
