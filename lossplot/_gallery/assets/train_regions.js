// What a network decides in the plane, with the examples on it; and the fit of a regression (figure/training/panels.py).

import { make } from "./elements.js";
import { drawAxes, drawLayer, inBox, LEFT, line, mapOf, penOf, polyline, RIGHT } from "./train_canvas.js";
import { decide, outputsAt } from "./train_run.js";
import { ticks } from "./ticks.js";

// The points along each side of the grid on which the outputs are computed: at most and at least, so that a picture of
// all networks takes so many products of a weight.
const [MOST_POINTS, LEAST_POINTS, PRODUCTS] = [61, 13, 2e6];
// The free room around the examples.
const ROOM = 0.08;
// The share of the ground that is in the colour of a region, at most.
const SHADE = 0.34;
const FIT_POINTS = 100;
// Where a network that ends in tanh, which never reaches 1, has its margins.
const BOUND = 0.99;
// Radii of the examples to train with and to test, and the least share with which the weight of one is drawn.
const [TRAINED, TESTED, LEAST] = [1.6, 2.3, 0.08];

const small = make("canvas");

/** The part of the plane that holds all examples. */
export function viewOf({ inputs, targets, columns }) {
  const xs = inputs.filter((_, i) => i % columns === 0);
  const ys = columns === 1 ? targets : inputs.filter((_, i) => i % columns === 1);
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [across, upward] = [ROOM * (right - left), ROOM * (top - bottom)];
  return { left: left - across, right: right + across, bottom: bottom - upward, top: top + upward };
}

/** How many points along each side the grid has for pictures of all `runs`. */
export function gridOf(runs) {
  const points = Math.floor(Math.sqrt(PRODUCTS / (runs.length * runs[0].weights.length)));
  return Math.min(Math.max(points, LEAST_POINTS), MOST_POINTS);
}

/** Draw the regions of `run`, or its line, into `canvas`; `frame` has the view of the examples, the size and the grid. */
export function drawPlane(canvas, run, data, frame, theme) {
  const { view, size } = frame;
  const pen = penOf(canvas, size, size, theme);
  const box = { left: LEFT, right: size - RIGHT, top: 4, bottom: size - 22 };
  const map = mapOf(box, view);
  if (data.columns === 1) drawFit(pen, run, data, { box, map, view }, theme);
  else drawRegions(pen, run, data, { ...frame, box, map }, theme);
}

/** The colour of a class: the label +1 of two has the first. */
export function classColour(number, classes, theme) {
  return theme.colours[(classes === 2 ? 1 - number : number) % theme.colours.length];
}

function drawRegions(pen, run, data, { box, map, view, grid }, theme) {
  const field = fieldOf(run, view, grid);
  small.width = small.height = grid;
  const brush = small.getContext("2d");
  brush.putImageData(imageOf(field, data.classes, theme), 0, 0);
  // The middles of the grid's pixels are at the points, so that half of the outer ones is cut off.
  pen.drawImage(small, 0.5, 0.5, grid - 1, grid - 1, box.left, box.top, box.right - box.left, box.bottom - box.top);
  drawLayer(pen, [data, view], (brush) => {
    drawAxes(brush, box, map, ticks(view.left, view.right, 5), ticks(view.bottom, view.top, 5), { ...theme, grid: "transparent" });
    drawExamples(brush, data, box, map, theme);
  });
  if (data.classes > 2) return;
  inBox(pen, box, () => {
    pen.strokeStyle = theme.ink;
    const margin = run.objective.isBounded ? BOUND : 1;
    for (const level of [-margin, 0, margin]) {
      pen.lineWidth = level ? 0.8 : 2;
      pen.beginPath();
      const column = (x) => box.left + (x / (grid - 1)) * (box.right - box.left);
      const row = (y) => box.top + (y / (grid - 1)) * (box.bottom - box.top);
      for (const [x, y, toX, toY] of contour(field, level)) line(pen, column(x), row(y), column(toX), row(toY));
      pen.stroke();
    }
  });
}

/** The class decided for, and the first output, at each point of the grid, row after row from the top. */
function fieldOf(run, view, grid) {
  const point = new Float64Array(2);
  const field = { grid, heights: new Float64Array(grid * grid), classes: new Uint8Array(grid * grid) };
  for (let i = 0; i < grid * grid; i++) {
    point[0] = view.left + ((i % grid) / (grid - 1)) * (view.right - view.left);
    point[1] = view.top - (Math.floor(i / grid) / (grid - 1)) * (view.top - view.bottom);
    const outputs = outputsAt(run, point, 0);
    field.heights[i] = outputs[0];
    field.classes[i] = decide(outputs);
  }
  return field;
}

