// The view of the live figure as gestures change it: what a pointer, a key or a button makes of range and heights.

import { plainNumber } from "./curve.js";
import { xAt, yAt } from "./panel.js";
import { heightsProblem, viewProblem } from "./view.js";
import { movedSpan, shiftedSpan, widenedSpan } from "./zoom.js";

/**
 * What gestures do with the figure that `shown` returns, its scene and its boxes.
 *
 * `look` is called with the new range and the new heights of the first panel, null for those that stay usual.
 */
export function viewChanges(shown, look) {
  /** Take hold of the figure at a place in pixels: each later place, and factor, gives a view. */
  function grasp({ x, y }) {
    const { state, scene, drawing } = shown();
    const [box] = drawing.boxes;
    const level = { at: (column) => xAt(box, column), pixels: box.width };
    const upright = { at: (row) => yAt(box, row), pixels: box.height };
    return (place, factor) => {
      const range = movedSpan([scene.left, scene.right], level, { from: x, to: place.x, factor });
      const rises = y <= box.bottom && place.y !== null;
      lookAt(range, rises ? movedSpan(heightsOf(scene), upright, { from: y, to: place.y, factor }) : state.ylim);
    };
  }

  /** Make the view so many times as wide and high, around the crosshair, or its middle, and around zero. */
  function zoom(factor) {
    const { state, scene, drawing } = shown();
    const [box] = drawing.boxes;
    const [left, right] = [scene.left, scene.right];
    const [bottom, top] = heightsOf(scene);
    const x = state.x !== null && state.x >= left && state.x <= right ? state.x : (left + right) / 2;
    const y = bottom <= 0 && top >= 0 ? 0 : (bottom + top) / 2;
    lookAt(widenedSpan([left, right], x, factor, box.width), widenedSpan([bottom, top], y, factor, box.height));
  }

  /** Move the view by shares of its width and height. */
  function shift(across, upward) {
    const { state, scene, drawing } = shown();
    const [box] = drawing.boxes;
    lookAt(
      across ? shiftedSpan([scene.left, scene.right], across, box.width) : state.range,
      upward ? shiftedSpan(heightsOf(scene), upward, box.height) : state.ylim,
    );
  }

  function lookAt(range, ylim) {
    const { loss } = shown().scene.curves[0];
    if (range && viewProblem(range.map(plainNumber), loss)) return;
    if (ylim && heightsProblem(ylim.map(plainNumber))) return;
    look(range, ylim);
  }

  return { grasp, zoom, shift };
}

function heightsOf({ panels: [{ view }] }) {
  return [view.bottom, view.top];
}
