// A page without a browser: the elements of its HTML, what its scripts ask of a browser, and a visitor who uses it.
//
// Time stands still until the visitor waits.  Nothing is laid out: an element is as wide as a test says.

import { readFileSync } from "node:fs";
import vm from "node:vm";

const VOID = ["meta", "link", "input", "img", "br", "hr"];
const DRAWN = ["svg", "g", "path", "rect", "circle", "text", "tspan", "clipPath"];
const WORDS = ["id", "href", "type", "name", "title", "lang", "src", "hreflang", "placeholder", "label", "min", "max", "step", "scope"];
const FLAGS = ["hidden", "disabled", "open", "selected"];
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0" };

const unescaped = (text) => text.replace(/&(#x?)?(\w+);/g, (_, kind, word) => (kind ? String.fromCodePoint(Number(kind === "#" ? word : `0x${word}`)) : ENTITIES[word]));

class Text {
  constructor(text) {
    Object.assign(this, { nodeType: 3, textContent: text, parentElement: null });
  }
}

class Element {
  constructor(tag, page) {
    Object.assign(this, { nodeType: 1, local: tag.toLowerCase(), tagName: DRAWN.includes(tag) ? tag : tag.toUpperCase(), page, attributes: new Map(), childNodes: [], parentElement: null, heard: {}, style: styleOf(), clientWidth: page.width, scrollWidth: 0 });
    this.dataset = new Proxy({}, {
      get: (_, key) => this.getAttribute(`data-${dashed(key)}`) ?? undefined,
      set: (_, key, value) => (this.setAttribute(`data-${dashed(key)}`, value), true),
      deleteProperty: (_, key) => (this.removeAttribute(`data-${dashed(key)}`), true),
    });
  }

  get children() { return this.childNodes.filter(({ nodeType }) => nodeType === 1); }
  get firstElementChild() { return this.children[0] ?? null; }
  get textContent() { return this.childNodes.map((node) => node.textContent).join(""); }
  set textContent(text) { this.replaceChildren(String(text)); }
  get className() { return this.getAttribute("class") ?? ""; }
  set className(names) { this.setAttribute("class", names); }
  get classes() { return this.className.split(" ").filter(Boolean); }
  get classList() {
    return {
      toggle: (name, isThere) => (this.className = [...this.classes.filter((each) => each !== name), ...(isThere ? [name] : [])].join(" ")),
      contains: (name) => this.classes.includes(name),
    };
  }

  getAttribute(name) { return this.attributes.get(name) ?? null; }
  setAttribute(name, value) { this.attributes.set(name, String(value)); }
  removeAttribute(name) { this.attributes.delete(name); }

  append(...nodes) {
    for (const each of nodes) {
      const node = typeof each === "string" ? new Text(each) : each;
      this.page.moving(node);
      node.parentElement?.drop(node);
      this.childNodes.push(node);
      node.parentElement = this;
      this.page.added(node);
    }
  }
  drop(node) { this.childNodes = this.childNodes.filter((each) => each !== node); }
  remove() { this.parentElement.drop(this); }
  replaceChildren(...nodes) {
    if (this.contains(this.page.document.activeElement)) this.page.document.activeElement = this.page.document.body;
    this.childNodes = [];
    this.append(...nodes);
  }
  before(node) {
    node.parentElement?.drop(node);
    this.parentElement.childNodes.splice(this.parentElement.childNodes.indexOf(this), 0, node);
    node.parentElement = this.parentElement;
  }
  contains(other) {
    for (let node = other; node; node = node.parentElement) if (node === this && other !== this) return true;
    return other === this;
  }
  /** What is in it, in the order of the page, as far as `isGood`; no more than `most` of them. */
  inner(isGood, most = Infinity, found = []) {
    for (const node of this.childNodes) {
      if (node.nodeType !== 1 || found.length >= most) continue;
      if (isGood(node)) found.push(node);
      node.inner(isGood, most, found);
    }
    return found;
  }
  all() { return this.inner(() => true); }
  matches(selector) { return picker(selector)(this); }
  closest(selector) { return this.matches(selector) ? this : this.parentElement?.closest?.(selector) ?? null; }
  querySelectorAll(selector) {
    const isGood = picker(selector);
    return this.inner(isGood);
  }
  querySelector(selector) { return this.inner(picker(selector), 1)[0] ?? null; }

  set innerHTML(html) {
    this.html = html;
    this.replaceChildren(...parsed(html, this.page));
  }
  get innerHTML() { return this.html; }

  // Tables.
  createTHead() { return this.added("thead"); }
  createTBody() { return this.added("tbody"); }
  insertRow() { return this.added("tr"); }
  added(tag) {
    const child = new Element(tag, this.page);
    this.append(child);
    return child;
  }

  // Forms.
  get options() { return this.all().filter(({ local }) => local === "option"); }
  get labels() { return [this.closest("label")]; }
  get checked() { return this.is ?? this.attributes.has("checked"); }
  set checked(is) { this.is = Boolean(is); }
  get value() {
    if (this.local === "option") return this.getAttribute("value") ?? this.textContent;
    if (this.local !== "select") return this.written ?? this.getAttribute("value") ?? "";
    return (this.options.find((option) => option === this.chosen) ?? this.options.find(({ selected }) => selected) ?? this.options[0])?.value ?? "";
  }
  set value(value) {
    if (this.local === "option" || this.type === "checkbox") this.setAttribute("value", value);
    else if (this.local === "select") this.chosen = this.options.find((option) => option.value === String(value)) ?? null;
    else this.written = value === null ? "" : String(value);
  }
  reset() {
    for (const each of this.all()) Object.assign(each, { is: undefined, written: undefined, chosen: undefined });
    this.page.send(this, "reset");
  }

  // Links.
  get url() { return new URL(this.getAttribute("href"), this.page.location.href); }
  get search() { return this.url.search; }
  set search(words) { this.part("search", words); }
  get hash() { return this.url.hash; }
  set hash(words) { this.part("hash", words); }
  part(name, words) {
    const { url } = this;
    url[name] = words;
    this.setAttribute("href", url.href);
  }

  addEventListener(type, act) { (this.heard[type] ??= []).push(act); }
  focus() {
    if (!this.disabled) this.page.document.activeElement = this;
  }
  blur() { this.page.document.activeElement = this.page.document.body; }
  click() { this.page.click(this); }
  scrollIntoView() { this.page.scrolled.push(this.id || this.local); }
  setPointerCapture() {}
  getBoundingClientRect() { return this.bounds ?? { left: 0, top: 0, right: this.clientWidth, width: this.clientWidth }; }
  get viewBox() { return { baseVal: { width: Number(this.getAttribute("width")) } }; }
  getContext() { return (this.pen ??= penOf(this)); }
  toBlob(take) { take(this.page.hasPng ? { type: "image/png", width: this.width, height: this.height } : null); }
}

for (const name of WORDS) Object.defineProperty(Element.prototype, name, { get() { return this.getAttribute(name) ?? ""; }, set(value) { this.setAttribute(name, value); } });
for (const name of FLAGS) Object.defineProperty(Element.prototype, name, { get() { return this.attributes.has(name); }, set(is) { is ? this.setAttribute(name, "") : this.removeAttribute(name); } });

/** The first element in `outer`, in the order of the page, that has the id. */
function called(outer, id) {
  return outer.inner((node) => node.attributes.get("id") === id, 1)[0] ?? null;
}

// So many calls of a pen are kept.
const MOST_DONE = 1000;
const dashed = (key) => String(key).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const styleOf = () => ({ setProperty(name, value) { this[name] = value; } });

/** A pen that draws nothing, but keeps what is `done`; each letter is half as wide as high. */
function penOf(canvas) {
  const measureText = (text) => ({ width: 0.5 * Number(pen.font?.match(/([\d.]+)px/)?.[1] ?? 10) * text.length });
  const done = [];
  const keep = (...call) => void done.push(call) || (done.length > MOST_DONE && done.splice(0, MOST_DONE / 2));
  const get = (own, name) => own[name] ?? ((...words) => void keep(name, ...words.filter((each) => typeof each !== "object")));
  const set = (own, name, value) => keep(name, value) || (own[name] = value) || true;
  const pen = new Proxy({ canvas, done, measureText, getTransform: () => [] }, { get, set });
  return pen;
}

const pickers = new Map();

/** Whether an element is one of those that `selector` says. */
function picker(selector) {
  if (!pickers.has(selector)) {
    const paths = selector.split(",").map((each) => each.trim().split(/\s+/).map(simple));
    pickers.set(selector, (element) => paths.some((path) => isAt(element, path)));
  }
  return pickers.get(selector);
}

function isAt(element, path) {
  if (!path.at(-1)(element)) return false;
  if (path.length === 1) return true;
  for (let outer = element.parentElement; outer; outer = outer.parentElement) if (outer.nodeType && isAt(outer, path.slice(0, -1))) return true;
  return false;
}

function simple(selector) {
  const tests = selector.match(/:not\([^)]*\)|\[[^\]]*\]|[#.:]?[\w-]+/g).map((part) => {
    if (part.startsWith(":not(")) return (element) => !element.matches(part.slice(5, -1));
    if (part === ":checked") return (element) => element.checked;
    if (part.startsWith("#")) return (element) => element.id === part.slice(1);
    if (part.startsWith(".")) return (element) => element.classes.includes(part.slice(1));
    if (!part.startsWith("[")) return (element) => element.local === part;
    const [name, value] = part.slice(1, -1).replaceAll('"', "").split("=");
    return (element) => (value === undefined ? element.attributes.has(name) : element.attributes.get(name) === value);
  });
  return (element) => tests.every((test) => test(element));
}