/** The grid in the colours of the classes, of two the paler the nearer to the boundary. */
function imageOf(field, classes, theme) {
  const image = new ImageData(field.grid, field.grid);
  const ground = rgb(theme.ground);
  const colours = Array.from({ length: classes }, (_, number) => rgb(classColour(number, classes, theme)));
  for (let i = 0; i < field.classes.length; i++) {
    const share = classes === 2 ? SHADE * Math.min(1, Math.abs(field.heights[i])) : SHADE;
    const colour = colours[field.classes[i]];
    for (let k = 0; k < 3; k++) image.data[4 * i + k] = ground[k] + share * (colour[k] - ground[k]);
    image.data[4 * i + 3] = 255;
  }
  return image;
}

function rgb(colour) {
  return [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16));
}

/** The pieces, between points of the grid, of the line on which `heights` are at a level. */
function contour({ heights, grid }, level) {
  const pieces = [];
  const crossing = (a, b) => (level - heights[a]) / (heights[b] - heights[a]);
  for (let row = 0; row + 1 < grid; row++) {
    for (let column = 0; column + 1 < grid; column++) {
      const a = row * grid + column;
      const [b, c, d] = [a + 1, a + grid + 1, a + grid];
      const [atA, atB, atC, atD] = [heights[a] > level, heights[b] > level, heights[c] > level, heights[d] > level];
      if (atA === atB && atB === atC && atC === atD) continue;
      const ends = [];
      if (atA !== atB) ends.push(column + crossing(a, b), row);
      if (atB !== atC) ends.push(column + 1, row + crossing(b, c));
      if (atC !== atD) ends.push(column + crossing(d, c), row + 1);
      if (atD !== atA) ends.push(column, row + crossing(a, d));
      for (let i = 0; i + 3 < ends.length; i += 4) pieces.push(ends.slice(i, i + 4));
    }
  }
  return pieces;
}

function drawExamples(pen, data, box, map, theme) {
  inBox(pen, box, () => {
    for (const part of ["train", "validation", "test"]) {
      for (const place of data[part]) {
        pen.fillStyle = classColour(data.targets[place], data.classes, theme);
        pen.globalAlpha = part === "test" ? 1 : 0.55;
        dot(pen, map.x(data.inputs[2 * place]), map.y(data.inputs[2 * place + 1]), part === "test" ? TESTED : TRAINED);
      }
    }
  });
}

function dot(pen, x, y, radius) {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fill();
}

/** The line of a regression, and the examples, the darker the more each counts. */
function drawFit(pen, run, data, { box, map, view }, theme) {
  drawLayer(pen, [view], (brush) => drawAxes(brush, box, map, ticks(view.left, view.right, 5), ticks(view.bottom, view.top, 5), theme));
  const weights = exampleWeights(run, data);
  inBox(pen, box, () => {
    pen.lineWidth = 1;
    for (const [i, x] of data.inputs.entries()) {
      const [column, row] = [map.x(x), map.y(data.targets[i])];
      pen.fillStyle = theme.colours[0];
      pen.strokeStyle = theme.soft;
      pen.globalAlpha = LEAST + (1 - LEAST) * weights[i];
      dot(pen, column, row, 3.5);
      pen.globalAlpha = 1;
      pen.stroke();
    }
    pen.lineWidth = 2.5;
    pen.strokeStyle = theme.ink;
    const point = new Float64Array(1);
    const points = Array.from({ length: FIT_POINTS }, (_, i) => {
      point[0] = view.left + (i / (FIT_POINTS - 1)) * (view.right - view.left);
      return [map.x(point[0]), map.y(outputsAt(run, point, 0)[0])];
    });
    polyline(pen, points);
  });
}

/** How much each example counts, as a share of the most: the slope of its loss over its error. */
function exampleWeights(run, data) {
  const { objective } = run;
  const weights = [...data.inputs.keys()].map((place) => {
    const error = outputsAt(run, data.inputs, place)[0] - data.targets[place];
    const channel = objective.channelOf([error + data.targets[place]], data.targets[place]);
    return Math.abs(objective.slope(channel, data.targets[place]) / error);
  });
  const most = Math.max(...weights.filter(Number.isFinite));
  return weights.map((weight) => (most > 0 && weight > 0 ? Math.min(weight / most, 1) : 0));
}
