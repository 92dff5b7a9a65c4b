// The words that scripts put into the page, in its language.
// MESSAGES has them by language and by their English; it stands before all modules.

const languages = ["en", ...Object.keys(MESSAGES)];

export function language() {
  const { lang } = document.documentElement;
  return languages.includes(lang) ? lang : "en";
}

/** What a visitor wrote, as it is repeated to them. */
export function quoted(word) {
  return `\u2018${word}\u2019`;
}

/** `words` in the page's language, with `values` in place of its placeholders. */
export function say(words, values = {}) {
  return (MESSAGES[language()]?.[words] ?? words).replace(/\{(\w+)\}/g, (_, name) => values[name]);
}
