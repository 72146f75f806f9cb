/**
 * Fields of the editor read in the direction of their content, whatever the
 * language of the admin: `lang` and `dir` come from the locale that is being
 * edited, also in blocks, inline forms and dialogs that are added later.
 *
 * The script's own tag carries the direction of each content language, and the
 * language of the content on a site without translations. An ancestor with
 * `data-content-language` has the last word.
 */
(() => {
  const { directions: json, language: soleLanguage } = document.currentScript.dataset;
  const directions = JSON.parse(json);

  const FIELDS = 'input:not([type]), input[type="text"], textarea, [contenteditable="true"]';
  const FORMS = '[data-edit-form], .modal';
  const TRANSLATION_EDITOR = '.js-translation-editor';
  const SOURCE_TEXT = `${TRANSLATION_EDITOR} li > p:first-child`;
  const TITLES = '[data-controller~="w-breadcrumbs"] li, .w-header__title';
  // Dates, block pickers and editors' comments belong to the admin, not to the content.
  const NOT_CONTENT =
    '[class*="w-field--admin_date"] *, .w-field--admin_time_input *, [role="combobox"], [inputmode], #comments *, [dir]';

  const activeLanguage = () => {
    const config = document.getElementById('wagtail-config');
    return (config && JSON.parse(config.textContent).ACTIVE_CONTENT_LOCALE) || soleLanguage;
  };

  const translation = (editor) => {
    const { locale, sourceLocale } = JSON.parse(editor.dataset.props);
    return { target: locale.code, source: sourceLocale.code };
  };

  const languageOf = (field) => {
    const named = field.closest('[data-content-language]');
    if (named) return named.dataset.contentLanguage;
    const editor = field.closest(TRANSLATION_EDITOR);
    if (editor) return translation(editor).target;
    return field.closest(FORMS) ? activeLanguage() : '';
  };

  // The title of a page reads in the direction of its language, even where a name of the other script comes first.
  const LETTERS = { rtl: /[\p{Script=Arabic}\p{Script=Hebrew}]/u, ltr: /\p{Script=Latin}/u };

  const directionOfTitle = (text) => {
    const direction = document.querySelector('[data-edit-form]') && directions[activeLanguage()];
    return direction && LETTERS[direction].test(text) ? direction : 'auto';
  };

  const direct = (element, language) => {
    if (!language || !directions[language]) return;
    element.setAttribute('lang', language);
    element.setAttribute('dir', directions[language]);
  };

  const within = (root, selector) => [...(root.matches(selector) ? [root] : []), ...root.querySelectorAll(selector)];

  const directSegment = (source) => {
    const languages = translation(source.closest(TRANSLATION_EDITOR));
    direct(source, languages.source);
    if (source.nextElementSibling?.matches('div')) direct(source.nextElementSibling, languages.target);
  };

  const directAll = (root) => {
    within(root, FIELDS).forEach((field) => {
      if (!field.matches(NOT_CONTENT)) direct(field, languageOf(field));
    });
    within(root, SOURCE_TEXT).forEach(directSegment);
    within(root, TITLES).forEach((title) => title.setAttribute('dir', directionOfTitle(title.textContent)));
  };

  const start = () => {
    directAll(document.body);
    new MutationObserver((changes) => {
      changes.forEach(({ addedNodes }) => {
        addedNodes.forEach((node) => {
          if (node.nodeType === Node.ELEMENT_NODE) directAll(node);
        });
      });
    }).observe(document.body, { childList: true, subtree: true });
  };

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
