// What words of the command line ask for: `mse`, `Huber:delta=0.5,1,2`, `scipy:huber`.

import { accepts, halves, isAllowed, makeCurve, readNumber } from "./curve.js";
import { hasFormulas, readCurves } from "./typed.js";

// The most members of one family.
const MOST = 24;
const known = new WeakMap();

/** The curves that words such as `huber:delta=1,2` ask for; none where they ask for what is not among `losses`. */
export function readFamily(text, losses) {
  const parts = text.split(":");
  const given = parts.findIndex((part) => part.includes("="));
  const count = given < 0 ? parts.length : given;
  const loss = lossCalled(parts.slice(0, count).join(":"), losses);
  if (!loss) return hasFormulas() ? readTyped(text, losses) : [];
  const named = [];
  let members = [loss.parameters.map((parameter) => parameter.default)];
  for (const assignment of parts.slice(count)) {
    const [key, words] = halves(assignment, "=");
    const place = loss.parameters.findIndex((parameter) => parameter.name === key);
    const values = (words ?? "").split(",").map(readNumber);
    if (place < 0 || named.includes(key) || !values.every((value) => accepts(loss.parameters[place], value))) return [];
    named.push(key);
    members = members.flatMap((member) => values.map((value) => member.map((other, i) => (i === place ? value : other))));
    if (members.length > MOST) return [];
  }
  return members.every((values) => isAllowed(loss, values)) ? members.map((values) => makeCurve(loss, values, named)) : [];
}

function readTyped(text, losses) {
  try {
    return readCurves(text, losses);
  } catch {
    return [];
  }
}

/** The only curve that such words ask for, or null. */
export function readSpec(text, losses) {
  const curves = readFamily(text, losses);
  return curves.length === 1 ? curves[0] : null;
}

/** The loss that has this name, or that people call so, in any case and with `_` or `-`; or null. */
function lossCalled(name, losses) {
  if (Object.hasOwn(losses, name)) return losses[name];
  if (!known.has(losses)) known.set(losses, new Map(Object.values(losses).flatMap((loss) => [loss.name, ...(loss.called ?? [])].map((word) => [word, loss]))));
  return known.get(losses).get(name.trim().toLowerCase().replaceAll("_", "-")) ?? null;
}
