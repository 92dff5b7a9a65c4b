// The words that scripts put into the page, in the language that the visitor chose.
// MESSAGES has them by language and by their English; it stands before all modules.

export const languages = ["en", ...Object.keys(MESSAGES)];

export function language() {
  const { lang } = document.documentElement;
  return languages.includes(lang) ? lang : "en";
}

/** Return the language after the visitor's. */
export function nextLanguage() {
  return languages[(languages.indexOf(language()) + 1) % languages.length];
}

/** What a visitor wrote, as it is repeated to them. */
export function quoted(word) {
  return `\u2018${word}\u2019`;
}

/** `words` in the visitor's language, with `values` in place of its placeholders. */
export function say(words, values = {}) {
  return (MESSAGES[language()]?.[words] ?? words).replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

const ATTRIBUTES = ["aria-label", "placeholder", "alt", "title"];

/** Put everything in `root` that has words in several languages into the visitor's. */
export function translate(root = document) {
  const code = language();
  const selector = (suffix) => languages.map((each) => `[data-${each}${suffix}]`).join();
  for (const each of root.querySelectorAll(selector(""))) {
    if (!each.hasAttribute("data-en")) each.setAttribute("data-en", each.textContent);
    each.textContent = each.getAttribute(`data-${code}`) ?? each.getAttribute("data-en");
  }
  for (const name of ATTRIBUTES) {
    for (const each of root.querySelectorAll(selector(`-${name}`))) {
      if (!each.hasAttribute(`data-en-${name}`)) each.setAttribute(`data-en-${name}`, each.getAttribute(name));
      each.setAttribute(name, each.getAttribute(`data-${code}-${name}`) ?? each.getAttribute(`data-en-${name}`));
    }
  }
}
