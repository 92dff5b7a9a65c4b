// Elements of the page: found by their ids, and made.

export const find = (id) => document.getElementById(id);

/** Return a new element `tag` with these properties and attributes. */
export function make(tag, properties = {}, attributes = {}) {
  const element = Object.assign(document.createElement(tag), properties);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
