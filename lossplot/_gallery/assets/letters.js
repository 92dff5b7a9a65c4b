// The letters of figures: Inter, which comes with the page; the reader's own for what it lacks.
// The page has the files of its faces, in base64, as lossplot.letters, and the faces themselves as lossplot.faces.

import { make } from "./elements.js";
import { FACES } from "./faces.js";

export const FONT = "Inter, system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

const pen = make("canvas").getContext("2d");

/** Call `refresh` once the letters are there, if they are not yet. */
export function awaitLetters(refresh) {
  const { faces } = globalThis.lossplot;
  if (faces.some(({ status }) => status !== "loaded")) Promise.all(faces.map((face) => face.load())).then(refresh);
}

/** Return the width in pixels of `text`, `size` pixels high. */
export function widthOf(text, size, face = "regular") {
  const [style, weight] = FACES[face];
  pen.font = `${style} ${weight} ${size}px ${FONT}`;
  return pen.measureText(text).width;
}

/** The runs of a text with markup, as pairs of words and face: what stands between stars is italic. */
function runsOf(marked) {
  return marked.split("*").map((words, number) => [words, number % 2 ? "italic" : "regular"]).filter(([words]) => words);
}

/** Return the width in pixels of a text with markup. */
export function markedWidth(marked, size) {
  return runsOf(marked).reduce((sum, [words, face]) => sum + widthOf(words, size, face), 0);
}

/** A text with markup as the content of an SVG text. */
export function spansOf(marked) {
  return runsOf(marked).map(([words, face]) => (face === "italic" ? `<tspan font-style="italic">${safe(words)}</tspan>` : safe(words))).join("");
}

export function plain(marked) {
  return marked.replaceAll("*", "");
}

/** `text` in SVG. */
export function safe(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/** `svg` with those faces in it that it uses, so that it looks the same wherever it is taken. */
export function withLetters(svg) {
  const used = { regular: true, italic: svg.includes('font-style="italic"'), medium: svg.includes('font-weight="500"') };
  const rules = Object.entries(FACES)
    .filter(([name]) => used[name])
    .map(([name, [style, weight]]) => `@font-face{font-family:Inter;font-style:${style};font-weight:${weight};src:url(data:font/ttf;base64,${globalThis.lossplot.letters[name]})}`);
  return svg.replace(">", `><style>${rules.join("")}</style>`);
}
