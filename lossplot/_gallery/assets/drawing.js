// A scene -> SVG text, with its colours in it, so that it looks the same wherever it is taken.

import { layOut } from "./layout.js";
import { FONT, safe, spansOf } from "./letters.js";
import { curvesOf, dashed, digits, frameOf, LINE } from "./panel.js";
import { TEXT } from "./sizes.js";

/**
 * The drawing of `scene`, `width` pixels wide: its SVG text `svg`, its height, and the boxes of its panels.
 *
 * It is about `most` pixels high at most, if its panels are not too low then.
 *
 * `words` are the title, the names of the curves, the labels of the panels and of the x axis, and what it shows.
 */
export function draw(scene, { width, most }, words, styles, theme) {
  const layout = layOut(scene, { width, most }, words);
  const { boxes, height, title, xLabel } = layout;
  const isLast = (i) => i === boxes.length - 1;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${safe(words.description)}" font-family="${FONT}" font-size="${TEXT}">`,
    `<rect width="${width}" height="${height}" fill="${theme.ground}"/>`,
    words.title && `<text x="${title.x}" y="${title.y}" font-size="${digits(title.size)}" fill="${theme.ink}">${safe(words.title)}</text>`,
    ...boxes.map((box, i) => frameOf(box, layout.upright[i], layout.level, { label: words.panels[i], hasNumbers: isLast(i) }, theme)),
    ...boxes.map((box, i) => curvesOf(scene.panels[i], box, styles, theme)),
    `<text x="${digits(xLabel.x)}" y="${digits(xLabel.y)}" text-anchor="middle" font-size="${digits(xLabel.size)}" fill="${theme.ink}">${spansOf(words.xLabel)}</text>`,
    '<g class="crosshair"></g>',
    ...layout.names.map(({ curve, text, x, y, size }) => `<text class="name" x="${digits(x)}" y="${digits(y)}" font-size="${digits(size)}" font-weight="500" fill="${styles[curve].colour}">${safe(text)}</text>`),
    ...(layout.legend?.keys ?? []).map((key) => keyOf(key, styles[key.curve], theme.ink)),
    "</svg>",
  ];
  return { svg: svg.filter(Boolean).join("\n"), width, height, boxes };
}

/** A line of the legend and the name beside it. */
function keyOf({ name, x, y, length, nameAt }, { colour, dash }, ink) {
  const line = `<path d="M${digits(x)} ${digits(y)}h${digits(length)}" stroke="${colour}" stroke-width="${LINE}"${dashed(dash)}/>`;
  return `${line}<text class="name" x="${digits(nameAt)}" y="${digits(y + 0.364 * TEXT)}" fill="${ink}">${safe(name)}</text>`;
}
