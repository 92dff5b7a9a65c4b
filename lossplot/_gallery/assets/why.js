// Why one would choose a loss: its best answer to every chance, or what it estimates and how it fits a line.

import { find } from "./elements.js";
import { eachFrame } from "./frames.js";
import { formatNumber } from "./reading.js";
import { drawCentres, drawFit, drawLink, drawRisk, PLANE, pointAt } from "./why_charts.js";
import { CENTRES, fitLine, locate, POINTS, SAMPLE } from "./why_fit.js";
import { bestOf, hasRisk, reachOf } from "./why_risk.js";
import { say } from "./words.js";

const section = find("why")?.closest("section");
const pictures = section ? [...section.querySelectorAll("canvas")] : [];
const HEIGHT = 250;
// The chance of +1, and the point that can be moved, until the visitor chooses others.
const START = [8, 1];
const STRIDE = 0.25;

let [eta, outlier] = [0.7, START];
let shown = null;
let isSeen = false;

const { soon } = eachFrame(() => isSeen && shown && redraw());

/** Show why, for the `curve` drawn in `colour`; nothing is computed before a visitor sees it. */
export function showWhy(curve, colour, theme) {
  shown = { curve, colour, theme };
  if (section) soon();
}

function redraw() {
  const { curve } = shown;
  const isTold = hasRisk(curve.loss) || curve.loss.axis === "error";
  section.hidden = !isTold;
  if (!isTold) return;
  if (hasRisk(curve.loss)) showRisk();
  else showEstimates();
}

const sizeOf = (canvas) => ({ width: Math.floor(canvas.parentElement.clientWidth), height: HEIGHT });

function showRisk() {
  const { curve, colour, theme } = shown;
  const best = bestOf(curve, eta);
  drawRisk(pictures[0], curve, eta, best, sizeOf(pictures[0]), colour, theme);
  drawLink(pictures[1], curve, eta, best, sizeOf(pictures[1]), colour, theme);
  find("eta").value = eta;
  find("eta-value").textContent = formatNumber(eta);
  find("why-says").textContent = sentence(curve, best);
}

/** What the best answer to the chance is, in words. */
function sentence({ loss }, { low, high, risk }) {
  const [first, last] = loss.axis === "margin" ? reachOf(loss) : [];
  const answer = loss.axis === "margin" ? "f*" : "p*";
  const values = { eta: formatNumber(eta), answer, low: short(low), high: short(high), risk: short(risk) };
  if (low === high && (low === first || low === last)) return say("For η = {eta} the risk falls on and on: no answer is best.", values);
  if (low < high && high === last) return say("For η = {eta} the least risk is {risk}, of every {answer} above {low}.", values);
  if (low < high && low === first) return say("For η = {eta} the least risk is {risk}, of every {answer} below {high}.", values);
  if (low < high) return say("For η = {eta} the least risk is {risk}, of every {answer} from {low} to {high}.", values);
  return say("For η = {eta} the least risk is {risk}, of {answer} = {low}.", values);
}

function showEstimates() {
  const { curve, colour, theme } = shown;
  const place = locate(curve, SAMPLE);
  const points = [...POINTS, outlier];
  const line = fitLine(curve, points);
  drawCentres(pictures[0], SAMPLE, place, sizeOf(pictures[0]), colour, theme);
  drawFit(pictures[1], points, line, sizeOf(pictures[1]), colour, theme);
  const centre = CENTRES.find(([, x]) => place.low <= x + 1e-6 && place.high >= x - 1e-6);
  const middle = place.low === place.high ? short(place.low) : say("{low} to {high}", { low: short(place.low), high: short(place.high) });
  const words = { place: middle, centre: centre ? say(centre[0]) : "", slope: short(line[1]), x: short(outlier[0]), y: short(outlier[1]) };
  find("why-says").textContent = [
    centre ? say("The centre of the sample in its eyes is {place}, the {centre}.", words) : say("The centre of the sample in its eyes is {place}.", words),
    say("With the outlier at ({x}, {y}) the slope of the line is {slope}; that of the other points is about 0.5.", words),
  ].join(" ");
  pictures[1].setAttribute("aria-valuenow", short(outlier[1]).replace("\u2212", "-"));
  pictures[1].setAttribute("aria-valuetext", say("outlier at ({x}, {y}): slope {slope}", words));
}

const short = (value) => formatNumber(Number(Number(value.toPrecision(4)).toFixed(6)));

/** Move the outlier to a point of the plane, or to the nearest that is on it. */
function move([x, y]) {
  const within = (value, low, high) => Number(Math.min(Math.max(value, low), high).toFixed(2));
  outlier = [within(x, PLANE.left, PLANE.right), within(y, PLANE.bottom, PLANE.top)];
  soon();
}

function onPointer(event) {
  if (!event.buttons) return;
  const canvas = pictures[1];
  const bounds = canvas.getBoundingClientRect();
  move(pointAt(event.clientX - bounds.left, event.clientY - bounds.top, sizeOf(canvas)));
}

function onKey(event) {
  const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
  const step = steps[event.key];
  if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  move(outlier.map((value, i) => value + STRIDE * step[i]));
}

/** Begin to listen, and to look whether the section is seen. */
export function startWhy() {
  if (!section) return;
  find("eta")?.addEventListener("input", ({ target }) => {
    eta = Number(target.value);
    soon();
  });
  if (!find("eta")) {
    pictures[1].addEventListener("pointerdown", (event) => {
      pictures[1].setPointerCapture(event.pointerId);
      onPointer(event);
    });
    pictures[1].addEventListener("pointermove", onPointer);
    pictures[1].addEventListener("keydown", onKey);
  }
  new IntersectionObserver(([entry]) => {
    isSeen = entry.isIntersecting;
    soon();
  }, { rootMargin: "200px" }).observe(section);
  new ResizeObserver(soon).observe(section);
}
