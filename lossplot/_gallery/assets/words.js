// The words that scripts put into the page, in its language.
// MESSAGES has them by language and by their English; it stands before all modules.

// The most words of a visitor that are repeated together, and their most letters.
const [MOST, LONGEST] = [8, 60];

const languages = ["en", ...Object.keys(MESSAGES)];

export function language() {
  const { lang } = document.documentElement;
  return languages.includes(lang) ? lang : "en";
}

/** What a visitor wrote, as it is repeated to them. */
export function quoted(word) {
  return `\u2018${word}\u2019`;
}

/** The first of `words`, which may be many and long. */
export function listed(words) {
  const [first, more] = [words.slice(0, MOST), words.length > MOST ? ["…"] : []];
  return [...first.map((word) => (word.length > LONGEST ? `${word.slice(0, LONGEST)}…` : word)), ...more].join(", ");
}

/** `words` in the page's language, with `values` in place of its placeholders. */
export function say(words, values = {}) {
  return (MESSAGES[language()]?.[words] ?? words).replace(/\{(\w+)\}/g, (_, name) => values[name]);
}
