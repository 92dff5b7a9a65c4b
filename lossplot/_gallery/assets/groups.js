// Things in groups: Map.groupBy, which browsers of two years ago lack.

/** The groups of `things` by what `keyOf` returns of each, in the order of their first members. */
export function groupedBy(things, keyOf) {
  const groups = new Map();
  for (const thing of things) {
    const key = keyOf(thing);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(thing);
  }
  return groups;
}
