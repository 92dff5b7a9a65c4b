// An SVG on a canvas.  A strict policy of a server lets no picture be made of the SVG's text, so that it is painted.
//
// It knows what the live figure is made of: groups, paths, rectangles, circles and texts, one clip path to a group.

import { FONT } from "./letters.js";

// What an element hands on to those in it.
const INHERITED = {
  fill: "#000000",
  stroke: "none",
  "stroke-width": "1",
  "stroke-dasharray": "none",
  "stroke-linejoin": "miter",
  "font-size": "16",
  "font-weight": "400",
  "font-style": "normal",
  "text-anchor": "start",
};

/** Paint `svg`, an element of the page, with `pen`, the context of a canvas. */
export function paint(svg, pen) {
  for (const child of svg.children) paintElement(child, pen, lookOf(svg, INHERITED));
}

function paintElement(element, pen, outer) {
  const look = lookOf(element, outer);
  const number = (name) => Number(element.getAttribute(name) ?? 0);
  pen.save();
  pen.globalAlpha *= Number(element.getAttribute("opacity") ?? 1);
  const path = new Path2D();
  if (element.tagName === "g") paintGroup(element, pen, look);
  else if (element.tagName === "text") paintText(element, pen, look);
  else if (element.tagName === "path") path.addPath(new Path2D(element.getAttribute("d")));
  else if (element.tagName === "rect") path.rect(...["x", "y", "width", "height"].map(number));
  else if (element.tagName === "circle") path.arc(...["cx", "cy", "r"].map(number), 0, 2 * Math.PI);
  paintPath(path, pen, look);
  pen.restore();
}

function lookOf(element, outer) {
  return Object.fromEntries(Object.entries(outer).map(([name, value]) => [name, element.getAttribute(name) ?? value]));
}

function paintGroup(group, pen, look) {
  const clip = group.getAttribute("clip-path")?.match(/#([\w-]+)/);
  if (clip) {
    const [x, y, width, height] = ["x", "y", "width", "height"].map((name) => Number(document.getElementById(clip[1]).firstElementChild.getAttribute(name)));
    pen.beginPath();
    pen.rect(x, y, width, height);
    pen.clip();
  }
  for (const child of group.children) paintElement(child, pen, look);
}

function paintPath(path, pen, look) {
  if (look.fill !== "none") {
    pen.fillStyle = look.fill;
    pen.fill(path);
  }
  if (look.stroke === "none") return;
  pen.strokeStyle = look.stroke;
  pen.lineWidth = Number(look["stroke-width"]);
  pen.lineJoin = look["stroke-linejoin"];
  pen.setLineDash(look["stroke-dasharray"] === "none" ? [] : look["stroke-dasharray"].split(/[ ,]+/).map(Number));
  pen.stroke(path);
}

/** A text, whose spans differ in their style alone, from its left end. */
function paintText(text, pen, look) {
  const runs = [...text.childNodes].map((node) => [node.textContent, node.nodeType === Node.ELEMENT_NODE ? lookOf(node, look) : look]);
  const fontOf = (each) => `${each["font-style"]} ${each["font-weight"]} ${each["font-size"]}px ${FONT}`;
  const widths = runs.map(([words, each]) => {
    pen.font = fontOf(each);
    return pen.measureText(words).width;
  });
  const share = { start: 0, middle: 0.5, end: 1 }[look["text-anchor"]];
  let x = Number(text.getAttribute("x")) - share * widths.reduce((sum, width) => sum + width, 0);
  runs.forEach(([words, each], i) => {
    pen.font = fontOf(each);
    pen.fillStyle = each.fill;
    pen.fillText(words, x, Number(text.getAttribute("y")));
    x += widths[i];
  });
}