/** The nodes of some HTML or SVG. */
function parsed(html, page) {
  const root = new Element("root", page);
  let open = root;
  for (const [, comment, close, tag, attributes, empty, text] of html.matchAll(/(<!--[\s\S]*?-->|<![^>]*>)|<(\/?)([\w-]+)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/g)) {
    if (comment) continue;
    if (text !== undefined) open.childNodes.push(Object.assign(new Text(unescaped(text)), { parentElement: open }));
    else if (close) open = open.parentElement;
    else {
      const element = new Element(tag, page);
      for (const [, name, value = ""] of attributes.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)) element.setAttribute(name, unescaped(value));
      open.childNodes.push(element);
      element.parentElement = open;
      if (!empty && !VOID.includes(tag)) open = element;
    }
  }
  for (const node of root.childNodes) node.parentElement = null;
  return root.childNodes;
}

class Page {
  constructor(html, address, options) {
    Object.assign(this, { now: 0, turns: 0, timers: [], visited: [], scrolled: [], copied: [], saved: [], asked: [], heard: {}, observers: [], hasPng: true, width: 600, loads: {}, ...options });
    this.location = { url: new URL(address), replace: (to) => this.visited.push(new URL(to, address).href), toString: () => this.location.url.href };
    for (const name of ["href", "search", "hash", "pathname"]) Object.defineProperty(this.location, name, { get: () => this.location.url[name] });
    this.document = this.documentOf();
    const root = parsed(html, this).find(({ local }) => local === "html");
    root.parentElement = this.document;
    Object.assign(this.document, { documentElement: root, head: root.querySelector("head"), body: root.querySelector("body") });
    this.document.activeElement = this.document.body;
    this.window = vm.createContext(this.windowOf());
    this.window.globalThis = this.window;
  }

