/**
 * The slug that the editor proposes is the one that the server would make (see
 * `arabic/slugs.py`): tatweel and tashkeel left out, one hyphen between words,
 * cut between words at 80 characters.
 */
(() => {
  const MAX_LENGTH = 80;
  const SLUGS = '[data-controller~="w-slug"][data-w-slug-allow-unicode-value]';
  const FORMATTERS = 'data-w-slug-formatters-value';

  const CLEAN = [
    [['[\\u0640\\p{Mn}\\p{Cf}\'’ʼ`´]', 'gu'], ''],
    [['[^\\p{L}\\p{N}_]+', 'gu'], '-'],
    [['^-+|-+$', 'gu'], ''],
  ];
  const CUT = [
    [[`^(?=.{${MAX_LENGTH + 1}})(.{1,${MAX_LENGTH}})-.*$`, 'gu'], '$1'],
    [[`^(.{${MAX_LENGTH}}).+$`, 'gu'], '$1'],
  ];

  const format = (field) => {
    if (field.hasAttribute(FORMATTERS) || field.getAttribute('data-w-slug-allow-unicode-value') === 'False') return;
    // The address of a page that has a longer slug already is not to change by itself.
    const isLong = field.value.length > MAX_LENGTH;
    field.setAttribute(FORMATTERS, JSON.stringify(isLong ? CLEAN : [...CLEAN, ...CUT]));
  };

  const start = () => document.querySelectorAll(SLUGS).forEach(format);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
