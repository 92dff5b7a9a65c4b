// The figure on the screen as files: SVG, PNG, CSV.

import { specOf, plainNumber } from "./curve.js";
import { make } from "./elements.js";
import { PANELS } from "./scene.js";

// Pixels of a PNG to each of the page's.
const SCALE = 2;

/** The PNG of an SVG text, as a blob. */
export async function pngOf({ svg, width, height }) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = make("canvas", { width: width * SCALE, height: height * SCALE });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

/** A row for each vertex, as lossplot's own CSV has them. */
export function csvOf(scene) {
  const rows = ["loss,panel,piece,x,y"];
  for (const { name, view, traces } of scene.panels) {
    const order = PANELS.indexOf(name);
    const reach = view.top - view.bottom;
    const isClipped = (y) => y <= view.bottom - reach || y >= view.top + reach;
    traces.forEach(({ pieces }, i) => {
      const curve = scene.curves[i];
      pieces.forEach((piece, number) => {
        for (const [x, y] of piece) rows.push([specOf(curve), name, number + 1, plainNumber(x), plainNumber(isClipped(y) ? curve.at(order, x) : y)].join());
      });
    });
  }
  return `${rows.join("\n")}\n`;
}

/** Give `blob` to the visitor as a file. */
export function save(blob, name) {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