  documentOf() {
    const page = this;
    return {
      heard: {},
      fonts: { add() {} },
      createElement: (tag) => new Element(tag, page),
      getElementById: (id) => called(page.document.documentElement, id),
      querySelectorAll: (selector) => page.document.documentElement.querySelectorAll(selector),
      querySelector: (selector) => page.document.documentElement.querySelector(selector),
      addEventListener(type, act, isFirst) { (this.heard[isFirst === true ? `${type} first` : type] ??= []).push(act); },
    };
  }

  windowOf() {
    const page = this;
    const observer = (kind) =>
      class {
        constructor(act) { Object.assign(this, { kind, act, seen: [] }); }
        observe(element) {
          this.seen.push(element);
          page.observers.push(this);
        }
      };
    const kept = { ...this.kept };
    Object.defineProperty(kept, "setItem", { value: (name, value) => (this.isForgetful ? fail("no storage") : (kept[name] = value)) });
    const clipboard = {
      writeText: async (text) => (page.isClosed ? fail("no clipboard") : page.copied.push(text)),
      write: async ([item]) => page.copied.push(await item.parts["image/png"]),
    };
    return {
      URL: Object.assign(class extends URL { constructor(url, base) { super(String(url), base === undefined ? undefined : String(base)); } }, { createObjectURL: (blob) => (page.saved.push(blob), "blob:1"), revokeObjectURL() {} }),
      URLSearchParams, Blob, console, Text,
      document: this.document,
      location: this.location,
      localStorage: kept,
      navigator: { clipboard },
      history: { replaceState: (_, __, to) => void (this.location.url = new URL(String(to))) },
      performance: { now: () => page.now },
      innerHeight: 800,
      devicePixelRatio: 1,
      matchMedia: (query) => (page.media[query] ??= mediaOf()),
      addEventListener: (type, act) => (page.heard[type] ??= []).push(act),
      setTimeout: (act, delay = 0) => (page.timers.push({ at: page.now + delay, act }), page.timers.at(-1)),
      clearTimeout: (timer) => (page.timers = page.timers.filter((each) => each !== timer)),
      requestAnimationFrame: (act) => page.timers.push({ at: page.now + 16, act: () => act(page.now) }),
      getSelection: () => ({ selectAllChildren: ({ id }) => (page.selected = id) }),
      ClipboardItem: class { constructor(parts) { this.parts = parts; } },
      XMLSerializer: class { serializeToString() { return page.find("figure").html; } },
      ResizeObserver: observer("size"),
      IntersectionObserver: observer("sight"),
      Option: class { constructor(text, value) { return Object.assign(new Element("option", page), { textContent: text, value }); } },
      ImageData: class { constructor(width, height) { Object.assign(this, { width, height, data: new Uint8ClampedArray(4 * width * height) }); } },
      Path2D: class { addPath() {} rect() {} arc() {} },
      Node: { ELEMENT_NODE: 1 },
      lossplot: { losses: {}, faces: [], letters: {} },
    };
  }

