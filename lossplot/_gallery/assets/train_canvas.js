// Canvases that fit the screen's pixels, and axes on them.

import { make } from "./elements.js";
import { FONT } from "./letters.js";

// The height of small letters, and the room beside panels, in pixels.
export const SMALL = 12;
export const LEFT = 42;
export const RIGHT = 12;

const layers = new WeakMap();

/** Make `canvas` `width` by `height` pixels of the page, and return its pen, with a clean ground. */
export function penOf(canvas, width, height, theme) {
  const scale = Math.min(devicePixelRatio || 1, 2);
  const [across, down] = [Math.round(width * scale), Math.round(height * scale)];
  if (canvas.width !== across || canvas.height !== down) {
    Object.assign(canvas, { width: across, height: down });
    Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
  }
  const pen = canvas.getContext("2d");
  pen.setTransform(scale, 0, 0, scale, 0, 0);
  pen.fillStyle = theme.ground;
  pen.fillRect(0, 0, width, height);
  pen.font = `${SMALL}px ${FONT}`;
  pen.lineJoin = "round";
  return pen;
}

/** Draw what stays the same between frames: `draw` is called only if one of `keys` is another than the last time. */
export function drawLayer(pen, keys, draw) {
  const { canvas } = pen;
  const { width, height } = canvas;
  const all = [...keys, width, height];
  if (!layers.get(canvas)?.keys.every((key, i) => key === all[i])) {
    const layer = make("canvas", { width, height });
    const brush = layer.getContext("2d");
    brush.setTransform(pen.getTransform());
    Object.assign(brush, { font: pen.font, lineJoin: pen.lineJoin });
    draw(brush);
    layers.set(canvas, { keys: all, layer });
  }
  pen.save();
  pen.resetTransform();
  pen.drawImage(layers.get(canvas).layer, 0, 0);
  pen.restore();
}

/** A map of the plane `view` onto `box`, in pixels; with `isLog` the heights are on a log scale. */
export function mapOf(box, view, isLog = false) {
  const height = isLog ? Math.log10 : (y) => y;
  const [bottom, top] = [height(view.bottom), height(view.top)];
  return {
    x: (x) => box.left + ((x - view.left) / (view.right - view.left)) * (box.right - box.left),
    y: (y) => box.bottom - ((height(y) - bottom) / (top - bottom)) * (box.bottom - box.top),
  };
}

/** Draw a grid with numbers: `columns` and `rows` are pairs of value and label. */
export function drawAxes(pen, box, map, columns, rows, theme) {
  pen.lineWidth = 1;
  pen.strokeStyle = theme.grid;
  pen.beginPath();
  for (const [x] of columns) line(pen, map.x(x), box.top, map.x(x), box.bottom);
  for (const [y] of rows) line(pen, box.left, map.y(y), box.right, map.y(y));
  pen.stroke();
  pen.fillStyle = theme.soft;
  pen.textBaseline = "top";
  pen.textAlign = "center";
  for (const [x, text] of columns) pen.fillText(text, map.x(x), box.bottom + 5);
  pen.textBaseline = "middle";
  pen.textAlign = "right";
  for (const [y, text] of rows) pen.fillText(text, box.left - 6, map.y(y));
}

export function line(pen, x, y, toX, toY) {
  pen.moveTo(x, y);
  pen.lineTo(toX, toY);
}

/** Draw a polyline through `points`, in pixels. */
export function polyline(pen, points) {
  pen.beginPath();
  points.forEach(([x, y], i) => (i ? pen.lineTo(x, y) : pen.moveTo(x, y)));
  pen.stroke();
}

/** Draw only in `box` what `draw` draws. */
export function inBox(pen, box, draw) {
  pen.save();
  pen.beginPath();
  pen.rect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  pen.clip();
  draw();
  pen.restore();
}
