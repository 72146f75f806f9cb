/**
 * The copy desk in the editor: below an Arabic field, the slips that a rule has
 * found in it, each with a button that mends it. Nothing is blocked.
 */
(() => {
  const { url } = document.currentScript.dataset;
  const PLAIN = '[data-edit-form] :is(input[type="text"], input:not([type]), textarea)[lang|="ar"]';
  const RICH = '[data-edit-form] [contenteditable="true"][lang|="ar"]';
  const DELAY = 800;

  const gettext = (text) => (window.gettext || String)(text);
  const seen = new WeakMap();
  const ignored = new Set();
  let timer;

  /** A field's text, by paragraphs, and how to change it: an input, or the state of a rich text editor. */
  const plainField = (element) => ({
    element,
    texts: () => [element.value],
    mend: (_paragraph, finding) => {
      element.setRangeText(finding.suggest, finding.start, finding.start + finding.found.length, 'end');
      element.dispatchEvent(new Event('input', { bubbles: true }));
      element.dispatchEvent(new Event('change', { bubbles: true }));
    },
  });

  const richField = (element) => {
    const home = element.closest('[data-draftail-editor-wrapper]')?.parentNode;
    const editor = home?.querySelector('input[name]')?.draftailEditor;
    if (!editor) return null;
    const blocks = () => editor.getEditorState().getCurrentContent().getBlocksAsArray();
    return {
      element,
      texts: () => blocks().map((block) => block.getText()),
      mend: (paragraph, finding) => {
        const { EditorState, Modifier, SelectionState } = window.DraftJS;
        const state = editor.getEditorState();
        const block = blocks()[paragraph];
        const { start, found, suggest } = finding;
        const entity = block.getEntityAt(start);
        // A link or a citation that begins or ends inside the words would be lost: the editor mends those.
        if ([...found].some((_, offset) => block.getEntityAt(start + offset) !== entity)) return;
        const selection = SelectionState.createEmpty(block.getKey()).merge({
          anchorOffset: start,
          focusOffset: start + found.length,
        });
        const style = block.getInlineStyleAt(start);
        const content = Modifier.replaceText(state.getCurrentContent(), selection, suggest, style, entity);
        editor.onChange(EditorState.push(state, content, 'insert-characters'));
      },
    };
  };

  const fields = () => [
    ...[...document.querySelectorAll(PLAIN)].map(plainField),
    ...[...document.querySelectorAll(RICH)].map(richField),
  ].filter(Boolean);

  const button = (label, onClick) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'button button-small button-secondary';
    made.textContent = label;
    made.addEventListener('click', onClick);
    return made;
  };

  const words = (text, className) => {
    const made = document.createElement('bdi');
    made.lang = 'ar';
    made.dir = 'rtl';
    made.className = className;
    made.textContent = text;
    return made;
  };

  const item = (field, paragraph, finding) => {
    const line = document.createElement('li');
    const message = document.createElement('span');
    message.textContent = finding.message;
    const fix = button(gettext('Fix'), () => {
      const stands = field.texts()[paragraph]?.startsWith(finding.found, finding.start);
      if (stands) field.mend(paragraph, finding);
      check();
    });
    const leave = button(gettext('Ignore'), () => {
      ignored.add(`${finding.rule} ${finding.found}`);
      seen.delete(field.element);
      check();
    });
    line.append(message, words(finding.found, 'gs-copydesk__found'), words(finding.suggest, ''), fix, leave);
    return line;
  };

  const show = (field, findings) => {
    const home = field.element.closest('[data-field-input], .w-field__input') || field.element.parentElement;
    home.parentElement.querySelector(':scope > .gs-copydesk')?.remove();
    const lines = findings.flatMap((found, paragraph) => found
      .filter((finding) => !ignored.has(`${finding.rule} ${finding.found}`))
      .map((finding) => item(field, paragraph, finding)));
    if (!lines.length) return;
    const list = document.createElement('ul');
    list.className = 'gs-copydesk';
    list.setAttribute('aria-label', gettext('Copy desk'));
    list.append(...lines);
    home.after(list);
  };

  const ask = async (texts) => {
    const config = JSON.parse(document.getElementById('wagtail-config').textContent);
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', [config.CSRF_HEADER_NAME]: config.CSRF_TOKEN },
      body: JSON.stringify({ language: 'ar', texts }),
    });
    return response.ok ? (await response.json()).findings : texts.map(() => []);
  };

  async function check() {
    const changed = fields()
      .map((field) => ({ field, texts: field.texts() }))
      .filter(({ field, texts }) => seen.get(field.element) !== texts.join('\n'));
    if (!changed.length) return;
    changed.forEach(({ field, texts }) => seen.set(field.element, texts.join('\n')));
    const findings = await ask(changed.flatMap(({ texts }) => texts));
    changed.forEach(({ field, texts }) => show(field, findings.splice(0, texts.length)));
  }

  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(check, DELAY);
  };

  const start = () => {
    if (!document.querySelector('[data-edit-form]')) return;
    document.addEventListener('input', soon);
    document.addEventListener('focusout', soon);
    soon();
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