  /** Run a script of the page. */
  run(name) {
    const script = scriptOf(name);
    this.document.currentScript = { src: new URL(`assets/${name}`, this.location.href).href };
    script.runInContext(this.window);
    this.document.currentScript = null;
  }

  /** What is moved loses the focus. */
  moving(node) {
    if (node.parentElement && node.contains?.(this.document.activeElement)) this.document.activeElement = this.document.body;
  }

  /** A script that is added is loaded, if a test says so. */
  added(node) {
    if (node.local !== "script") return;
    const name = node.src.split("/").at(-1);
    this.asked.push(node.src);
    this.timers.push({ at: this.now, act: () => (this.loads[name] ? (this.loads[name](this.window.lossplot), this.send(node, "load")) : this.send(node, "error")) });
  }

  send(target, type, details = {}) {
    const event = { type, target, isPrevented: false, stopped: false, preventDefault() { this.isPrevented = true; }, button: 0, buttons: 0, ...details };
    const call = (acts = [], currentTarget = null) => acts.forEach((act) => act({ ...event, currentTarget, preventDefault: () => (event.isPrevented = true) }));
    call(this.document.heard[`${type} first`]);
    for (let node = target; node; node = node.parentElement) {
      if (node === target || !["load", "error", "focus"].includes(type)) call([...(node[`on${type}`] ? [node[`on${type}`]] : []), ...(node.heard[type] ?? [])], node);
    }
    return event;
  }

