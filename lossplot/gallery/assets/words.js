// What the page says by itself, in the language that the visitor chose.

const CHINESE = {
  "{count} losses": "{count} 个损失",
  "1 loss": "1 个损失",
  Copied: "已复制",
  "Press Ctrl+C": "请按 Ctrl+C",
  loss: "损失",
  derivative: "导数",
  "second derivative": "二阶导数",
  curve: "曲线",
  corner: "角点",
  jump: "跳跃",
  curvature: "曲率突变",
  "at {x}": "{x} 处",
  "{left} left, {right} right": "左 {left}，右 {right}",
  undefined: "无定义",
  "Remove {name}": "移除 {name}",
  "{name}: {symbol}": "{name}：{symbol}",
  "{name}: {symbol}, as a number": "{name}：{symbol}，数值",
  "{symbol} = {value} is outside {domain}": "{symbol} = {value} 不在 {domain} 内",
  "{name} needs {condition}": "{name} 要求 {condition}",
  "a whole number in {domain}": "{domain} 内的整数",
  "{symbol} must be {domain}, not {value}": "{symbol} 须为 {domain}，而不是 {value}",
  " or ": " 或 ",
  "{domain} without {holes}": "{domain} 除去 {holes}",
  "{word} is not a number": "{word} 不是数",
  "{symbol}: {word} is not a number": "{symbol}：{word} 不是数",
  "the view must go from a smaller to a larger x": "视图须从较小的 x 到较大的 x",
  "the view is too narrow": "视图太窄",
  "the view must end within ±1e100": "视图须在 ±1e100 之内",
  "the view must overlap {domain}": "视图须与 {domain} 相交",
  "{x} is outside the view": "{x} 在视图之外",
  "The link asks for what cannot be drawn: {words}": "链接所要求的无法绘制：{words}",
  Light: "浅色",
  Dark: "深色",
  "As the system": "跟随系统",
  Compare: "比较",
  "One figure has losses of one axis": "一张图只能有同一横轴的损失",
  margin: "间隔",
  error: "误差",
  probability: "概率",
  prediction: "预测值",
  score: "得分",
  distance: "距离",
  similarity: "相似度",
};

export function language() {
  return document.documentElement.lang.startsWith("zh") ? "zh" : "en";
}

/** What a visitor wrote, as it is repeated to them. */
export function quoted(word) {
  return `\u2018${word}\u2019`;
}

/** `words` in the visitor's language, with `values` in place of its placeholders. */
export function say(words, values = {}) {
  const said = (language() === "zh" && CHINESE[words]) || words;
  return said.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

const ATTRIBUTES = ["aria-label", "placeholder", "alt", "title"];

/** Put everything in `root` that says so into the visitor's language. */
export function translate(root = document) {
  const code = language();
  for (const each of root.querySelectorAll("[data-zh]")) {
    each.dataset.en ??= each.textContent;
    each.textContent = each.dataset[code];
  }
  for (const name of ATTRIBUTES) {
    for (const each of root.querySelectorAll(`[data-zh-${name}]`)) {
      if (!each.hasAttribute(`data-en-${name}`)) each.setAttribute(`data-en-${name}`, each.getAttribute(name));
      each.setAttribute(name, each.getAttribute(`data-${code}-${name}`));
    }
  }
}
