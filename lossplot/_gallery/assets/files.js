// The figure on the screen as files: SVG, PNG, CSV.

import { specOf, plainNumber } from "./curve.js";
import { make } from "./elements.js";
import { paint } from "./paint.js";
import { valueOf } from "./quantities.js";

// Pixels of a PNG to each of the page's.
const SCALE = 2;

/** The PNG of `svg`, an element of the page, as a blob. */
export async function pngOf(svg, { width, height }) {
  const canvas = make("canvas", { width: width * SCALE, height: height * SCALE });
  const pen = canvas.getContext("2d");
  pen.scale(SCALE, SCALE);
  paint(svg, pen);
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("The browser makes no PNG.");
  return blob;
}

/** A row for each vertex, as lossplot's own CSV has them. */
export function csvOf(scene) {
  const rows = ["loss,panel,piece,x,y"];
  for (const { name, view, traces } of scene.panels) {
    const reach = view.top - view.bottom;
    const isClipped = (y) => y <= view.bottom - reach || y >= view.top + reach;
    traces.forEach(({ pieces }, i) => {
      const curve = scene.curves[i];
      pieces.forEach((piece, number) => {
        for (const [x, y] of piece) rows.push([titleOf(curve), name, number + 1, plainNumber(x), plainNumber(isClipped(y) ? valueOf(curve, name, x) : y)].join());
      });
    });
  }
  return `${rows.join("\n")}\n`;
}

/** The curve in a field of the table, with the label that it is for. */
function titleOf(curve) {
  const title = curve.loss.y ? `${specOf(curve)}, ${curve.loss.y.replace("\u2212", "-")}` : specOf(curve);
  return /[",]/.test(title) ? `"${title.replaceAll('"', '""')}"` : title;
}

/** Give `blob` to the visitor as a file. */
export function save(blob, name) {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