  call(type) { (this.heard[type] ?? []).forEach((act) => act({})); }

  // --- what a visitor does ---

  find(what) { return typeof what === "string" ? (this.document.getElementById(what) ?? this.document.querySelector(what)) : what; }
  all(selector) { return this.document.querySelectorAll(selector); }
  text(what) { return this.find(what).textContent.trim(); }
  texts(selector) { return this.all(selector).map((each) => each.textContent.trim()); }
  value(what) { return this.find(what).value; }
  get address() { return this.location.url.search.slice(1) + this.location.url.hash; }
  get focused() { return this.document.activeElement; }

  click(what) {
    const element = this.find(what);
    if (element.disabled) return;
    if (element.type === "checkbox") element.checked = !element.checked;
    const event = this.send(element, "click");
    if (event.isPrevented) return;
    if (element.type === "checkbox") this.change(element);
    else if (element.local === "a") this.visited.push(element.download ? `file:${element.download}` : element.url.href);
    else if (element.type === "submit") this.send(element.closest("form"), "submit");
    else if (element.type === "reset") element.closest("form").reset();
  }
  change(what, value) {
    if (value !== undefined) this.find(what).value = value;
    this.send(this.find(what), "input");
    this.send(this.find(what), "change");
  }
  type(what, value) {
    this.find(what).value = value;
    this.send(this.find(what), "input");
  }
  key(what, key, details = {}) { return this.send(this.find(what), "keydown", { key, ...details }).isPrevented; }
  wait(time) {
    const end = this.now + time;
    for (;;) {
      const next = this.timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.timers = this.timers.filter((each) => each !== next);
      this.now = Math.max(this.now, next.at);
      next.act();
      this.turns++;
    }
    this.now = end;
  }
  /** Wait for what has been promised, too. */
  async settle(time = 50) {
    for (let i = 0; i < 5; i++) {
      await new Promise(setImmediate);
      this.wait(i ? 0 : time);
    }
  }
  follow(hash) {
    this.location.url.hash = hash;
    this.call("hashchange");
  }
  /** Let `kind` of observers, of size or sight, look again. */
  look(kind, details = {}) {
    for (const { act, seen } of this.observers.filter((each) => each.kind === kind)) act(seen.map((target) => ({ target, ...details })));
  }
  set(query, is) {
    const media = (this.media[query] ??= mediaOf());
    media.matches = is;
    media.acts.forEach((act) => act(media));
  }
}

const mediaOf = (matches = false) => ({ matches, acts: [], addEventListener(_, act) { this.acts.push(act); } });

function fail(words) {
  throw new Error(words);
}

// A figure is drawn for the first time after so many pauses at most.
const MOST_PAUSES = 20;
const scripts = new Map();
function scriptOf(name) {
  if (!scripts.has(name)) scripts.set(name, new vm.Script(readFileSync(`assets/${name}`, "utf8"), { filename: name }));
  return scripts.get(name);
}

/** Visit the page at `path`, and return what the visit, the body of a function of `page`, returns. */
export async function visit(path, code, { media = [], ...options } = {}) {
  const file = path.split(/[?#]/)[0];
  const html = readFileSync(file, "utf8");
  const asked = Object.fromEntries(media.map((query) => [query, mediaOf(true)]));
  const page = new Page(html.replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g, ""), `file:///site/${path}`, { media: asked, ...options });
  for (const [, name] of html.matchAll(/<script src="[./]*assets\/([\w.-]+)"/g)) if (name !== "letters.js") page.run(name);
  page.call("load");
  for (let i = 0; i < MOST_PAUSES && page.document.querySelector("[aria-busy]"); i++) await page.settle(0);
  const returned = await new Function("page", `return (async () => {${code}})();`)(page);
  return returned ?? null;
}
