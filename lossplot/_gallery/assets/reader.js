// The crosshair: where pointers and keys put it.

import { place, xAt } from "./panel.js";
import { roundedTo } from "./zoom.js";

// The distance in pixels within which the crosshair snaps to a knot.
const SNAP = 6;
// The share of the view that an arrow key goes.
const STEP = 0.01;

/** The x at a pixel column: at a knot, if one is near, else as round as its pixel allows. */
export function xNear(column, scene, drawing) {
  const [box] = drawing.boxes;
  const near = knotsOf(scene).map((x) => [Math.abs(place(box, [x, 0])[0] - column), x]).sort((a, b) => a[0] - b[0])[0];
  if (near && near[0] <= SNAP) return near[1];
  return inView(rounded(xAt(box, column), scene, box), scene);
}

/** The x where a key leads from `here`: arrows go a step, but not past a knot, page keys from knot to knot; or null. */
export function xOfKey(key, here, scene, drawing) {
  const [box] = drawing.boxes;
  const knots = knotsOf(scene).sort((a, b) => a - b);
  const after = knots.find((x) => x > here);
  const before = knots.findLast((x) => x < here);
  const stride = STEP * (scene.right - scene.left);
  const targets = {
    ArrowRight: () => Math.min(rounded(here + stride, scene, box), after ?? Infinity),
    ArrowLeft: () => Math.max(rounded(here - stride, scene, box), before ?? -Infinity),
    PageUp: () => after ?? scene.right,
    PageDown: () => before ?? scene.left,
    Home: () => scene.left,
    End: () => scene.right,
  };
  const meant = { ArrowUp: "ArrowRight", ArrowDown: "ArrowLeft" }[key] ?? key;
  return Object.hasOwn(targets, meant) ? inView(targets[meant](), scene) : null;
}

function knotsOf(scene) {
  return scene.knots.flat().map((knot) => knot.x);
}

function rounded(x, scene, box) {
  return roundedTo(x, (scene.right - scene.left) / box.width);
}

function inView(x, { left, right }) {
  return Math.min(Math.max(x, left), right);
}
