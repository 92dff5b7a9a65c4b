/* Made by lossplot gallery; seal ca7d629e84994c95 */
(function () {
"use strict";
const lossplot = (globalThis.lossplot ??= { losses: {} });
const MESSAGES = {
"zh": {
"loss": "损失",
"derivative": "导数",
"second derivative": "二阶导数",
"weight": "权重",
"risk": "风险",
"risk at *η* = {eta}": "风险（*η* = {eta}）",
"loss, scaled to 1 at *m* = 0": "损失（缩放至 *m* = 0 处为 1）",
"loss, scaled to 1 at *f* = 0": "损失（缩放至 *f* = 0 处为 1）",
"minimiser": "极小点",
"% of the loss (grey: of the examples)": "损失占比（%，灰色：样本占比）",
"% of the gradient (grey: of the examples)": "梯度占比（%，灰色：样本占比）",
"Observed frequency of +1 by its forecast": "+1 的实际频率与预报概率",
"Loss by epoch": "各轮损失",
"training": "训练",
"validation": "验证",
"Loss": "损失",
"Loss (grey: the examples)": "损失（灰色：样本分布）",
"Learned values": "学得的值",
"epoch {n}": "第 {n} 轮",
"margin": "间隔",
"error": "误差",
"probability": "概率",
"prediction": "预测值",
"score": "得分",
"distance": "距离",
"similarity": "相似度",
"coefficient": "系数",
"ratio": "概率比",
"overlap": "重叠度",
"corner": "角点",
"jump": "跳跃",
"change of curvature": "曲率突变",
"a whole number in {domain}": "{domain} 内的整数",
"{domain} without {holes}": "{domain} 除去 {holes}",
"{count} losses": "{count} 个损失",
"1 loss": "1 个损失",
"Copied": "已复制",
"Press Ctrl+C": "请按 Ctrl+C",
"Not copied": "未能复制",
"Not saved": "未能保存",
"; the figure shows {values}": "；图中为 {values}",
"{kind} at {x}": "{x} 处的{kind}",
"{left} left, {right} right": "左 {left}，右 {right}",
"undefined": "无定义",
"Remove {name}": "移除 {name}",
"{name}: {symbol}": "{name}：{symbol}",
"{name}: {symbol}, as a number": "{name}：{symbol}，数值",
"{symbol} = {value} is outside {domain}": "{symbol} = {value} 不在 {domain} 内",
"{name} needs {condition}": "{name} 要求 {condition}",
"{symbol} must be {domain}, not {value}": "{symbol} 须为 {domain}，而不是 {value}",
" or ": " 或 ",
"{word} is not a number": "{word} 不是数",
"{symbol}: {word} is not a number": "{symbol}：{word} 不是数",
"the view must go from a smaller to a larger x": "视图须从较小的 x 到较大的 x",
"the view is too narrow": "视图太窄",
"the view must end within ±1e100": "视图须在 ±1e100 之内",
"the view must overlap {domain}": "视图须与 {domain} 相交",
"{x} is outside the view": "{x} 在视图之外",
"The link asks for what cannot be drawn: {words}": "链接所要求的无法绘制：{words}",
"Light": "浅色",
"Dark": "深色",
"As the system": "跟随系统",
"Compare": "比较",
"Compare {name}": "比较 {name}",
"One figure has losses of one axis": "一张图只能有同一横轴的损失",
"Play": "播放",
"Pause": "暂停",
"Training": "训练",
"Validation": "验证",
"Test": "测试",
"Test right": "测试正确率",
"Epoch {epoch}": "第 {epoch} 轮",
"Epoch {epoch} of {epochs}": "第 {epoch} 轮，共 {epochs} 轮",
"Epochs": "轮数",
"{share} of the test right": "测试正确率 {share}",
"test loss {loss}": "测试损失 {loss}",
"diverged in epoch {epoch}": "在第 {epoch} 轮发散",
"dead: a hidden layer is zero everywhere": "已死：某个隐藏层处处为零",
"{name}: decision regions and examples": "{name}：决策区域与样本",
"{name}: the fit and the examples": "{name}：拟合与样本",
"{name}: loss after each epoch": "{name}：每轮之后的损失",
"{name}: the loss and where the examples are on it": "{name}：损失曲线与样本所在位置",
"The link asks for what cannot be trained: {words}": "链接所要求的无法训练：{words}",
"{name} cannot be {word}": "{name}不能是{word}",
"For η = {eta} the least risk is {risk}, of {answer} = {low}.": "η = {eta} 时最小风险为 {risk}，在 {answer} = {low} 处取得。",
"For η = {eta} the least risk is {risk}, of every {answer} from {low} to {high}.": "η = {eta} 时最小风险为 {risk}，在 {low} 到 {high} 的每个 {answer} 处取得。",
"For η = {eta} the least risk is {risk}, of every {answer} above {low}.": "η = {eta} 时最小风险为 {risk}，在大于 {low} 的每个 {answer} 处取得。",
"For η = {eta} the least risk is {risk}, of every {answer} below {high}.": "η = {eta} 时最小风险为 {risk}，在小于 {high} 的每个 {answer} 处取得。",
"For η = {eta} the risk falls on and on: no answer is best.": "η = {eta} 时风险一直下降，没有最优输出。",
"The centre of the sample in its eyes is {place}.": "它所认定的样本中心为 {place}。",
"The centre of the sample in its eyes is {place}, the {centre}.": "它所认定的样本中心为 {place}，即{centre}。",
"With the outlier at ({x}, {y}) the slope of the line is {slope}; that of the other points is about 0.5.": "离群点位于 ({x}, {y}) 时，直线的斜率为 {slope}；其余各点的斜率约为 0.5。",
"outlier at ({x}, {y}): slope {slope}": "离群点 ({x}, {y})：斜率 {slope}",
"{low} to {high}": "{low} 到 {high}",
"a sample of ten numbers": "十个数的样本",
"chance η of the label +1": "标签为 +1 的概率 η",
"answer f": "输出 f",
"answer p": "预报 p",
"mode": "众数",
"median": "中位数",
"mean": "均值"
}
};
const themes = {"light": {"name": "light", "ground": "#ffffff", "ink": "#22252b", "soft": "#6b7280", "axis": "#8c93a0", "grid": "#e7e9ee", "fill": "#d9dde5", "colours": ["#2248a2", "#cc4c0d", "#0f8669", "#8f46d4", "#6e4600", "#0b99e7", "#da67a9", "#212a3a"], "ramp": ["#6e92e5", "#2853ba", "#0c2258"], "markers": false, "ramps": {"3": ["#6e92e5", "#2853ba", "#0c2258"], "4": ["#6e92e5", "#3f68c8", "#1e4298", "#0c2258"], "5": ["#6e92e5", "#4b73d0", "#2853ba", "#193a87", "#0c2258"], "6": ["#6e92e5", "#5279d4", "#3660c3", "#2249a5", "#17357e", "#0c2258"], "7": ["#6e92e5", "#567dd7", "#3f68c8", "#2853ba", "#1e4298", "#153277", "#0c2258"], "8": ["#6e92e5", "#5a80d9", "#466ecd", "#325cc0", "#244cab", "#1c3d8e", "#142f73", "#0c2258"], "9": ["#6e92e5", "#5c82da", "#4b73d0", "#3963c5", "#2853ba", "#2146a0", "#193a87", "#132e6f", "#0c2258"], "10": ["#6e92e5", "#5e84dc", "#4e76d2", "#3f68c8", "#305abf", "#254dae", "#1e4298", "#183782", "#122c6d", "#0c2258"], "11": ["#6e92e5", "#6086dd", "#5279d4", "#446dcb", "#3660c3", "#2853ba", "#2249a5", "#1c3f91", "#17357e", "#112b6b", "#0c2258"], "12": ["#6e92e5", "#6187dd", "#547bd6", "#4770ce", "#3b64c6", "#2e59be", "#254eb1", "#20459e", "#1b3c8c", "#16337a", "#112a69", "#0c2258"]}, "alike": ["#6e92e5 #0b99e7", "#6e92e5 #da67a9", "#2853ba #2248a2", "#2853ba #8f46d4", "#0c2258 #212a3a", "#2248a2 #6e4600", "#cc4c0d #0f8669", "#cc4c0d #8f46d4", "#0f8669 #8f46d4", "#0b99e7 #da67a9", "#3f68c8 #cc4c0d", "#3f68c8 #0f8669", "#3f68c8 #8f46d4", "#1e4298 #2248a2", "#1e4298 #6e4600", "#4b73d0 #cc4c0d", "#4b73d0 #0f8669", "#4b73d0 #8f46d4", "#193a87 #2248a2", "#6e92e5 #5279d4", "#5279d4 #3660c3", "#5279d4 #cc4c0d", "#5279d4 #0f8669", "#5279d4 #8f46d4", "#5279d4 #0b99e7", "#3660c3 #2249a5", "#3660c3 #0f8669", "#3660c3 #8f46d4", "#2249a5 #2248a2", "#2249a5 #6e4600", "#6e92e5 #567dd7", "#567dd7 #3f68c8", "#567dd7 #cc4c0d", "#567dd7 #0f8669", "#567dd7 #8f46d4", "#567dd7 #0b99e7", "#3f68c8 #2853ba", "#2853ba #1e4298", "#1e4298 #153277", "#153277 #0c2258", "#6e92e5 #5a80d9", "#5a80d9 #466ecd", "#5a80d9 #0f8669", "#5a80d9 #8f46d4", "#5a80d9 #0b99e7", "#466ecd #325cc0", "#466ecd #cc4c0d", "#466ecd #0f8669", "#466ecd #8f46d4", "#325cc0 #244cab", "#325cc0 #2248a2", "#325cc0 #0f8669", "#325cc0 #8f46d4", "#244cab #1c3d8e", "#244cab #2248a2", "#244cab #6e4600", "#1c3d8e #142f73", "#1c3d8e #2248a2", "#142f73 #0c2258", "#142f73 #212a3a", "#6e92e5 #5c82da", "#5c82da #4b73d0", "#5c82da #0f8669", "#5c82da #8f46d4", "#5c82da #0b99e7", "#5c82da #da67a9", "#4b73d0 #3963c5", "#3963c5 #2853ba", "#3963c5 #0f8669", "#3963c5 #8f46d4", "#2853ba #2146a0", "#2146a0 #193a87", "#2146a0 #2248a2", "#2146a0 #6e4600", "#193a87 #132e6f", "#132e6f #0c2258", "#132e6f #212a3a", "#6e92e5 #5e84dc", "#5e84dc #4e76d2", "#5e84dc #0f8669", "#5e84dc #0b99e7", "#5e84dc #da67a9", "#4e76d2 #3f68c8", "#4e76d2 #305abf", "#4e76d2 #cc4c0d", "#4e76d2 #0f8669", "#4e76d2 #8f46d4", "#4e76d2 #0b99e7", "#3f68c8 #305abf", "#305abf #254dae", "#305abf #2248a2", "#305abf #0f8669", "#305abf #8f46d4", "#254dae #1e4298", "#254dae #2248a2", "#254dae #8f46d4", "#254dae #6e4600", "#1e4298 #183782", "#183782 #122c6d", "#183782 #2248a2", "#122c6d #0c2258", "#122c6d #212a3a", "#6e92e5 #6086dd", "#6086dd #5279d4", "#6086dd #446dcb", "#6086dd #0f8669", "#6086dd #0b99e7", "#6086dd #da67a9", "#5279d4 #446dcb", "#446dcb #3660c3", "#446dcb #2853ba", "#446dcb #cc4c0d", "#446dcb #0f8669", "#446dcb #8f46d4", "#3660c3 #2853ba", "#2853ba #2249a5", "#2249a5 #1c3f91", "#1c3f91 #17357e", "#1c3f91 #2248a2", "#1c3f91 #6e4600", "#17357e #112b6b", "#112b6b #0c2258", "#112b6b #212a3a", "#6e92e5 #6187dd", "#6e92e5 #547bd6", "#6187dd #547bd6", "#6187dd #4770ce", "#6187dd #0f8669", "#6187dd #0b99e7", "#6187dd #da67a9", "#547bd6 #4770ce", "#547bd6 #3b64c6", "#547bd6 #cc4c0d", "#547bd6 #0f8669", "#547bd6 #8f46d4", "#547bd6 #0b99e7", "#4770ce #3b64c6", "#4770ce #2e59be", "#4770ce #cc4c0d", "#4770ce #0f8669", "#4770ce #8f46d4", "#3b64c6 #2e59be", "#3b64c6 #254eb1", "#3b64c6 #0f8669", "#3b64c6 #8f46d4", "#2e59be #254eb1", "#2e59be #20459e", "#2e59be #2248a2", "#2e59be #0f8669", "#2e59be #8f46d4", "#254eb1 #20459e", "#254eb1 #2248a2", "#254eb1 #8f46d4", "#254eb1 #6e4600", "#20459e #1b3c8c", "#20459e #2248a2", "#20459e #6e4600", "#1b3c8c #16337a", "#1b3c8c #2248a2", "#16337a #112a69", "#112a69 #0c2258", "#112a69 #212a3a"]}, "dark": {"name": "dark", "ground": "#16181d", "ink": "#e9ebf0", "soft": "#9aa3b2", "axis": "#646c7a", "grid": "#2a2e36", "fill": "#3c424d", "colours": ["#7396f5", "#f3925d", "#4cd3ad", "#c8b0ff", "#f0c85b", "#a2fff8", "#de5a6f", "#ffff74"], "ramp": ["#5580d8", "#8fb4ff", "#e6efff"], "markers": false, "ramps": {"3": ["#5580d8", "#8fb4ff", "#e6efff"], "4": ["#5580d8", "#7ba3f2", "#acc8ff", "#e6efff"], "5": ["#5580d8", "#729aec", "#8fb4ff", "#bad2ff", "#e6efff"], "6": ["#5580d8", "#6c95e8", "#83aaf7", "#a0c0ff", "#c3d8ff", "#e6efff"], "7": ["#5580d8", "#6891e5", "#7ba3f2", "#8fb4ff", "#acc8ff", "#c9dcff", "#e6efff"], "8": ["#5580d8", "#658fe3", "#769eee", "#87adf9", "#9bbdff", "#b4ceff", "#cddeff", "#e6efff"], "9": ["#5580d8", "#638de2", "#729aec", "#80a7f5", "#8fb4ff", "#a4c3ff", "#bad2ff", "#d0e0ff", "#e6efff"], "10": ["#5580d8", "#628be1", "#6e97e9", "#7ba3f2", "#88aefb", "#98bbff", "#acc8ff", "#bfd5ff", "#d2e2ff", "#e6efff"], "11": ["#5580d8", "#608ae0", "#6c95e8", "#779fef", "#83aaf7", "#8fb4ff", "#a0c0ff", "#b1ccff", "#c3d8ff", "#d4e3ff", "#e6efff"], "12": ["#5580d8", "#5f89df", "#6a93e6", "#749ced", "#7fa6f4", "#8aaffb", "#97baff", "#a6c4ff", "#b6cfff", "#c6daff", "#d6e4ff", "#e6efff"]}, "alike": ["#5580d8 #7396f5", "#5580d8 #de5a6f", "#8fb4ff #f3925d", "#8fb4ff #4cd3ad", "#8fb4ff #c8b0ff", "#e6efff #a2fff8", "#e6efff #ffff74", "#4cd3ad #c8b0ff", "#a2fff8 #ffff74", "#7ba3f2 #7396f5", "#7ba3f2 #f3925d", "#7ba3f2 #c8b0ff", "#acc8ff #4cd3ad", "#acc8ff #c8b0ff", "#acc8ff #f0c85b", "#729aec #7396f5", "#bad2ff #c8b0ff", "#bad2ff #f0c85b", "#5580d8 #6c95e8", "#6c95e8 #83aaf7", "#6c95e8 #7396f5", "#83aaf7 #a0c0ff", "#83aaf7 #7396f5", "#83aaf7 #f3925d", "#83aaf7 #4cd3ad", "#83aaf7 #c8b0ff", "#a0c0ff #4cd3ad", "#a0c0ff #c8b0ff", "#c3d8ff #e6efff", "#c3d8ff #f0c85b", "#c3d8ff #a2fff8", "#5580d8 #6891e5", "#6891e5 #7ba3f2", "#6891e5 #7396f5", "#6891e5 #de5a6f", "#7ba3f2 #8fb4ff", "#8fb4ff #acc8ff", "#acc8ff #c9dcff", "#c9dcff #e6efff", "#c9dcff #a2fff8", "#5580d8 #658fe3", "#658fe3 #769eee", "#658fe3 #7396f5", "#658fe3 #de5a6f", "#769eee #87adf9", "#769eee #7396f5", "#769eee #f3925d", "#87adf9 #9bbdff", "#87adf9 #7396f5", "#87adf9 #f3925d", "#87adf9 #4cd3ad", "#87adf9 #c8b0ff", "#9bbdff #b4ceff", "#9bbdff #4cd3ad", "#9bbdff #c8b0ff", "#b4ceff #cddeff", "#b4ceff #c8b0ff", "#b4ceff #f0c85b", "#cddeff #e6efff", "#cddeff #a2fff8", "#5580d8 #638de2", "#638de2 #729aec", "#638de2 #7396f5", "#638de2 #de5a6f", "#729aec #80a7f5", "#80a7f5 #8fb4ff", "#80a7f5 #7396f5", "#80a7f5 #f3925d", "#80a7f5 #c8b0ff", "#8fb4ff #a4c3ff", "#a4c3ff #bad2ff", "#a4c3ff #4cd3ad", "#a4c3ff #c8b0ff", "#a4c3ff #f0c85b", "#bad2ff #d0e0ff", "#d0e0ff #e6efff", "#d0e0ff #a2fff8", "#5580d8 #628be1", "#5580d8 #6e97e9", "#628be1 #6e97e9", "#628be1 #7ba3f2", "#628be1 #7396f5", "#628be1 #de5a6f", "#6e97e9 #7ba3f2", "#6e97e9 #88aefb", "#6e97e9 #7396f5", "#7ba3f2 #88aefb", "#7ba3f2 #98bbff", "#88aefb #98bbff", "#88aefb #7396f5", "#88aefb #f3925d", "#88aefb #4cd3ad", "#88aefb #c8b0ff", "#98bbff #acc8ff", "#98bbff #4cd3ad", "#98bbff #c8b0ff", "#acc8ff #bfd5ff", "#bfd5ff #d2e2ff", "#bfd5ff #c8b0ff", "#bfd5ff #f0c85b", "#d2e2ff #e6efff", "#d2e2ff #a2fff8", "#5580d8 #608ae0", "#608ae0 #6c95e8", "#608ae0 #779fef", "#608ae0 #7396f5", "#608ae0 #de5a6f", "#6c95e8 #779fef", "#779fef #83aaf7", "#779fef #8fb4ff", "#779fef #7396f5", "#779fef #f3925d", "#779fef #c8b0ff", "#83aaf7 #8fb4ff", "#8fb4ff #a0c0ff", "#8fb4ff #b1ccff", "#a0c0ff #b1ccff", "#b1ccff #c3d8ff", "#b1ccff #d4e3ff", "#b1ccff #c8b0ff", "#b1ccff #f0c85b", "#c3d8ff #d4e3ff", "#d4e3ff #e6efff", "#d4e3ff #a2fff8", "#5580d8 #5f89df", "#5580d8 #6a93e6", "#5f89df #6a93e6", "#5f89df #749ced", "#5f89df #7396f5", "#5f89df #de5a6f", "#6a93e6 #749ced", "#6a93e6 #7fa6f4", "#6a93e6 #7396f5", "#749ced #7fa6f4", "#749ced #8aaffb", "#749ced #7396f5", "#7fa6f4 #8aaffb", "#7fa6f4 #97baff", "#7fa6f4 #7396f5", "#7fa6f4 #f3925d", "#7fa6f4 #c8b0ff", "#8aaffb #97baff", "#8aaffb #a6c4ff", "#8aaffb #7396f5", "#8aaffb #f3925d", "#8aaffb #4cd3ad", "#8aaffb #c8b0ff", "#97baff #a6c4ff", "#97baff #b6cfff", "#97baff #4cd3ad", "#97baff #c8b0ff", "#a6c4ff #b6cfff", "#a6c4ff #c6daff", "#a6c4ff #4cd3ad", "#a6c4ff #c8b0ff", "#a6c4ff #f0c85b", "#b6cfff #c6daff", "#b6cfff #d6e4ff", "#b6cfff #c8b0ff", "#b6cfff #f0c85b", "#c6daff #d6e4ff", "#c6daff #e6efff", "#c6daff #f0c85b", "#c6daff #a2fff8", "#d6e4ff #e6efff", "#d6e4ff #a2fff8", "#d6e4ff #ffff74"]}};
const dashes = [[], [4.2, 1.5], [1.2, 1.1], [5.0, 1.4, 1.2, 1.4], [9.0, 1.8], [3.0, 1.2, 1.2, 1.2, 1.2, 1.2], [7.0, 1.5, 2.6, 1.5], [6.0, 1.4, 6.0, 1.4, 6.0, 3.5], [6.0, 1.4, 1.2, 1.4, 1.2, 1.4, 1.2, 3.5], [6.0, 1.4, 1.2, 1.4, 1.2, 1.4, 6.0, 3.5], [6.0, 1.4, 1.2, 1.4, 6.0, 1.4, 1.2, 3.5], [6.0, 1.4, 1.2, 1.4, 6.0, 1.4, 6.0, 3.5], [6.0, 1.4, 6.0, 1.4, 1.2, 1.4, 1.2, 3.5], [6.0, 1.4, 6.0, 1.4, 1.2, 1.4, 6.0, 3.5], [6.0, 1.4, 6.0, 1.4, 6.0, 1.4, 1.2, 3.5], [6.0, 1.4, 6.0, 1.4, 6.0, 1.4, 6.0, 3.5], [6.0, 1.4, 1.2, 1.4, 1.2, 1.4, 1.2, 1.4, 1.2, 3.5], [6.0, 1.4, 1.2, 1.4, 1.2, 1.4, 1.2, 1.4, 6.0, 3.5], [6.0, 1.4, 1.2, 1.4, 1.2, 1.4, 6.0, 1.4, 1.2, 3.5], [6.0, 1.4, 1.2, 1.4, 1.2, 1.4, 6.0, 1.4, 6.0, 3.5], [6.0, 1.4, 1.2, 1.4, 6.0, 1.4, 1.2, 1.4, 1.2, 3.5], [6.0, 1.4, 1.2, 1.4, 6.0, 1.4, 1.2, 1.4, 6.0, 3.5], [6.0, 1.4, 1.2, 1.4, 6.0, 1.4, 6.0, 1.4, 1.2, 3.5], [6.0, 1.4, 1.2, 1.4, 6.0, 1.4, 6.0, 1.4, 6.0, 3.5]];
const doublesModule = (function () {
const bits = new DataView(new ArrayBuffer(8));
const SIZE = 0x7fff_ffff_ffff_ffffn;
function ordinal(x) {
bits.setFloat64(0, x);
const number = bits.getBigInt64(0);
return number >= 0n ? number : -(number & SIZE);
}
function double(number) {
bits.setBigInt64(0, number < 0n ? -number : number);
const size = bits.getFloat64(0);
return number < 0n ? -size : size;
}
function ulp(x) {
const size = Math.abs(x);
return double(ordinal(size) + 1n) - size;
}
function middle(a, b) {
return double((ordinal(a) + ordinal(b)) >> 1n);
}
function bisect(test, a, b) {
let low = ordinal(a);
let high = ordinal(b);
while (high - low > 1n) {
const between = (low + high) >> 1n;
if (test(double(between))) low = between;
else high = between;
}
return [double(low), double(high)];
}
return { ulp, middle, bisect };
})();
const curveModule = (function () {
const { ulp } = doublesModule;
const KINDS = ["jump", "corner", "curvature"];
function makeCurve(loss, values, named = []) {
const bind = (f) => (x) => f(x, ...values);
const functions = loss.functions.map(bind);
const switches = loss.switches.map(bind);
const [low, high] = loss.domain;
const at = (order, x) => {
if (x < low || x > high) return NaN;
const here = functions[order](x);
const mayBeAlone = order > 0 && Number.isFinite(here) && low < x && x < high;
return mayBeAlone && switches.some((value) => value(x) === 0) ? correct(functions[order], x, here) : here;
};
const given = loss.parameters.filter((each, i) => values[i] !== each.default || named.includes(each.name)).map(({ name }) => name);
return { loss, values, given, switches, at };
}
function correct(f, x, here) {
const beside = (side, count) => f(x + side * count * smallStep(x));
const isLimit = (side) => {
const [near, far] = [beside(side, NEAREST), beside(side, FAR)];
const off = Math.abs(here - near);
return off <= 1e-12 * Math.abs(near) + 1e-80 || off < Math.abs(here - far) / 2;
};
const right = beside(+1, NEAREST);
return !isLimit(-1) && !isLimit(+1) && Math.abs(right) < POLE ? right : here;
}
function smallStep(x) {
return x === 0 ? 2 ** -300 : ulp(x);
}
const POLE = 1e15;
const NEAREST = 3;
const FAR = 2 ** 14;
function breaksAt(knot, order) {
return KINDS.indexOf(knot.kind) <= order;
}
function settingsOf({ loss, values, given }) {
return loss.parameters.map((parameter, i) => [parameter, values[i]]).filter(([{ name }]) => given.includes(name));
}
function isSameCurve(one, other) {
return one.loss === other.loss && one.values.every((value, i) => value === other.values[i]);
}
function specOf(curve) {
const settings = settingsOf(curve).map(([parameter, value]) => `:${parameter.name}=${plainNumber(value)}`);
return curve.loss.name + settings.join("");
}
function accepts(parameter, value) {
const fits = contains(parameter.interval, value) && !parameter.holes?.some((hole) => contains(hole, value));
return fits && (!parameter.integer || Number.isInteger(value));
}
function isAllowed(loss, values) {
return loss.allowed.every((condition) => condition(0, ...values) === 1);
}
function halves(text, sign) {
const at = text.indexOf(sign);
return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
function readNumber(word) {
const text = word.trim().replaceAll("\u2212", "-").replace("\u221e", "inf");
if (/^[+-]?inf$/.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
}
function plainNumber(value) {
return Number.isFinite(value) ? String(value).replace("e+", "e") : value > 0 ? "inf" : "-inf";
}
function contains([low, high, lowClosed, highClosed], value) {
return (lowClosed ? value >= low : value > low) && (highClosed ? value <= high : value < high);
}
return { KINDS, makeCurve, smallStep, POLE, NEAREST, breaksAt, settingsOf, isSameCurve, specOf, accepts, isAllowed, halves, readNumber, plainNumber };
})();
const askedModule = (function () {
const { accepts, halves, isAllowed, makeCurve, readNumber } = curveModule;
const MOST = 24;
const known = new WeakMap();
function readFamily(text, losses) {
const parts = text.split(":");
const given = parts.findIndex((part) => part.includes("="));
const count = given < 0 ? parts.length : given;
const loss = lossCalled(parts.slice(0, count).join(":"), losses);
if (!loss) return [];
const named = [];
let members = [loss.parameters.map((parameter) => parameter.default)];
for (const assignment of parts.slice(count)) {
const [key, words] = halves(assignment, "=");
const place = loss.parameters.findIndex((parameter) => parameter.name === key);
const values = (words ?? "").split(",").map(readNumber);
if (place < 0 || named.includes(key) || !values.every((value) => accepts(loss.parameters[place], value))) return [];
named.push(key);
members = members.flatMap((member) => values.map((value) => member.map((other, i) => (i === place ? value : other))));
if (members.length > MOST) return [];
}
return members.every((values) => isAllowed(loss, values)) ? members.map((values) => makeCurve(loss, values, named)) : [];
}
function readSpec(text, losses) {
const curves = readFamily(text, losses);
return curves.length === 1 ? curves[0] : null;
}
function lossCalled(name, losses) {
if (Object.hasOwn(losses, name)) return losses[name];
if (!known.has(losses)) known.set(losses, new Map(Object.values(losses).flatMap((loss) => [loss.name, ...(loss.called ?? [])].map((word) => [word, loss]))));
return known.get(losses).get(name.trim().toLowerCase().replaceAll("_", "-")) ?? null;
}
return { readFamily, readSpec };
})();
const barModule = (function () {
const DELAY = 250;
function addressBar(words, take) {
let timer = null;
let before = "";
function changed() {
clearTimeout(timer);
before = read();
timer = setTimeout(save, DELAY);
}
function save() {
if (timer === null) return;
clearTimeout(timer);
timer = null;
if (read() === before) write(words());
}
document.addEventListener("click", save, true);
addEventListener("hashchange", () => {
if (!location.hash || isSection(location.hash)) return;
timer = null;
take(read());
});
return { read, changed };
}
function read() {
const { hash, search } = location;
return hash.length > 1 && !isSection(hash) ? hash.slice(1) : search.slice(1);
}
function write(words) {
const address = new URL(location);
address.search = words;
if (!isSection(address.hash)) address.hash = "";
try {
history.replaceState(null, "", address);
} catch {
}
}
function isSection(hash) {
return document.getElementById(decoded(hash.slice(1))) !== null;
}
function decoded(words) {
try {
return decodeURIComponent(words);
} catch {
return words;
}
}
return { addressBar, decoded };
})();
const elementsModule = (function () {
const find = (id) => document.getElementById(id);
function make(tag, properties = {}, attributes = {}) {
const element = Object.assign(document.createElement(tag), properties);
for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
return element;
}
return { find, make };
})();
const ticksModule = (function () {
const FACTORS = [10, 5, 2, 1, 0.5, 0.2];
function ticks(low, high, count) {
const rough = (high - low) / Math.max(count, 2);
const power = 10 ** Math.floor(Math.log10(rough));
const steps = FACTORS.map((factor) => factor * power);
const finest = steps.filter((step) => step >= rough * (1 - 1e-9)).length;
for (const step of steps.slice(finest - 1)) {
const slack = 1e-6 * step;
const [first, last] = [Math.ceil((low - slack) / step), Math.floor((high + slack) / step)];
const values = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step);
if (last > first) return values.map((value) => [value, label(value, step, Math.max(...values.map(Math.abs)))]);
}
return [];
}
function label(value, step, size) {
const [finest, greatest] = [step, size].map((each) => Math.floor(Math.log10(each) + 1e-9));
if (size < 1e6 && size >= 1e-5) return minus(value.toFixed(Math.max(0, -finest)));
return value === 0 ? "0" : minus(value.toExponential(Math.max(0, greatest - finest)).replace("e+", "e"));
}
function minus(text) {
return text.replaceAll("-", "\u2212");
}
return { ticks, minus };
})();
const wordsModule = (function () {
const [MOST, LONGEST] = [8, 60];
const languages = ["en", ...Object.keys(MESSAGES)];
function language() {
const { lang } = document.documentElement;
return languages.includes(lang) ? lang : "en";
}
function quoted(word) {
return `\u2018${word}\u2019`;
}
function listed(words) {
const [first, more] = [words.slice(0, MOST), words.length > MOST ? ["…"] : []];
return [...first.map((word) => (word.length > LONGEST ? `${word.slice(0, LONGEST)}…` : word)), ...more].join(", ");
}
function say(words, values = {}) {
return (MESSAGES[language()]?.[words] ?? words).replace(/\{(\w+)\}/g, (_, name) => values[name]);
}
return { language, quoted, listed, say };
})();
const readingModule = (function () {
const { make } = elementsModule;
const { minus } = ticksModule;
const { say } = wordsModule;
const NAME = 8.75;
const VALUE = 8;
const EM = 15;
function formatNumber(value) {
if (Number.isNaN(value)) return "\u2013";
if (!Number.isFinite(value)) return value > 0 ? "\u221e" : "\u2212\u221e";
return minus(String(Number(value.toPrecision(10))));
}
function wordsOf(values) {
if (!values.length) return say("undefined");
const [left, right = left] = values.map(formatNumber);
return left === right ? left : say("{left} left, {right} right", { left, right });
}
function tableOf(facts, x, readings, width) {
const { panels } = facts;
return panels.length > 1 && width < (NAME + VALUE * panels.length) * EM ? longTable(facts, x, readings) : wideTable(facts, x, readings);
}
function wideTable({ names, swatches, panels, variable }, x, readings) {
const table = make("table");
table.style.minWidth = `${NAME + VALUE * panels.length}em`;
const head = table.createTHead().insertRow();
head.append(placeOf(variable, x), ...panels.map((words) => make("th", { textContent: words, scope: "col" })));
head.firstElementChild.style.width = `${(100 * NAME) / (NAME + VALUE * panels.length)}%`;
const body = table.createTBody();
names.forEach((name, curve) => {
const row = body.insertRow();
row.append(titleOf(name, swatches[curve], { scope: "row" }));
for (const panel of panels.keys()) row.append(cellOf(x === null ? null : readings[panel][curve]));
});
return table;
}
function longTable({ names, swatches, panels, variable }, x, readings) {
const table = make("table");
const place = placeOf(variable, x);
place.colSpan = 2;
table.createTHead().insertRow().append(place);
names.forEach((name, curve) => {
const body = table.createTBody();
if (names.length > 1) body.insertRow().append(titleOf(name, swatches[curve], { scope: "rowgroup", colSpan: 2 }));
panels.forEach((words, panel) => body.insertRow().append(make("td", { textContent: words, className: "quiet" }), cellOf(x === null ? null : readings[panel][curve])));
});
return table;
}
function placeOf(variable, x) {
const place = make("th", { scope: "col" });
place.append(make("i", { textContent: variable }), x === null ? "" : ` = ${formatNumber(x)}`);
return place;
}
function titleOf(name, swatch, properties) {
const title = make("th", { textContent: name, className: "swatch", ...properties });
title.style.setProperty("--swatch", swatch);
return title;
}
function cellOf(values) {
return values ? make("td", { textContent: wordsOf(values) }, { "data-value": values.join() }) : make("td", { textContent: "\u2013" });
}
function sentenceOf({ names, panels, variable }, x, readings) {
const parts = names.map((name, curve) => `${name}: ${panels.map((panel, i) => `${panel} ${wordsOf(readings[i][curve])}`).join(", ")}`);
return [`${variable} = ${formatNumber(x)}`, ...parts].join("; ");
}
return { formatNumber, wordsOf, tableOf, sentenceOf };
})();
const viewModule = (function () {
const { readNumber } = curveModule;
const { formatNumber } = readingModule;
const { quoted, say } = wordsModule;
const FARTHEST = 1e100;
function isRange(numbers) {
const sizes = numbers.map(Math.abs);
return numbers.length === 2 && sizes.every((size) => size <= FARTHEST) && numbers[1] - numbers[0] > 1e-9 * Math.max(...sizes, 1e-90);
}
function viewProblem(words, loss) {
const range = words.map(readNumber);
const [low, high] = range;
const bad = words.find((word) => Number.isNaN(readNumber(word)));
if (bad !== undefined) return say("{word} is not a number", { word: quoted(bad) });
if (range.some((end) => Math.abs(end) > FARTHEST)) return say("the view must end within ±1e100");
if (low >= high) return say("the view must go from a smaller to a larger x");
if (!isRange(range)) return say("the view is too narrow");
const [start, end] = loss.domain;
return high > start && low < end ? "" : say("the view must overlap {domain}", { domain: `[${formatNumber(start)}, ${formatNumber(end)}]` });
}
return { isRange, viewProblem };
})();
const addressModule = (function () {
const { readFamily } = askedModule;
const { decoded } = barModule;
const { halves, isSameCurve, plainNumber, readNumber, specOf } = curveModule;
const { isRange } = viewModule;
const PANEL_OPTIONS = ["derivative", "second-derivative"];
const NUMBERS = ["range", "x"];
const MOST_CURVES = 24;
function addressOf({ curves, panels, range, x }) {
const parts = [curves.map(specOf).join("+"), ...PANEL_OPTIONS.filter((panel) => panels.has(panel))];
if (range) parts.push(`range=${range.map(plainNumber).join(":")}`);
if (x !== null) parts.push(`x=${plainNumber(x)}`);
return parts.join("&");
}
function readAddress(address, losses) {
const parts = decoded(address).split("&").filter(Boolean);
const [words, ...options] = !parts.length || isOption(parts[0]) ? ["", ...parts] : parts;
const state = { curves: [], panels: new Set(), range: null, x: null };
const wrong = [];
for (const word of words.split(/[+ ]/).filter(Boolean)) {
const curves = readFamily(word, losses);
const news = curves.filter((curve) => !state.curves.some((other) => isSameCurve(other, curve)));
const fits = curves.length && (!state.curves.length || curves[0].loss.axis === state.curves[0].loss.axis);
if (!fits || state.curves.length + news.length > MOST_CURVES) wrong.push(word);
else state.curves.push(...news);
}
for (const option of options) {
const [name, value] = halves(option, "=");
const numbers = value?.split(":").map(readNumber) ?? [];
if (PANEL_OPTIONS.includes(option)) state.panels.add(option);
else if (name === "range" && isRange(numbers)) state.range = numbers;
else if (name === "x" && numbers.length === 1 && Number.isFinite(numbers[0])) [state.x] = numbers;
else wrong.push(option);
}
return { state, wrong };
}
function isOption(part) {
return PANEL_OPTIONS.includes(part) || NUMBERS.includes(halves(part, "=")[0]);
}
function commandOf({ curves, panels, range, x }, theme, language) {
const options = PANEL_OPTIONS.filter((panel) => panels.has(panel)).map((panel) => `--${panel}`);
if (range) options.push(`--range=${range.map(plainNumber).join(":")}`);
if (x !== null) options.push(`--mark=${plainNumber(x)}`);
if (theme !== "light") options.push(`--theme=${theme}`);
if (language !== "en") options.push(`--lang=${language}`);
options.push(...new Set(curves.flatMap((curve) => curve.loss.options ?? [])));
return ["lossplot", ...curves.map(specOf), ...options].join(" ");
}
return { PANEL_OPTIONS, MOST_CURVES, addressOf, readAddress, commandOf };
})();
const clipboardModule = (function () {
const { find, make } = elementsModule;
const { say } = wordsModule;
function serveCopyButtons() {
document.addEventListener("click", (event) => {
const button = event.target.closest("[data-copy], [data-copy-text]");
if (!button) return;
const source = button.dataset.copy && find(button.dataset.copy);
copy(button, () => navigator.clipboard.writeText(source ? source.textContent.trim() : button.dataset.copyText), source);
});
}
async function copy(button, write, source) {
try {
await write();
flash(button, say("Copied"));
} catch {
if (source) getSelection().selectAllChildren(source);
flash(button, say(source ? "Press Ctrl+C" : "Not copied"));
}
}
async function attempt(button, save) {
try {
await save();
} catch {
flash(button, say("Not saved"));
}
}
const usualTexts = new WeakMap();
const timers = new WeakMap();
function flash(button, words) {
if (!usualTexts.has(button)) usualTexts.set(button, button.textContent);
button.textContent = words;
announce(words);
clearTimeout(timers.get(button));
const restore = () => {
button.textContent = usualTexts.get(button);
usualTexts.delete(button);
};
timers.set(button, setTimeout(restore, 1500));
}
function announce(words) {
if (!find("voice")) document.querySelector("main").append(make("div", { id: "voice", className: "unseen" }, { role: "status" }));
find("voice").textContent = words;
}
return { serveCopyButtons, copy, attempt, announce };
})();
const memoryModule = (function () {
const MOST = 60;
function remembered(compute) {
const results = new WeakMap();
return (curve, ...numbers) => {
if (!results.has(curve)) results.set(curve, new Map());
const known = results.get(curve);
const key = numbers.join();
if (known.size > MOST) known.clear();
if (!known.has(key)) known.set(key, compute(curve, ...numbers));
return known.get(key);
};
}
return { remembered };
})();
const knotsModule = (function () {
const { KINDS, NEAREST, POLE, smallStep } = curveModule;
const { bisect, middle } = doublesModule;
const { remembered } = memoryModule;
const GRID = 1025;
const GROWTH = 0.0346;
const NEIGHBOURS = [1, 4 / 3, 2, 8 / 3, 4, 16 / 3, 8].map((factor) => NEAREST * factor);
const rootsOf = remembered((curve, low, high) => {
const grid = sortUnique(low < 0 && high > 0 ? [...even(low, high, GRID), 0] : even(low, high, GRID));
const roots = new Map();
for (const value of curve.switches) {
const points = roots.size ? sortUnique([...grid, ...[...roots.values()].flat()]) : grid;
for (const root of signChanges(value, points)) roots.set(root.join(), root);
}
return merge([...roots.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]));
});
function knotsAt(curve, roots) {
const [start, end] = curve.loss.domain;
return roots.map(([before, after]) => classify(curve, before, after)).filter((knot) => knot && start < knot.x && knot.x < end);
}
function beside(curve, order, x, side) {
return limit(germs(curve, order, x, side));
}
function even(low, high, count) {
const step = (high - low) / (count - 1);
return Array.from({ length: count }, (_, i) => (i === count - 1 ? high : low + i * step));
}
function growingShares(count) {
return even(0, 1, count).map((share) => share * (1 + (share - 1) * (GROWTH / 2)));
}
function sortUnique(points) {
return [...new Set(points)].sort((a, b) => a - b);
}
function* signChanges(value, grid) {
const signs = grid.map((x) => Math.sign(value(x)));
for (let i = 0; i < grid.length; i++) {
const insideRun = signs[i - 1] === 0 && signs[i + 1] === 0;
if (signs[i] === 0 && !insideRun) yield [grid[i], grid[i]];
if (signs[i] * signs[i + 1] < 0) yield rootBetween(value, grid[i], grid[i + 1]);
}
}
function rootBetween(value, a, b) {
const sign = Math.sign(value(a));
const [before, first] = bisect((x) => Math.sign(value(x)) === sign, a, b);
if (Math.sign(value(first)) !== 0) return [before, first];
const [last] = bisect((x) => value(x) === 0, first, b);
const root = middle(first, last);
return [root, root];
}
function merge(roots) {
const result = [];
for (const root of roots) {
const last = result.at(-1);
if (!last || root[0] > last[1]) result.push(root);
else if (last[0] !== last[1]) result[result.length - 1] = root[0] === root[1] ? root : [last[0], Math.max(last[1], root[1])];
}
return result;
}
function classify(curve, before, after) {
for (const [order, kind] of KINDS.entries()) {
const [atLeft, atRight] = [germs(curve, order, before, -1), germs(curve, order, after, +1)];
const [left, right] = [limit(atLeft), limit(atRight)];
const standsAlone = order === 0 && before === after && isAlone(curve.at(0, after), [left, right], [atLeft, atRight]);
if (standsAlone || differ(left, right, atLeft, atRight)) return { x: after, kind, left, right, before, after };
}
return null;
}
function isAlone(value, limits, near) {
const isOther = (end, i) => Number.isFinite(end) && differ(value, end, [value], near[i]);
return Number.isFinite(value) && limits.every(isOther);
}
function germs(curve, order, x, side) {
return NEIGHBOURS.map((count) => curve.at(order, x + side * count * smallStep(x)));
}
function limit(near) {
const [first, last] = [near[0], near.at(-1)];
const isPole = Math.abs(first) > POLE || (Math.abs(first) > 1e3 && Math.abs(first) > 2.5 * Math.abs(last));
return isPole ? Math.sign(first) * Infinity : first;
}
function differ(left, right, atLeft, atRight) {
if (!Number.isFinite(left) || !Number.isFinite(right)) return true;
const noise = spread(atLeft, left) + spread(atRight, right);
const slack = 1e-12 * Math.max(Math.abs(left), Math.abs(right));
return Math.abs(right - left) > slack + (Number.isFinite(noise) ? 1e3 * noise : 0);
}
function spread(near, end) {
return Math.max(...near.map((value) => (Number.isNaN(value) ? 0 : Math.abs(value - end))));
}
return { rootsOf, knotsAt, beside, even, growingShares, sortUnique };
})();
const lettersModule = (function () {
const { make } = elementsModule;
const FONT = "Inter, system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";
const FACES = { regular: ["normal", 400], italic: ["italic", 400], medium: ["normal", 500] };
const pen = make("canvas").getContext("2d");
function loadLetters(refresh) {
const faces = Object.entries(FACES).map(([name, [style, weight]]) => {
const bytes = Uint8Array.from(atob(globalThis.lossplot.letters[name]), (letter) => letter.charCodeAt(0));
return new FontFace("Inter", bytes, { style, weight });
});
for (const face of faces) document.fonts.add(face);
if (faces.some(({ status }) => status !== "loaded")) Promise.all(faces.map((face) => face.load())).then(refresh);
}
function widthOf(text, size, face = "regular") {
const [style, weight] = FACES[face];
pen.font = `${style} ${weight} ${size}px ${FONT}`;
return pen.measureText(text).width;
}
function runsOf(marked) {
return marked.split("*").map((words, number) => [words, number % 2 ? "italic" : "regular"]).filter(([words]) => words);
}
function markedWidth(marked, size) {
return runsOf(marked).reduce((sum, [words, face]) => sum + widthOf(words, size, face), 0);
}
function spansOf(marked) {
return runsOf(marked).map(([words, face]) => (face === "italic" ? `<tspan font-style="italic">${safe(words)}</tspan>` : safe(words))).join("");
}
function plain(marked) {
return marked.replaceAll("*", "");
}
function safe(text) {
return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
function withLetters(svg) {
const used = { regular: true, italic: svg.includes('font-style="italic"'), medium: svg.includes('font-weight="500"') };
const rules = Object.entries(FACES)
.filter(([name]) => used[name])
.map(([name, [style, weight]]) => `@font-face{font-family:Inter;font-style:${style};font-weight:${weight};src:url(data:font/ttf;base64,${globalThis.lossplot.letters[name]})}`);
return svg.replace(">", `><style>${rules.join("")}</style>`);
}
return { FONT, loadLetters, widthOf, markedWidth, spansOf, plain, safe, withLetters };
})();
const groupsModule = (function () {
function groupedBy(things, keyOf) {
const groups = new Map();
for (const thing of things) {
const key = keyOf(thing);
if (!groups.has(key)) groups.set(key, []);
groups.get(key).push(thing);
}
return groups;
}
return { groupedBy };
})();
const stylesModule = (function () {
const { groupedBy } = groupsModule;
const FEWEST = 3;
const MOST_SOLID = 4;
function stylesOf(curves, theme) {
const { members = [] } = familyOf(curves) ?? {};
const ramp = theme.ramps[members.length] ?? [];
const ramped = new Map(ramp.map((colour, i) => [members[i], colour]));
const others = [...curves.keys()].filter((place) => !ramped.has(place));
const first = ramped.size ? 1 : 0;
const colours = [...curves.keys()].map((place) => ramped.get(place) ?? theme.colours[(others.indexOf(place) + first) % theme.colours.length]);
const chosen = dashesFor(colours, others.length > MOST_SOLID ? others : [], theme.alike);
return colours.map((colour, i) => ({ colour, dash: dashes[chosen[i]] }));
}
function dashesFor(colours, crowd, alike) {
const chosen = [];
colours.forEach((colour, place) => {
const isTaken = (number) => chosen.some((other, i) => other === number && (isAlike(colour, colours[i], alike) || (crowd.includes(place) && crowd.includes(i))));
const free = dashes.findIndex((_, number) => !isTaken(number));
chosen.push(free < 0 ? place % dashes.length : free);
});
return chosen;
}
function isAlike(one, other, alike) {
return one === other || alike.includes(`${one} ${other}`) || alike.includes(`${other} ${one}`);
}
function familyOf(curves) {
const kindOf = ({ loss, given }) => [loss.name, ...given].join();
const groups = [...groupedBy(curves.keys(), (place) => kindOf(curves[place])).values()];
const families = groups.flatMap((places) => {
const varied = curves[places[0]].loss.parameters.filter((_, i) => new Set(places.map((place) => curves[place].values[i])).size > 1);
if (places.length < FEWEST || varied.length !== 1) return [];
const valueOf = (place) => curves[place].values[curves[place].loss.parameters.indexOf(varied[0])];
return [{ parameter: varied[0], members: places.sort((a, b) => valueOf(a) - valueOf(b)), valueOf }];
});
return families.length === 1 ? families[0] : null;
}
return { stylesOf, familyOf };
})();
const labelsModule = (function () {
const { settingsOf } = curveModule;
const { plain } = lettersModule;
const { formatNumber } = readingModule;
const { familyOf } = stylesModule;
const { language, say } = wordsModule;
function nameOf(loss) {
return loss.names[language()] ?? loss.names.en;
}
function symbolOf(parameter) {
return parameter.symbols[language()] ?? parameter.symbols.en ?? parameter.name;
}
function labelOf(curve, left = null) {
const settings = settingsOf(curve).filter(([parameter]) => parameter !== left);
const words = settings.map(([parameter, value]) => `${symbolOf(parameter)} = ${short(value)}`);
return words.length ? `${nameOf(curve.loss)} (${words.join(", ")})` : nameOf(curve.loss);
}
function wordsOf(curves, panels) {
const family = familyOf(curves);
const common = { panels: panels.length > 1 ? panels.map((panel) => capitalised(panelName(panel))) : [""], xLabel: xLabelOf(curves), description: descriptionOf(curves) };
if (curves.length === 1) return { ...common, title: labelOf(curves[0]), names: [], values: null };
if (family?.members.length !== curves.length) return { ...common, title: "", names: curves.map((curve) => labelOf(curve)), values: null };
const values = curves.map((_, place) => short(family.valueOf(place)));
const names = values.map((value) => `${symbolOf(family.parameter)} = ${value}`);
return { ...common, title: labelOf(curves[0], family.parameter), names, values };
}
function descriptionOf(curves) {
return `${curves.map((curve) => labelOf(curve)).join(", ")}: ${plain(xLabelOf(curves))}`;
}
function panelName(panel) {
return say(panel.replace("-", " "));
}
function xLabelOf(curves) {
const [{ loss }] = curves;
const isSame = curves.every((curve) => curve.loss.label.en === loss.label.en);
return isSame ? loss.label[language()] ?? loss.label.en : `${say(loss.axis)} *${loss.variable}*`;
}
function capitalised(words) {
return words.charAt(0).toUpperCase() + words.slice(1);
}
function short(value) {
return formatNumber(Number(value.toPrecision(5)));
}
return { nameOf, symbolOf, labelOf, wordsOf, descriptionOf, panelName };
})();
const sliderModule = (function () {
const STEPS = 200;
const DECADES = 1;
const REACH = 4;
function sliderOf(parameter) {
const [low, high] = parameter.interval;
const start = parameter.default;
const size = low === 0 && start > 0 ? start : Math.max(1, Math.abs(start));
if (parameter.integer) {
const last = Math.min(high, Math.max(low + 9, 2 * start));
return between(low, last, last - low);
}
if (low === 0 && !parameter.interval[2] && high === Infinity && start > 0) return powers(start);
const from = Number.isFinite(low) ? low : Number.isFinite(high) ? Math.min(start, high) - REACH * size : start - REACH * size;
const to = Number.isFinite(high) ? high : Number.isFinite(low) ? Math.max(start, low) + REACH * size : start + REACH * size;
const [first, last] = [parameter.interval[2] || !Number.isFinite(low) ? 0 : 1, parameter.interval[3] || !Number.isFinite(high) ? 0 : 1];
return between(from, to, STEPS, first, last);
}
function between(from, to, count, first = 0, last = 0) {
const width = to - from;
return {
first,
last: count - last,
valueAt: (step) => Number((from + (width * step) / count).toPrecision(12)),
stepOf: (value) => Math.round(((value - from) / width) * count),
};
}
function powers(start) {
const half = STEPS / 2;
return {
first: 0,
last: STEPS,
valueAt: (step) => (step === half ? start : Number((start * 10 ** ((DECADES * (step - half)) / half)).toPrecision(3))),
stepOf: (value) => half + Math.round((Math.log10(value / start) / DECADES) * half),
};
}
return { sliderOf };
})();
const controlsModule = (function () {
const { accepts, isAllowed, makeCurve, readNumber, plainNumber } = curveModule;
const { make } = elementsModule;
const { even } = knotsModule;
const { nameOf, symbolOf } = labelsModule;
const { formatNumber } = readingModule;
const { sliderOf } = sliderModule;
const { quoted, say } = wordsModule;
const FEW = 2;
function controlsOf(curve, { swatch, link, replace, remove, complain, isFixed = () => false }) {
const { loss } = curve;
const name = nameOf(loss);
const title = make(link ? "a" : "strong", { className: "swatch", textContent: name });
if (link) title.href = link;
title.style.setProperty("--swatch", swatch);
const head = make("div", { className: "curve-head" });
head.append(title);
if (remove) head.append(make("button", { type: "button", textContent: "\u00d7", onclick: remove }, { "aria-label": say("Remove {name}", { name }) }));
let current = curve.values;
const values = [...current];
const words = current.map(plainNumber);
const rows = loss.parameters.map((parameter, i) =>
parameterRow(parameter, current[i], name, (value, word) => {
values[i] = value;
words[i] = word;
const problems = loss.parameters.map((each, k) => problemOf(each, values[k], words[k]));
const own = problems[i] || problems.find(Boolean) || "";
const together = own || isAllowed(loss, values) ? "" : say("{name} needs {condition}", { name, condition: loss.requires });
rows.forEach(({ mark }, k) => mark(!problems[k] && !(together && values[k] !== current[k])));
complain(own || together);
if (own || together) return;
current = [...values];
replace(makeCurve(loss, current, curve.given));
}),
);
const block = make("div", { className: "curve" });
block.append(head, ...rows.filter((_, i) => !isFixed(loss.parameters[i])).map(({ row }) => row));
return block;
}
function parameterRow(parameter, value, name, change) {
const slider = sliderOf(parameter);
const symbol = symbolOf(parameter);
const word = plainNumber(value);
const range = make(
"input",
{ type: "range", min: slider.first, max: slider.last, step: 1, value: slider.stepOf(value) },
{ "aria-label": say("{name}: {symbol}", { name, symbol }), "aria-valuetext": word, "data-parameter": parameter.name },
);
const box = make(
"input",
{ type: "text", inputMode: "decimal", value: word, size: 7, autocomplete: "off" },
{ "aria-label": say("{name}: {symbol}, as a number", { name, symbol }), "aria-invalid": false, "data-parameter": parameter.name },
);
range.addEventListener("input", () => {
const value = slider.valueAt(Number(range.value));
box.value = plainNumber(value);
range.setAttribute("aria-valuetext", box.value);
change(value, box.value);
});
box.addEventListener("input", () => {
const value = readNumber(box.value);
if (accepts(parameter, value)) {
range.value = slider.stepOf(value);
range.setAttribute("aria-valuetext", box.value);
}
change(value, box.value);
});
const row = make("div", { className: "parameter" });
row.append(make("span", { className: "symbol", textContent: symbol }), range, box);
return { row, mark: (isGood) => box.setAttribute("aria-invalid", !isGood) };
}
function problemOf(parameter, value, word) {
const symbol = symbolOf(parameter);
if (Number.isNaN(value)) return say("{symbol}: {word} is not a number", { symbol, word: quoted(word) });
if (accepts(parameter, value)) return "";
const words = { symbol, value: formatNumber(value), domain: domainOf(parameter) };
return parameter.integer ? say("{symbol} must be {domain}, not {value}", words) : say("{symbol} = {value} is outside {domain}", words);
}
function domainOf(parameter) {
const { interval, integer, holes } = parameter;
const [low, high] = interval;
if (integer && high - low <= FEW) return even(low, high, high - low + 1).filter((value) => accepts(parameter, value)).map(formatNumber).join(say(" or "));
const domain = intervalWords(interval);
const whole = integer ? say("a whole number in {domain}", { domain }) : domain;
return holes ? say("{domain} without {holes}", { domain: whole, holes: holes.map(intervalWords).join(", ") }) : whole;
}
function intervalWords([low, high, lowClosed, highClosed]) {
if (low === high) return `{${formatNumber(low)}}`;
return `${lowClosed ? "[" : "("}${formatNumber(low)}, ${formatNumber(high)}${highClosed ? "]" : ")"}`;
}
return { controlsOf };
})();
const endsModule = (function () {
const [GAP, LEADING, NEAR] = [0.4, 1.15, 0.55];
const WIDEST = 0.25;
const AT_SIDE = 0.05;
function namesAtEnds({ traces, view }, { top, height, width }, text, widths) {
const ends = traces.map(({ pieces }) => pieces.at(-1)?.at(-1));
const isAtSide = (end) => end && end[0] >= view.right - AT_SIDE * (view.right - view.left) && end[1] > view.bottom && end[1] < view.top;
const room = GAP * text + Math.max(...widths);
if (!ends.every(isAtSide) || room > WIDEST * width) return null;
const targets = ends.map(([, y]) => top + ((view.top - y) / (view.top - view.bottom)) * height);
const order = [...targets.keys()].sort((a, b) => targets[a] - targets[b]);
const levels = spread(order.map((number) => targets[number]), LEADING * text, top, top + height);
const middles = targets.map((_, number) => levels?.[order.indexOf(number)]);
if (!levels || middles.some((y, number) => Math.abs(y - targets[number]) > NEAR * text)) return null;
return { middles, room, gap: GAP * text, first: order[0] };
}
function spread(targets, gap, low, high) {
const slack = high - low - (targets.length - 1) * gap;
if (slack < 0) return null;
const pools = [];
targets.forEach((target, i) => {
let [total, count] = [target - i * gap, 1];
while (pools.length && pools.at(-1)[0] / pools.at(-1)[1] >= total / count) {
const [pooled, several] = pools.pop();
[total, count] = [total + pooled, count + several];
}
pools.push([total, count]);
});
const levels = pools.flatMap(([total, count]) => Array(count).fill(Math.min(Math.max(total / count, low), low + slack)));
return levels.map((level, i) => level + i * gap);
}
return { namesAtEnds };
})();
const overlapsModule = (function () {
const { even } = knotsModule;
const HIDDEN = 0.004;
const SHORTEST = 0.02;
const POINTS = 1201;
const DASH = 4;
const LEAST_DASH = 1.5;
function overlaps(traces, view) {
if (traces.length < 2) return [];
const xs = even(view.left, view.right, POINTS);
const groups = groupsAt(traces, view, xs);
const found = traces.flatMap((trace, curve) =>
runsOf(groups, curve, xs).map(([start, end, company]) => {
const before = company.indexOf(curve);
const unit = Math.max(LEAST_DASH, (2 * DASH) / company.length);
const gap = (company.length - 1 - before) * unit;
return { curve, points: partOf(trace, xs[start], xs[end]), dash: gap ? [(before + 1) * unit, gap] : [], before };
}),
);
return found.sort((a, b) => b.before - a.before);
}
function groupsAt(traces, view, xs) {
const height = view.top - view.bottom;
const places = traces.map((trace) => xs.map((x) => (heightAt(trace, x) - view.bottom) / height));
const isInView = (place) => place >= 0 && place <= 1;
const steepness = (curve, at) => {
const [before, after] = [Math.max(at - 1, 0), Math.min(at + 1, xs.length - 1)];
const slope = ((places[curve][after] - places[curve][before]) * (xs.length - 1)) / (after - before);
return Number.isFinite(slope) ? Math.hypot(1, slope) : 1;
};
return xs.map((_, at) => {
const order = traces.map((_, curve) => curve).filter((curve) => isInView(places[curve][at]));
order.sort((a, b) => places[a][at] - places[b][at]);
const groups = Array(traces.length).fill(-1);
let group = 0;
order.forEach((curve, i) => {
if (i && places[curve][at] - places[order[i - 1]][at] > HIDDEN * steepness(curve, at)) group++;
groups[curve] = group;
});
return groups;
});
}
function heightAt({ pieces }, x) {
const piece = pieces.findLast((each) => each.length && each[0][0] <= x && x <= each.at(-1)[0]);
return piece ? between(piece, x) : NaN;
}
function between(piece, x) {
let [low, high] = [0, piece.length - 1];
while (high - low > 1) {
const middle = (low + high) >> 1;
if (piece[middle][0] <= x) low = middle;
else high = middle;
}
const [[x0, y0], [x1, y1]] = [piece[low], piece[high]];
return x1 > x0 ? y0 + ((y1 - y0) * (x - x0)) / (x1 - x0) : y0;
}
function runsOf(groups, curve, xs) {
const companies = groups.map((each) => each.flatMap((group, other) => (group >= 0 && group === each[curve] ? [other] : [])));
const runs = [];
for (let start = 0, end = 0; start < xs.length; start = end) {
const key = companies[start].join();
for (end = start; end < xs.length && companies[end].join() === key; ) end++;
if (companies[start].length > 1 && xs[end - 1] - xs[start] >= SHORTEST * (xs.at(-1) - xs[0])) runs.push([start, end - 1, companies[start]]);
}
return runs;
}
function partOf({ pieces }, start, end) {
const middle = (start + end) / 2;
const piece = pieces.find((each) => each.length && each[0][0] <= middle && middle <= each.at(-1)[0]);
const inner = piece.filter(([x]) => x > start && x < end);
return [[start, between(piece, start)], ...inner, [end, between(piece, end)]];
}
return { overlaps };
})();
const sizesModule = (function () {
const TEXT = 14;
const NUMBERS = 12.5;
const TITLE = 17;
const EDGE = 6;
return { TEXT, NUMBERS, TITLE, EDGE };
})();
const panelModule = (function () {
const { safe } = lettersModule;
const { overlaps } = overlapsModule;
const { NUMBERS, TEXT } = sizesModule;
const LINE = 2.5;
const CIRCLE = 4;
function place(box, [x, y]) {
const { left, right, bottom, top } = box.view;
return [box.left + ((x - left) / (right - left)) * box.width, box.top + ((top - y) / (top - bottom)) * box.height];
}
function xAt(box, column) {
return box.view.left + ((column - box.left) / box.width) * (box.view.right - box.view.left);
}
function frameOf(box, upright, level, { label, hasNumbers }, theme) {
const { left, top, right, bottom } = box;
const rows = upright.map(([y, text]) => [digits(place(box, [0, y])[1]), text]);
const columns = level.map(([x, text]) => [digits(place(box, [x, 0])[0]), text]);
const across = (y) => `M${left} ${y}H${digits(right)}`;
const upward = (x) => `M${x} ${digits(top)}V${digits(bottom)}`;
const [zeroX, zeroY] = place(box, [0, 0]).map(digits);
const zero = `${zeroX >= left && zeroX <= right ? upward(zeroX) : ""}${zeroY >= top && zeroY <= bottom ? across(zeroY) : ""}`;
const below = digits(bottom + 0.5 * TEXT + 0.8 * NUMBERS);
return [
`<path d="${rows.map(([y]) => across(y)).join("")}${columns.map(([x]) => upward(x)).join("")}" stroke="${theme.grid}" fill="none"/>`,
zero && `<path d="${zero}" stroke="${theme.axis}" stroke-width="1.25" fill="none"/>`,
`<g fill="${theme.soft}" font-size="${NUMBERS}">`,
...rows.map(([y, text]) => `<text x="${digits(left - 0.6 * NUMBERS)}" y="${digits(y + 0.364 * NUMBERS)}" text-anchor="end">${text}</text>`),
...(hasNumbers ? columns : []).map(([x, text]) => `<text x="${x}" y="${below}" text-anchor="middle">${text}</text>`),
"</g>",
label && `<text x="${left}" y="${digits(top - 0.45 * TEXT)}" fill="${theme.ink}">${safe(label)}</text>`,
].join("\n");
}
function curvesOf({ name, traces, view }, box, styles, theme) {
const { left, top, width, height } = box;
return [
`<clipPath id="clip-${name}"><rect x="${left}" y="${digits(top)}" width="${digits(width)}" height="${height}"/></clipPath>`,
`<g clip-path="url(#clip-${name})" fill="none" stroke-linejoin="round">`,
...traces.map((trace, i) => `<g class="curve">${linesOf(trace, box, styles[i].colour, styles[i].dash)}</g>`),
...overlaps(traces, view).map(({ curve, points, dash }) => linesOf({ pieces: [points], bridges: [] }, box, styles[curve].colour, dash)),
"</g>",
...traces.map((trace, i) => circlesOf(trace, box, styles[i].colour, theme.ground)),
].join("\n");
}
function crosshair(boxes, x, readings, styles, theme) {
const [column] = place(boxes[0], [x, 0]);
const dots = boxes.flatMap((box, panel) =>
readings[panel].flatMap((values, curve) =>
values
.filter((y) => y >= box.view.bottom && y <= box.view.top)
.map((y) => {
const { colour } = styles[curve];
const [fill, stroke] = values.length > 1 ? [theme.ground, colour] : [colour, theme.ground];
return circle(place(box, [x, y]), fill, stroke, 1.5);
}),
),
);
const lines = boxes.map(({ top, bottom }) => `M${digits(column)} ${digits(top)}V${digits(bottom)}`).join("");
return `<path d="${lines}" stroke="${theme.ink}" stroke-width="1" opacity="0.6"/>${dots.join("")}`;
}
function dashed(pattern) {
return pattern.length ? ` stroke-dasharray="${pattern.map((part) => digits(part * LINE)).join(" ")}"` : "";
}
function digits(value) {
return Math.round(value * 1000) / 1000;
}
function linesOf({ pieces, bridges }, box, colour, dash) {
const pathOf = (points) => `M${points.map((point) => place(box, point).map(digits).join(" ")).join("L")}`;
const lines = pieces.map(pathOf).join("");
const dotted = bridges.map(([x, low, high]) => pathOf([[x, low], [x, high]])).join("");
const bridge = dotted && `<path d="${dotted}" stroke="${colour}" stroke-width="${LINE / 2}" stroke-dasharray="1.5 3"/>`;
return `<path d="${lines}" stroke="${colour}" stroke-width="${LINE}"${dashed(dash)}/>${bridge}`;
}
function circlesOf({ filled, hollow }, box, colour, ground) {
const isInBox = ([, y]) => y >= box.top - 1 && y <= box.bottom + 1;
const circles = (points, fill) => points.map((point) => place(box, point)).filter(isInBox).map((centre) => circle(centre, fill, colour, 1.6));
return [...circles(hollow, ground), ...circles(filled, colour)].join("");
}
function circle([x, y], fill, stroke, width) {
return `<circle cx="${digits(x)}" cy="${digits(y)}" r="${CIRCLE}" fill="${fill}" stroke="${stroke}" stroke-width="${width}"/>`;
}
return { LINE, place, xAt, frameOf, curvesOf, crosshair, dashed, digits };
})();
const inkModule = (function () {
const { place } = panelModule;
const STEP = 5;
function inksOf(traces, box) {
const isInBox = ([x, y]) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
return traces.map(({ pieces, bridges, filled, hollow }) => {
const lines = [...pieces, ...bridges.map(([x, low, high]) => [[x, low], [x, high]]), ...[...filled, ...hollow].map((point) => [point])];
return lines.flatMap((line) => along(line.map((point) => place(box, point)))).filter(isInBox);
});
}
function along(line) {
const points = [line[0]];
let left = STEP;
for (let i = 1; i < line.length; i++) {
const [[x, y], [toX, toY]] = [line[i - 1], line[i]];
const length = Math.hypot(toX - x, toY - y);
for (; left <= length; left += STEP) points.push([x + ((toX - x) * left) / length, y + ((toY - y) * left) / length]);
left -= length;
}
return [...points, line.at(-1)];
}
return { inksOf };
})();
const namesModule = (function () {
const SIZES = [1, 0.9, 0.8];
const [HEIGHT, NEAR, OWN, OTHERS, INSET, APART] = [0.95, 0.4, 0.3, 0.35, 0.25, 0.35];
const [NEARER, CLEARLY, FAR] = [1.25, 1.8, 3];
const PLACES = 36;
const WAYS = [[0, -1], [1, -1], [-1, -1], [1, 0], [0, 1], [1, 1], [-1, 1], [-1, 0]];
const ABOVE = 0.9;
function namesBeside(inks, frame, header, text, widths) {
if (!inks.every(({ length }) => length)) return null;
const sizes = SIZES.map((share) => share * text);
const inFrame = [];
for (const size of sizes) {
const places = widths(size).map((width, curve) => clearPlaces(curve, inks, frame, inside(inks[curve], frame, width, size), size));
const boxes = choose(places, APART * size);
if (boxes) return { boxes, size };
inFrame.push(places);
}
for (const [number, size] of header ? sizes.entries() : []) {
const over = widths(size).map((width, curve) => clearPlaces(curve, inks, frame, above(inks[curve], frame, header, width, size), size));
const boxes = choose(inFrame[number].map((places, curve) => byCost([...places, ...over[curve]])), APART * size);
if (boxes) return { boxes, size };
}
return null;
}
function clearPlaces(curve, inks, frame, found, em) {
const others = inks.filter((_, number) => number !== curve);
const places = [];
for (const { box, cost } of found) {
const own = distance(box, inks[curve], OWN * em) / em;
if (own < OWN) continue;
const least = Math.max(OTHERS, NEARER * own);
const strange = Math.min(...others.map((ink) => distance(box, ink, least * em) / em));
if (strange < least) continue;
const middle = (box.left + box.right) / 2;
const toSide = Math.min(middle - frame.left, frame.right - middle) / (frame.right - frame.left);
const mixed = Math.max(CLEARLY - strange / own, 0);
places.push({ box, cost: cost + 1.2 * own - 0.5 * Math.min(strange, FAR) + 1.5 * mixed + 0.8 * toSide });
}
return byCost(places);
}
function byCost(places) {
return places.sort((a, b) => a.cost - b.cost);
}
function inside(ink, frame, width, em) {
const height = HEIGHT * em;
const points = ink.filter((_, i) => i % Math.max(1, Math.floor(ink.length / PLACES)) === 0);
const boxes = points.flatMap(([x, y]) =>
WAYS.map(([across, down]) => boxAt(x + across * (NEAR * em + width / 2) - width / 2, y + down * (NEAR * em + height / 2) - height / 2, width, height)),
);
const inset = INSET * em;
const isWithin = (box) => box.left >= frame.left + inset && box.right <= frame.right - inset && box.top >= frame.top + inset / 2 && box.bottom <= frame.bottom - inset / 2;
const isOnZero = (box) => frame.zeros.some((line) => overlap(box, line, OWN * em));
return boxes.filter((box) => isWithin(box) && !isOnZero(box)).map((box) => ({ box, cost: 0 }));
}
function above(ink, frame, header, width, em) {
const height = HEIGHT * em;
const leaving = ink.filter(([, y]) => y <= frame.top + 5);
return [...new Set([leaving[0], leaving.at(-1)])].filter(Boolean).flatMap(([x]) => {
const left = Math.min(Math.max(x - width / 2, header.left), header.right - width);
return left < header.left ? [] : [{ box: boxAt(left, header.bottom - height, width, height), cost: ABOVE }];
});
}
function boxAt(left, top, width, height) {
return { left, top, right: left + width, bottom: top + height };
}
function choose(options, gap) {
const chosen = options.map(() => null);
const best = (number) => options[number].find(({ box }) => chosen.every((other, i) => i === number || !other || !overlap(box, other, gap)))?.box;
const order = [...options.keys()].sort((a, b) => options[a].length - options[b].length);
for (const number of order) if (!(chosen[number] = best(number))) return null;
for (const number of options.keys()) chosen[number] = best(number);
return chosen;
}
function distance({ left, top, right, bottom }, points, limit) {
let least = Infinity;
for (let i = 0; i < points.length && least >= limit * limit; i++) {
const x = points[i][0];
const y = points[i][1];
const across = x < left ? left - x : x > right ? x - right : 0;
const down = y < top ? top - y : y > bottom ? y - bottom : 0;
least = Math.min(least, across * across + down * down);
}
return Math.sqrt(least);
}
function overlap(a, b, gap = 0) {
return a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom + gap && b.top < a.bottom + gap;
}
return { namesBeside, overlap };
})();
const legendModule = (function () {
const { widthOf } = lettersModule;
const { overlap } = namesModule;
const [LINE, GAP, LEADING, COLUMN, CLEARANCE] = [2.2, 0.5, 1.3, 1.5, 0.5];
const [WIDEST, HIGHEST] = [0.6, 0.7];
function legendInside(names, inks, box, text) {
const width = keyWidth(text) + Math.max(...names.map((name) => widthOf(name, text)));
const height = names.length * LEADING * text;
if (width > WIDEST * box.width || height > HIGHEST * box.height) return null;
const margin = CLEARANCE * text;
const lefts = [box.right - margin - width, box.left + margin, (box.left + box.right - width) / 2];
const tops = [box.top + margin, box.bottom - margin - height, (box.top + box.bottom - height) / 2];
const places = tops.flatMap((top) => lefts.map((left) => ({ left, top, right: left + width, bottom: top + height })));
const points = inks.flat().map(([x, y]) => ({ left: x, right: x, top: y, bottom: y }));
const isClear = (place) => ![...points, ...box.zeros].some((each) => overlap(place, each, margin));
const place = places.find(isClear);
return place ? { keys: names.map((name, curve) => keyAt(name, curve, place.left, place.top + (curve + 0.5) * LEADING * text, text)) } : null;
}
function legendAbove(names, { left, right, top }, text) {
const keys = [];
let [x, row] = [left, 0];
names.forEach((name, curve) => {
const wide = keyWidth(text) + widthOf(name, text);
if (x > left && x + wide > right) [x, row] = [left, row + 1];
keys.push(keyAt(name, curve, x, top + (row + 0.5) * LEADING * text, text));
x += wide + COLUMN * text;
});
return { keys, height: (row + 1) * LEADING * text };
}
function keyWidth(text) {
return (LINE + GAP) * text;
}
function keyAt(name, curve, x, y, text) {
return { name, curve, x, y, length: LINE * text, nameAt: x + keyWidth(text) };
}
return { legendInside, legendAbove };
})();
const layoutModule = (function () {
const { namesAtEnds } = endsModule;
const { inksOf } = inkModule;
const { legendAbove, legendInside } = legendModule;
const { markedWidth, widthOf } = lettersModule;
const { namesBeside } = namesModule;
const { place } = panelModule;
const { EDGE, NUMBERS, TEXT, TITLE } = sizesModule;
const { ticks } = ticksModule;
const MOST_NAMES = 6;
const [HEADER, NO_HEADER, BELOW] = [1.6, 0.5, 0.75];
const PAD = 0.02;
const [AROUND, LOWEST] = [2.5, 90];
const MOST_LEVEL = 7;
const MOST_UPRIGHT = 6;
function layOut(scene, { width, most }, words) {
const page = pageOf(scene, { width, most }, words);
const { boxes, ...names } = nameCurves(page, scene, words);
const [first, last] = [boxes[0], boxes.at(-1)];
const labelBase = last.bottom + 0.5 * TEXT + 1.5 * NUMBERS + TEXT;
const titleSize = fitted(TITLE, widthOf(words.title, TITLE), width - EDGE - first.left);
const labelSize = fitted(TEXT, markedWidth(words.xLabel, TEXT), width - 2 * EDGE);
const half = EDGE + markedWidth(words.xLabel, labelSize) / 2;
return {
boxes,
...names,
upright: page.upright,
level: levelTicks(scene, first.width),
height: Math.ceil(labelBase + 0.3 * TEXT + EDGE),
title: { x: first.left, y: EDGE + TITLE, size: titleSize },
xLabel: { x: Math.min(Math.max((first.left + first.right) / 2, half), width - half), y: labelBase, size: labelSize },
};
}
function pageOf(scene, { width, most }, words) {
const isMany = scene.panels.length > 1;
const first = Math.round(Math.min(Math.max(width * (isMany ? 0.32 : 0.5), 200), 400));
const usual = scene.panels.map((_, i) => (i ? Math.round(first * 0.75) : first));
const room = most - scene.panels.length * AROUND * TEXT - 2 * TITLE;
const share = Math.min(1, room / usual.reduce((sum, height) => sum + height));
const heights = usual.map((height) => Math.max(Math.round(height * share), Math.min(height, LOWEST)));
const upright = scene.panels.map(({ view }, i) => ticks(view.bottom, view.top, Math.min(Math.floor(heights[i] / (2.8 * NUMBERS)), MOST_UPRIGHT)));
const left = EDGE + Math.ceil(Math.max(...upright.flat().map(([, text]) => widthOf(text, NUMBERS))) + 0.6 * NUMBERS);
const lastNumber = ticks(scene.left, scene.right, MOST_LEVEL).at(-1)[1];
const right = EDGE + Math.ceil(widthOf(lastNumber, NUMBERS) / 2);
const headers = scene.panels.map(() => TEXT * (isMany || (words.names.length && !words.title) ? HEADER : NO_HEADER));
return { width, left, right, heights, headers, upright, top: EDGE + (words.title ? 1.5 * TITLE : 0) };
}
function boxesOf({ width, left, right, heights, headers, top }, scene, kept = {}) {
let bottom = top + (kept.top ?? 0) - BELOW * TEXT;
return scene.panels.map(({ view }, i) => {
const edges = { left, right: width - Math.max(right, EDGE + (kept.right ?? 0)), top: bottom + BELOW * TEXT + headers[i] };
bottom = edges.top + heights[i];
const box = { ...edges, bottom, width: edges.right - left, height: heights[i], view: padded(view) };
return { ...box, zeros: zerosOf(box) };
});
}
function zerosOf(box) {
const { left, right, top, bottom } = box;
const [x, y] = place(box, [0, 0]);
return [{ left: x, right: x, top, bottom }, { left, right, top: y, bottom: y }];
}
function padded({ left, right, bottom, top }) {
const room = PAD * (right - left);
return { left: left - room, right: right + room, bottom, top };
}
function nameCurves(page, scene, words) {
const boxes = boxesOf(page, scene);
const { names, values } = words;
if (!names.length) return { boxes, names: [] };
const isFew = names.length <= MOST_NAMES;
const inks = inksOf(scene.panels[0].traces, boxes[0]);
const found = isFew && ((values && atEnds(page, scene, words, boxes[0])) || beside(boxes, inks, words) || atEnds(page, scene, words, boxes[0]));
if (found) return { boxes, ...found };
const inside = legendInside(names, inks, boxes[0], TEXT);
if (inside) return { boxes, names: [], legend: inside };
const above = legendAbove(names, { left: EDGE, right: page.width - EDGE, top: page.top }, TEXT);
return { boxes: boxesOf(page, scene, { top: above.height }), names: [], legend: above };
}
function beside(boxes, inks, { title, names, panels }) {
const widths = (size) => names.map((name) => widthOf(name, size, "medium"));
const start = boxes[0].left + (panels[0] ? widthOf(panels[0], TEXT) + 1.5 * TEXT : 0);
const header = { left: start, right: boxes[0].right, bottom: boxes[0].top - 0.3 * TEXT };
const placed = namesBeside(inks, boxes[0], title && !panels[0] ? null : header, TEXT, widths);
if (!placed) return null;
const { boxes: places, size } = placed;
return { names: places.map(({ left, top, bottom }, curve) => ({ curve, text: names[curve], x: left, y: (top + bottom) / 2 + 0.364 * size, size })) };
}
function atEnds(page, scene, { names, values }, box) {
const widths = names.map((name) => widthOf(name, TEXT, "medium"));
const column = namesAtEnds({ traces: scene.panels[0].traces, view: box.view }, box, TEXT, widths);
if (!column) return null;
const boxes = boxesOf(page, scene, { right: column.room });
const textOf = (curve) => (values && curve !== column.first ? values[curve] : names[curve]);
const x = boxes[0].right + column.gap;
return { boxes, names: column.middles.map((y, curve) => ({ curve, text: textOf(curve), x, y: y + 0.364 * TEXT, size: TEXT })) };
}
function levelTicks({ left, right }, width) {
for (let count = MOST_LEVEL; count > 2; count--) {
const candidates = ticks(left, right, count);
if (candidates.reduce((sum, [, text]) => sum + widthOf(text, NUMBERS) + 1.5 * NUMBERS, 0) <= width) return candidates;
}
return ticks(left, right, 2);
}
function fitted(size, width, room) {
return size * Math.min(1, room / Math.max(width, 1));
}
return { layOut };
})();
const drawingModule = (function () {
const { layOut } = layoutModule;
const { FONT, safe, spansOf } = lettersModule;
const { curvesOf, dashed, digits, frameOf, LINE } = panelModule;
const { TEXT } = sizesModule;
function draw(scene, { width, most }, words, styles, theme) {
const layout = layOut(scene, { width, most }, words);
const { boxes, height, title, xLabel } = layout;
const isLast = (i) => i === boxes.length - 1;
const svg = [
`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${safe(words.description)}" font-family="${FONT}" font-size="${TEXT}">`,
`<rect width="${width}" height="${height}" fill="${theme.ground}"/>`,
words.title && `<text x="${title.x}" y="${title.y}" font-size="${digits(title.size)}" fill="${theme.ink}">${safe(words.title)}</text>`,
...boxes.map((box, i) => frameOf(box, layout.upright[i], layout.level, { label: words.panels[i], hasNumbers: isLast(i) }, theme)),
...boxes.map((box, i) => curvesOf(scene.panels[i], box, styles, theme)),
`<text x="${digits(xLabel.x)}" y="${digits(xLabel.y)}" text-anchor="middle" font-size="${digits(xLabel.size)}" fill="${theme.ink}">${spansOf(words.xLabel)}</text>`,
'<g class="crosshair"></g>',
...layout.names.map(({ curve, text, x, y, size }) => `<text class="name" x="${digits(x)}" y="${digits(y)}" font-size="${digits(size)}" font-weight="500" fill="${styles[curve].colour}">${safe(text)}</text>`),
...(layout.legend?.keys ?? []).map((key) => keyOf(key, styles[key.curve], theme.ink)),
"</svg>",
];
return { svg: svg.filter(Boolean).join("\n"), width, height, boxes };
}
function keyOf({ name, x, y, length, nameAt }, { colour, dash }, ink) {
const line = `<path d="M${digits(x)} ${digits(y)}h${digits(length)}" stroke="${colour}" stroke-width="${LINE}"${dashed(dash)}/>`;
return `${line}<text class="name" x="${digits(nameAt)}" y="${digits(y + 0.364 * TEXT)}" fill="${ink}">${safe(name)}</text>`;
}
return { draw };
})();
const paintModule = (function () {
const { FONT } = lettersModule;
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
function paint(svg, pen) {
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
return { paint };
})();
const limitsModule = (function () {
const { even, growingShares, rootsOf } = knotsModule;
const { remembered } = memoryModule;
const GRID = 401;
const MANY_TURNS = 64;
const REACH = 20;
const CONTRAST = 4;
const MIDDLE = 2 / 3;
const CORE_SHARE = 2 / 3;
const UNBOUNDED_SHARE = 0.85;
const CALM_ROOM = 1.3;
const WHOLE_ROOM = 1.8;
const USUAL_SHARE = 0.2;
const CORE_HEIGHT = 0.09;
const FREE = 0.05;
const UNBOUNDED = 6;
const SLOW = 1.3;
const [ZOOMS, ZOOM_POINTS, GROWTH] = [2, 33, 1.5];
const HALVINGS = 23;
const HIGHEST = 1e300;
const LEAST = 1e-290;
const STILL = 1e-9;
function xLimits(curves) {
let [low, high] = curves[0].loss.axisView;
const [start, end] = curves[0].loss.domain;
const reach = REACH * (high - low);
const marks = curves.flatMap((curve) => rootsOf(curve, Math.max(-reach, start), Math.min(reach, end)).map((root) => root[1]));
const middle = [MIDDLE * low, MIDDLE * high];
const [near, far] = widened(middle, marks);
if (low === -high && !Number.isFinite(end - start) && near === middle[0] && far === middle[1]) {
const heights = curves.map((curve) => extentOf(curve, 0, low, high)).filter(Boolean).map(({ whole }) => whole[1] - whole[0]);
if (Math.max(0, ...heights) > CONTRAST * usualOf(heights)) [low, high] = middle;
}
const [left, right] = widened([low, high], marks);
return [Math.max(left, start), Math.min(right, end)];
}
function yLimits(curves, order, left, right) {
const extents = curves.map((curve) => extentOf(curve, order, left, right)).filter(Boolean);
let [low, high] = notFlat(wantedOf(extents), extents);
if (high - low < LEAST) [low, high] = [-1, 1];
const free = FREE * (high - low);
return [low - free, high + free];
}
function wantedOf(extents) {
const whole = around(extents.map((extent) => extent.whole));
const usual = usualOf(extents.map(({ whole: [a, b] }) => b - a));
const [calmLow, calmHigh] = around(extents.map((extent) => extent.whole).filter(([a, b]) => b - a <= usual));
const room = (CALM_ROOM - 1) * (calmHigh - calmLow);
const [coreLow, coreHigh] = around(extents.map((extent) => extent.core));
const low = Math.max(whole[0], Math.min(coreLow, calmLow - room));
const high = Math.min(whole[1], Math.max(coreHigh, calmHigh + room));
const height = whole[1] - whole[0];
return height <= WHOLE_ROOM * (high - low) && usual >= USUAL_SHARE * height ? whole : [low, high];
}
function notFlat(wanted, extents) {
const spans = extents
.filter(({ whole: [a, b] }) => b - a > LEAST)
.map(({ reach }) => [Math.max(reach[0], wanted[0]), Math.min(reach[1], wanted[1])])
.filter(([a, b]) => b > a);
if (!spans.length) return wanted;
const [bottom, top] = spans.reduce((least, span) => (span[1] - span[0] < least[1] - least[0] ? span : least));
const [low, high] = around([[bottom, top]]);
const excess = wanted[1] - wanted[0] - (high - low);
const room = (top - bottom) / CORE_HEIGHT - (high - low);
const share = excess > 0 ? Math.min(1, Math.max(0, room) / excess) : 1;
return [low - share * (low - wanted[0]), high + share * (wanted[1] - high)];
}
function widened([low, high], marks) {
const left = Math.min(low, ...marks.filter((x) => x <= low).map((x) => Math.floor(1.25 * x)));
return [left, Math.max(high, ...marks.filter((x) => x >= high).map((x) => Math.ceil(1.25 * x)))];
}
function usualOf(heights) {
const some = heights.filter((height) => height > LEAST).sort((a, b) => a - b);
return some.length ? some[Math.floor((some.length - 1) / 2)] : 0;
}
function around(spans) {
return [Math.min(0, ...spans.map(([low]) => low)), Math.max(0, ...spans.map(([, high]) => high))];
}
function heightsOf(curve, order, grid) {
const [left, right] = [grid[0][0], grid.at(-1)[0]];
const uneven = growingShares(GRID).map((share) => curve.at(order, left + (right - left) * share));
const finite = uneven.filter((value) => Math.abs(value) <= HIGHEST);
const signs = finite.slice(1).map((value, i) => Math.sign(value - finite[i]));
const turns = signs.slice(1).filter((sign, i) => sign !== signs[i]).length;
return turns > MANY_TURNS ? uneven : grid.map(([, value]) => value);
}
const extentOf = remembered(measured);
function measured(curve, order, left, right) {
const grid = even(left, right, GRID).map((x) => [x, curve.at(order, x)]);
const values = heightsOf(curve, order, grid);
const finite = values.filter((value) => Math.abs(value) <= HIGHEST);
if (!finite.length) return null;
const { reach, isPeak } = reachOf(curve, order, grid);
const sizes = finite.map(Math.abs).sort((a, b) => a - b);
const [usual, high, near, nearest] = [0.5, 0.8, 0.98, 0.99].map((share) => quantile(sizes, share));
let [cut, share] = [Infinity, CORE_SHARE];
if (usual > 0 && (finite.length < values.length || (!isPeak && Math.max(-reach[0], reach[1]) > 100 * high))) {
[cut, share] = [Math.max(UNBOUNDED * usual, nearest < SLOW * near ? nearest : 0), UNBOUNDED_SHARE];
}
const whole = [Math.max(reach[0], -cut), Math.min(reach[1], cut)];
const steps = finite.slice(1).map((end, i) => [finite[i], end]);
const isStep = ([start, end]) => Math.abs(end - start) > STILL * (whole[1] - whole[0]);
const changes = steps.filter(isStep).map(([start, end]) => Math.max(Math.abs(start), Math.abs(end)));
if (!changes.length) return { whole, core: whole, reach };
const size = quantile(changes.sort((a, b) => a - b), share);
const levels = around(steps.filter((step) => !isStep(step)).map(([start]) => [start, start]));
return { whole, core: [Math.max(whole[0], Math.min(levels[0], -size)), Math.min(whole[1], Math.max(levels[1], size))], reach };
}
function reachOf(curve, order, grid) {
const [left, right] = [grid[0][0], grid.at(-1)[0]];
const marks = [left, ...rootsOf(curve, left, right).map((root) => root[1]), right];
const between = marks.slice(1).map((mark, i) => (mark + marks[i]) / 2);
let points = joined(grid, [...nearCentres(curve, left, right), ...between]);
let before = 0;
for (let zoom = 0; zoom < ZOOMS; zoom++) {
const [lowest, highest] = extremesOf(points);
before = Math.max(...[lowest, highest].map((place) => Math.abs(points[place][1])));
const closer = [lowest, highest].flatMap((place) => even(points[Math.max(place - 1, 0)][0], points[Math.min(place + 1, points.length - 1)][0], ZOOM_POINTS));
points = joined(points, closer);
}
const [lowest, highest] = extremesOf(points);
const reach = [points[lowest][1], points[highest][1]];
const largest = [lowest, highest].sort((a, b) => Math.abs(points[b][1]) - Math.abs(points[a][1]) || a - b)[0];
const isPeak = largest > 0 && largest < points.length - 1 && Math.abs(points[largest][1]) <= GROWTH * before;
return { reach, isPeak };
function joined(some, xs) {
const known = new Set(some.map(([x]) => x));
const more = [...new Set(xs)].filter((x) => !known.has(x)).map((x) => [x, curve.at(order, x)]);
return [...some, ...more].sort((a, b) => a[0] - b[0]);
}
}
function extremesOf(points) {
const finite = [...points.keys()].filter((place) => Math.abs(points[place][1]) <= HIGHEST);
const least = finite.reduce((best, place) => (points[place][1] < points[best][1] ? place : best));
const most = finite.reduce((best, place) => (points[place][1] > points[best][1] ? place : best));
return [least, most];
}
function nearCentres(curve, start, end) {
const centres = [...new Set([0, ...curve.values.filter(Number.isFinite)])];
const steps = Array.from({ length: HALVINGS }, (_, i) => (end - start) * 2 ** -(i + 1));
const points = centres.flatMap((centre) => [centre, ...steps.flatMap((step) => [centre - step, centre + step])]);
return points.filter((x) => start < x && x < end);
}
function quantile(sorted, share) {
const place = share * (sorted.length - 1);
const below = Math.floor(place);
const above = Math.min(below + 1, sorted.length - 1);
return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}
return { xLimits, yLimits };
})();
const samplingModule = (function () {
const { breaksAt } = curveModule;
const { beside, growingShares } = knotsModule;
const TOLERANCE = 1e-4;
const FIRST_POINTS = 65;
const DEEPEST = 14;
const HALVINGS = 23;
const TESTS = [0.5, 0.2137, 0.7611];
function sample(curve, order, view, knots, roots) {
const left = Math.max(view.left, curve.loss.domain[0]);
const right = Math.min(view.right, curve.loss.domain[1]);
const starts = [left, ...knots.map((knot) => knot.after)];
const ends = [...knots.map((knot) => knot.before), right];
const landmarks = roots.map((root) => root[1]);
const lines = [];
starts.forEach((start, i) => {
const piece = pieceOf(curve, order, start, ends[i], view, landmarks);
const line = lines.at(-1);
if (i > 0 && line && !breaksAt(knots[i - 1], order)) line.push(...piece.slice(line.at(-1)?.[0] === start ? 1 : 0));
else lines.push(piece);
});
const marks = knots.filter((knot) => breaksAt(knot, order) && left < knot.x && knot.x < right).map((knot) => marksAt(curve, order, knot, view));
return {
pieces: lines.flatMap(definedRuns),
filled: marks.flatMap((mark) => mark.filled),
hollow: marks.flatMap((mark) => mark.hollow),
bridges: marks.flatMap((mark) => mark.bridges),
};
}
function marksAt(curve, order, knot, view) {
const mark = { filled: [], hollow: [], bridges: [] };
if (knot.kind === "jump" && !(Number.isFinite(knot.left) && Number.isFinite(knot.right))) return mark;
const [low, high] = [beside(curve, order, knot.before, -1), beside(curve, order, knot.after, +1)];
if (order === 1 && knot.kind === "corner") {
mark.bridges.push([knot.x, clip(low, view), clip(high, view)]);
return mark;
}
const value = order === 0 ? curve.at(0, knot.x) : NaN;
const ends = [...new Set([low, high])].filter(Number.isFinite).sort((a, b) => a - b);
mark.hollow = ends.filter((y) => y !== value).map((y) => [knot.x, y]);
if (Number.isFinite(value)) mark.filled.push([knot.x, value]);
return mark;
}
function pieceOf(curve, order, start, end, view, landmarks) {
if (end <= start) return [];
const at = (x) => clip(curve.at(order, x), view);
const xs = firstPoints(curve, start, end, landmarks);
const points = xs.map((x) => [x, at(x)]);
points[0][1] = endValue(curve, order, start, +1, view);
points.at(-1)[1] = endValue(curve, order, end, -1, view);
if (isStraight(points, view)) return [points[0], points.at(-1)];
const line = [points[0]];
for (let i = 1; i < points.length; i++) refine(at, view, points[i - 1], points[i], 0, line);
return line;
}
function endValue(curve, order, x, side, view) {
const [near, here] = [beside(curve, order, x, side), curve.at(order, x)];
if (curve.loss.domain.includes(x) && !Number.isNaN(here)) return clip(here, view);
const isClose = Math.abs(here - near) <= 1e-12 * (view.top - view.bottom);
return clip(isClose ? here : near, view);
}
function firstPoints(curve, start, end, landmarks) {
const marks = [start, ...landmarks.filter((x) => start < x && x < end), end];
const shares = growingShares(FIRST_POINTS).slice(0, -1);
const points = marks.slice(1).flatMap((mark, i) => [...shares.map((share) => marks[i] + share * (mark - marks[i])), mark]);
for (const centre of new Set([0, ...curve.values.filter(Number.isFinite)])) {
points.push(centre);
for (let i = 1; i <= HALVINGS; i++) points.push(centre - (end - start) * 2 ** -i, centre + (end - start) * 2 ** -i);
}
return [...new Set(points)].filter((x) => start <= x && x <= end).sort((a, b) => a - b);
}
function refine(at, view, a, b, depth, line) {
const x = (a[0] + b[0]) / 2;
const y = at(x);
const isNear = (share) => {
const height = share === 0.5 ? y : at(a[0] + share * (b[0] - a[0]));
return Math.abs(height - a[1] - share * (b[1] - a[1])) <= TOLERANCE * (view.top - view.bottom);
};
const off = !TESTS.every(isNear);
const wide = b[0] - a[0] > TOLERANCE * (view.right - view.left);
if (off && wide && depth < DEEPEST) {
refine(at, view, a, [x, y], depth + 1, line);
refine(at, view, [x, y], b, depth + 1, line);
} else line.push(b);
}
function isStraight(points, view) {
const [[x0, y0], [x1, y1]] = [points[0], points.at(-1)];
const most = 1e-9 * (view.top - view.bottom);
return points.every(([x, y]) => Math.abs(y - (y0 + (y1 - y0) * ((x - x0) / (x1 - x0)))) <= most);
}
function clip(y, view) {
const height = view.top - view.bottom;
return Math.min(Math.max(y, view.bottom - height), view.top + height);
}
function definedRuns(line) {
const runs = [[]];
for (const point of line) {
if (Number.isNaN(point[1])) runs.push([]);
else runs.at(-1).push(point);
}
return runs.filter((run) => run.length > 1);
}
return { sample };
})();
const sceneModule = (function () {
const { breaksAt, KINDS } = curveModule;
const { beside, knotsAt, rootsOf } = knotsModule;
const { xLimits, yLimits } = limitsModule;
const { remembered } = memoryModule;
const { sample } = samplingModule;
const PANELS = ["loss", "derivative", "second-derivative"];
function compose(curves, panels, range) {
const [left, right] = range ?? xLimits(curves);
const [start, end] = curves[0].loss.domain;
const ends = [Math.max(left, start), Math.min(right, end)];
return {
curves,
knots: curves.map((curve) => knotsIn(curve, ...ends)),
left,
right,
panels: panels.map((name) => {
const order = PANELS.indexOf(name);
const [bottom, top] = yLimits(curves, order, left, right);
const view = { left, right, bottom, top };
return { name, order, view, traces: curves.map((curve) => traceOf(curve, order, ...ends, left, right, bottom, top)) };
}),
};
}
const knotsIn = remembered((curve, start, end) => knotsAt(curve, rootsOf(curve, start, end)));
const traceOf = remembered((curve, order, start, end, left, right, bottom, top) =>
sample(curve, order, { left, right, bottom, top }, knotsIn(curve, start, end), rootsOf(curve, start, end)),
);
function readOff(scene, number, order, x) {
const knot = scene.knots[number].find((each) => each.x === x);
if (!knot || order === 0 || !breaksAt(knot, order)) return [valueAt(scene.curves[number], order, x)];
return KINDS[order] === knot.kind ? [knot.left, knot.right] : [];
}
function valueAt(curve, order, x) {
const value = curve.at(order, x);
const end = curve.loss.domain.indexOf(x);
if (!Number.isNaN(value) || end < 0) return value;
const limit = beside(curve, order, x, end === 0 ? +1 : -1);
return Number.isFinite(limit) ? NaN : limit;
}
return { PANELS, compose, readOff };
})();
const filesModule = (function () {
const { specOf, plainNumber } = curveModule;
const { make } = elementsModule;
const { paint } = paintModule;
const { PANELS } = sceneModule;
const SCALE = 2;
async function pngOf(svg, { width, height }) {
const canvas = make("canvas", { width: width * SCALE, height: height * SCALE });
const pen = canvas.getContext("2d");
pen.scale(SCALE, SCALE);
paint(svg, pen);
const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
if (!blob) throw new Error("The browser makes no PNG.");
return blob;
}
function csvOf(scene) {
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
function save(blob, name) {
const link = make("a", { href: URL.createObjectURL(blob), download: name });
link.click();
setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
return { pngOf, csvOf, save };
})();
const framesModule = (function () {
function eachFrame(draw) {
let isWaiting = false;
let isDue = false;
function now() {
if (!isDue) return;
isDue = false;
if (!isWaiting) requestAnimationFrame(next);
isWaiting = true;
draw();
}
function next() {
isWaiting = false;
now();
}
function soon() {
isDue = true;
if (!isWaiting) now();
}
return { soon, now };
}
return { eachFrame };
})();
const pageModule = (function () {
const { serveCopyButtons } = clipboardModule;
const { say } = wordsModule;
const root = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");
const paper = matchMedia("print");
function theme() {
if (paper.matches) return "light";
return root.dataset.theme ?? (system.matches ? "dark" : "light");
}
function startPage(refresh) {
const button = document.getElementById("theme");
const dress = () => {
button.textContent = { light: "\u2600", dark: "\u263e" }[root.dataset.theme] ?? "\u25d0";
button.title = say({ light: "Light", dark: "Dark" }[root.dataset.theme] ?? "As the system");
refresh();
};
button.addEventListener("click", () => {
const next = nextTheme();
if (next) root.dataset.theme = next;
else delete root.dataset.theme;
keep("theme", next);
dress();
});
for (const media of [system, paper]) media.addEventListener("change", dress);
for (const link of document.querySelectorAll("a[hreflang]")) link.addEventListener("click", () => takeStateAlong(link));
serveCopyButtons();
addEventListener("hashchange", unfoldTarget);
unfoldTarget();
dress();
}
function unfoldTarget() {
const target = document.getElementById(location.hash.slice(1));
if (target?.matches("details:not([open])")) {
target.open = true;
target.scrollIntoView();
}
}
function takeStateAlong(link) {
link.search = location.search;
link.hash = location.hash;
}
function nextTheme() {
const [own, other] = system.matches ? ["dark", "light"] : ["light", "dark"];
return { [other]: own, [own]: "" }[root.dataset.theme] ?? other;
}
function keep(name, value) {
try {
localStorage.setItem(name, value);
} catch {
}
}
return { theme, startPage };
})();
const train_fitsModule = (function () {
const { accepts } = curveModule;
const TARGET = "target";
const AXES = ["margin", "probability", "error", "prediction", "score"];
function fits(loss, classes) {
const isOfLabels = loss.axis === "margin" || loss.axis === "probability";
const target = loss.axis !== "error" && loss.parameters.find(({ name }) => name === TARGET);
const areTargets = !target || (classes ? [0, 1] : [-1]).every((value) => accepts(target, value));
if (!AXES.includes(loss.axis) || !areTargets) return false;
return classes > 2 ? isOfLabels : classes > 0 || !isOfLabels;
}
function isOfData(curve, parameter) {
return parameter.name === TARGET && curve.loss.axis !== "error" && !curve.given.includes(TARGET);
}
function isTrained(loss) {
return fits(loss, 2) || fits(loss, 0);
}
return { TARGET, fits, isOfData, isTrained };
})();
const train_canvasModule = (function () {
const { make } = elementsModule;
const { FONT } = lettersModule;
const SMALL = 12;
const LEFT = 42;
const RIGHT = 12;
const layers = new WeakMap();
function penOf(canvas, width, height, theme) {
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
function drawLayer(pen, keys, draw) {
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
function mapOf(box, view, isLog = false) {
const height = isLog ? Math.log10 : (y) => y;
const [bottom, top] = [height(view.bottom), height(view.top)];
return {
x: (x) => box.left + ((x - view.left) / (view.right - view.left)) * (box.right - box.left),
y: (y) => box.bottom - ((height(y) - bottom) / (top - bottom)) * (box.bottom - box.top),
};
}
function drawAxes(pen, box, map, columns, rows, theme) {
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
function line(pen, x, y, toX, toY) {
pen.moveTo(x, y);
pen.lineTo(toX, toY);
}
function polyline(pen, points) {
pen.beginPath();
points.forEach(([x, y], i) => (i ? pen.lineTo(x, y) : pen.moveTo(x, y)));
pen.stroke();
}
function inBox(pen, box, draw) {
pen.save();
pen.beginPath();
pen.rect(box.left, box.top, box.right - box.left, box.bottom - box.top);
pen.clip();
draw();
pen.restore();
}
return { SMALL, LEFT, RIGHT, penOf, drawLayer, mapOf, drawAxes, line, polyline, inBox };
})();
const why_riskModule = (function () {
const { even, knotsAt, rootsOf, sortUnique } = knotsModule;
const { remembered } = memoryModule;
const MIRRORS = { margin: (x) => -x, probability: (x) => 1 - x };
const REACHES = { margin: [-6, 6], probability: [0, 1] };
const STEPS = 240;
const EQUAL = 1e-9;
const HALVINGS = 60;
const GOLDEN = (Math.sqrt(5) - 1) / 2;
function hasRisk(loss) {
return Object.hasOwn(MIRRORS, loss.axis);
}
function reachOf(loss) {
return REACHES[loss.axis];
}
function riskAt(curve, eta, x) {
const part = (chance, place) => (chance === 0 ? 0 : chance * curve.at(0, place));
return part(eta, x) + part(1 - eta, MIRRORS[curve.loss.axis](x));
}
function bestOf(curve, eta) {
const [first, last] = reachOf(curve.loss);
const risk = (x) => riskAt(curve, eta, x);
const knots = knotsOf(curve, first, last).map(({ x }) => x);
const answers = sortUnique([...even(first, last, STEPS + 1), ...knots, ...knots.map(MIRRORS[curve.loss.axis])]);
const risks = answers.map(risk).map((value) => (Number.isNaN(value) ? Infinity : value));
const least = Math.min(...risks);
const isGood = (value) => value <= least + EQUAL * Math.abs(least);
const [from, to] = [risks.findIndex(isGood), risks.findLastIndex(isGood)];
if (from < to) {
const low = from > 0 ? endOf((x) => isGood(risk(x)), answers[from], answers[from - 1]) : first;
const high = to < answers.length - 1 ? endOf((x) => isGood(risk(x)), answers[to], answers[to + 1]) : last;
return { low, high, risk: least };
}
const best = goldenSection(risk, answers[Math.max(from - 1, 0)], answers[Math.min(from + 1, answers.length - 1)]);
return risk(best) < least ? { low: best, high: best, risk: risk(best) } : { low: answers[from], high: answers[from], risk: least };
}
const knotsOf = remembered((curve, low, high) => knotsAt(curve, rootsOf(curve, low, high)));
function endOf(holds, inside, outside) {
let [a, b] = [inside, outside];
for (let i = 0; i < HALVINGS; i++) {
const between = (a + b) / 2;
if (holds(between)) a = between;
else b = between;
}
return a;
}
function jumpsOf(curve) {
const [low, high] = reachOf(curve.loss);
const jumps = knotsOf(curve, low, high).filter(({ kind }) => kind === "jump").map(({ x }) => x);
return [...new Set([...jumps, ...jumps.map(MIRRORS[curve.loss.axis])].map((x) => x + 0))].sort((a, b) => a - b);
}
function goldenSection(f, low, high) {
let [a, b] = [low, high];
let [x, y] = [b - GOLDEN * (b - a), a + GOLDEN * (b - a)];
let [atX, atY] = [f(x), f(y)];
for (let i = 0; i < 60; i++) {
if (atX < atY) {
[b, y, atY] = [y, x, atX];
x = b - GOLDEN * (b - a);
atX = f(x);
} else {
[a, x, atX] = [x, y, atY];
y = a + GOLDEN * (b - a);
atY = f(y);
}
}
return (a + b) / 2;
}
return { hasRisk, reachOf, riskAt, bestOf, knotsOf, endOf, jumpsOf, goldenSection };
})();
const why_fitModule = (function () {
const { even, sortUnique } = knotsModule;
const { endOf, goldenSection, knotsOf } = why_riskModule;
const SAMPLE = [0, 1, 1, 1, 2, 2, 3, 4, 6, 10];
const CENTRES = [["mode", 1], ["median", 2], ["mean", 3]];
const POINTS = [[0, 1.2], [1, 1.3], [2, 2.1], [3, 2.4], [4, 3.2], [5, 3.3], [6, 4.1], [7, 4.6], [8, 4.9], [9, 5.4], [10, 6.1]];
const STEPS = 400;
const EQUAL = 1e-9;
const [ROUNDS, STARTS] = [160, 3];
function locate(curve, sample) {
const [first, last] = [Math.min(...sample) - 1, Math.max(...sample) + 1];
const cost = (x) => sumOf(curve, sample.map((target) => x - target));
const knots = knotsOf(curve, first - last, last - first);
const tried = sortUnique([...even(first, last, STEPS + 1), ...knots.flatMap(({ x }) => sample.map((target) => target + x))]);
const costs = tried.map(cost);
const least = Math.min(...costs);
const isGood = (value) => value <= least + EQUAL * Math.abs(least);
const [from, to] = [costs.findIndex(isGood), costs.findLastIndex(isGood)];
if (from < to) {
const isBest = (x) => isGood(cost(x));
return { low: endOf(isBest, tried[from], tried[Math.max(from - 1, 0)]), high: endOf(isBest, tried[to], tried[Math.min(to + 1, tried.length - 1)]) };
}
const best = goldenSection(cost, tried[Math.max(from - 1, 0)], tried[Math.min(from + 1, tried.length - 1)]);
const place = cost(best) < least ? best : tried[from];
return { low: place, high: place };
}
function fitLine(curve, points) {
const cost = ([a, b]) => sumOf(curve, points.map(([x, y]) => a + b * x - y));
const lines = [leastSquares(points)];
points.forEach(([x, y], i) => {
for (const [toX, toY] of points.slice(i + 1)) {
const slope = (toY - y) / (toX - x);
if (Number.isFinite(slope)) lines.push([y - slope * x, slope]);
}
});
const starts = lines.map((line) => [cost(line), line]).sort((one, other) => one[0] - other[0]).slice(0, STARTS);
return starts.map(([, line]) => descend(cost, line)).sort((one, other) => one[0] - other[0])[0][1];
}
function sumOf(curve, errors) {
const sum = errors.reduce((total, error) => total + curve.at(0, error), 0);
return Number.isNaN(sum) ? Infinity : sum;
}
function leastSquares(points) {
const mean = (values) => values.reduce((total, value) => total + value, 0) / values.length;
const [x, y] = [mean(points.map(([each]) => each)), mean(points.map(([, each]) => each))];
const slope = mean(points.map(([u, v]) => (u - x) * (v - y))) / mean(points.map(([u]) => (u - x) ** 2));
return [y - slope * x, slope];
}
function descend(cost, start) {
const valued = (place) => [cost(place), place];
let corners = [start, [start[0] + 0.3, start[1]], [start[0], start[1] + 0.05]].map(valued);
for (let round = 0; round < ROUNDS; round++) {
corners.sort((one, other) => one[0] - other[0]);
const [best, good, worst] = corners;
const middle = [0, 1].map((i) => (best[1][i] + good[1][i]) / 2);
const along = (share) => valued([0, 1].map((i) => middle[i] + share * (worst[1][i] - middle[i])));
const mirrored = along(-1);
const next = mirrored[0] < best[0] ? lesser(mirrored, along(-2)) : mirrored[0] < good[0] ? mirrored : lesser(along(0.5), along(-0.5));
if (next[0] < worst[0]) corners[2] = next;
else corners = corners.map(([, place]) => valued([0, 1].map((i) => (place[i] + best[1][i]) / 2)));
}
return corners.sort((one, other) => one[0] - other[0])[0];
}
function lesser(one, other) {
return other[0] < one[0] ? other : one;
}
return { SAMPLE, CENTRES, POINTS, locate, fitLine };
})();
const why_chartsModule = (function () {
const { remembered } = memoryModule;
const { drawAxes, inBox, LEFT, line, mapOf, penOf, polyline, RIGHT } = train_canvasModule;
const { ticks } = ticksModule;
const { CENTRES } = why_fitModule;
const { bestOf, jumpsOf, reachOf, riskAt } = why_riskModule;
const { say } = wordsModule;
const [TOP, BOTTOM] = [14, 40];
const POINTS = 200;
const [DOT, SMALL_DOT] = [5, 3.5];
const TINY = 1e-6;
const BRIDGED = 0.1;
const PLANE = { left: -0.5, right: 10.5, bottom: -1, top: 11 };
const SAMPLE_VIEW = { left: -1, right: 11, bottom: 0, top: 5 };
const boxOf = ({ width, height }) => ({ left: LEFT, right: width - RIGHT, top: TOP, bottom: height - BOTTOM });
function drawRisk(canvas, curve, eta, best, size, colour, theme) {
const [left, right] = reachOf(curve.loss);
const jumps = jumpsOf(curve).filter((x) => left < x && x < right);
const places = Array.from({ length: POINTS + 1 }, (_, i) => left + ((right - left) * i) / POINTS).filter((x) => !jumps.some((jump) => Math.abs(x - jump) < TINY));
const risks = places.map((x) => riskAt(curve, eta, x));
const finite = risks.filter(Number.isFinite);
const near = [...places.map((x, i) => (Math.abs(x) <= 3 ? risks[i] : NaN)), ...jumps.map((x) => riskAt(curve, eta, x))].filter(Number.isFinite);
const view = { left, right, ...padded(Math.min(...finite), Math.max(...near)) };
const { pen, box, map } = chartOf(canvas, size, view, theme, answerOf(curve), 4);
inBox(pen, box, () => {
stroke(pen, colour, 2.5);
const ends = [left, ...jumps, right];
ends.slice(1).forEach((end, i) => {
const inside = places.filter((x) => ends[i] <= x && x <= end);
const whole = [...(i ? [ends[i] + TINY] : []), ...inside, ...(end < right ? [end - TINY] : [])];
polyline(pen, whole.map((x) => [x, riskAt(curve, eta, x)]).filter(([, y]) => Number.isFinite(y)).map(([x, y]) => [map.x(x), map.y(y)]));
});
for (const x of jumps) dot(pen, map.x(x), map.y(riskAt(curve, eta, x)), colour, SMALL_DOT);
if (best.low < best.high) {
stroke(pen, theme.ink, 4);
polyline(pen, [[map.x(best.low), map.y(best.risk)], [map.x(best.high), map.y(best.risk)]]);
} else dot(pen, map.x(best.low), map.y(best.risk), theme.ink);
});
}
function drawLink(canvas, curve, eta, best, size, colour, theme) {
const [bottom, top] = reachOf(curve.loss);
const { pen, box, map } = chartOf(canvas, size, { left: 0, right: 1, bottom, top }, theme, say("chance η of the label +1"), 4);
inBox(pen, box, () => {
const all = linkOf(curve);
stroke(pen, colour, 2.5);
let before = null;
all.forEach(([chance, { low, high }]) => {
if (low < high) {
const [x, toX] = [-0.5, 0.5].map((step) => Math.round(map.x(chance + step / POINTS)));
pen.fillStyle = colour;
pen.globalAlpha = 0.35;
pen.fillRect(x, map.y(high), toX - x, map.y(low) - map.y(high));
pen.globalAlpha = 1;
} else {
const isNear = before && Math.abs(before[1] - low) <= BRIDGED * (top - bottom);
const [x, y] = [map.x(chance), map.y(low)];
const half = (box.right - box.left) / POINTS / 2;
polyline(pen, isNear ? [[map.x(before[0]), map.y(before[1])], [x, y]] : [[x - half, y], [x + half, y]]);
}
before = low < high ? null : [chance, low];
});
dot(pen, map.x(eta), map.y((best.low + best.high) / 2), theme.ink);
});
}
const linkOf = remembered((curve) => Array.from({ length: POINTS - 1 }, (_, i) => [(i + 1) / POINTS, bestOf(curve, (i + 1) / POINTS)]));
function drawCentres(canvas, sample, place, size, colour, theme) {
const { pen, box, map } = chartOf(canvas, size, SAMPLE_VIEW, theme, say("a sample of ten numbers"), 0);
const heights = new Map();
for (const number of sample) {
heights.set(number, (heights.get(number) ?? 0) + 1);
dot(pen, map.x(number), map.y(heights.get(number) - 0.5), theme.soft);
}
inBox(pen, box, () => {
pen.fillStyle = colour;
pen.globalAlpha = place.low < place.high ? 0.35 : 1;
const [x, toX] = [map.x(place.low), map.x(place.high)];
pen.fillRect(x - 1.5, box.top, toX - x + 3, box.bottom - box.top);
pen.globalAlpha = 1;
});
Object.assign(pen, { fillStyle: theme.ink, textAlign: "left", textBaseline: "middle" });
CENTRES.forEach(([name, x], i) => {
const y = box.top + 8 + 15 * i;
stroke(pen, theme.axis, 1, [3, 3]);
polyline(pen, [[map.x(x), y], [map.x(x), box.bottom]]);
const words = say(name);
pen.fillStyle = theme.ground;
pen.fillRect(map.x(x) + 2, y - 8, pen.measureText(words).width + 6, 16);
pen.fillStyle = theme.ink;
pen.fillText(words, map.x(x) + 5, y);
});
}
function drawFit(canvas, points, [intercept, slope], size, colour, theme) {
const { pen, box, map } = chartOf(canvas, size, PLANE, theme, "x", 4);
inBox(pen, box, () => {
stroke(pen, colour, 2.5);
polyline(pen, [PLANE.left, PLANE.right].map((x) => [map.x(x), map.y(intercept + slope * x)]));
points.slice(0, -1).forEach(([x, y]) => dot(pen, map.x(x), map.y(y), theme.soft));
const [x, y] = points.at(-1);
stroke(pen, theme.ink, 1.5);
pen.beginPath();
pen.arc(map.x(x), map.y(y), DOT + 5, 0, 2 * Math.PI);
pen.stroke();
dot(pen, map.x(x), map.y(y), theme.ink);
});
}
function pointAt(x, y, size) {
const box = boxOf(size);
const across = (x - box.left) / (box.right - box.left);
const upward = (box.bottom - y) / (box.bottom - box.top);
return [PLANE.left + across * (PLANE.right - PLANE.left), PLANE.bottom + upward * (PLANE.top - PLANE.bottom)];
}
function answerOf({ loss }) {
return loss.axis === "margin" ? say("answer f") : say("answer p");
}
function chartOf(canvas, size, view, theme, label, rows) {
const pen = penOf(canvas, size.width, size.height, theme);
const box = boxOf(size);
const map = mapOf(box, view);
const columns = Math.max(2, Math.min(6, Math.floor((box.right - box.left) / 50)));
drawAxes(pen, box, map, ticks(view.left, view.right, columns), rows ? ticks(view.bottom, view.top, rows) : [], theme);
Object.assign(pen, { fillStyle: theme.soft, textAlign: "center", textBaseline: "middle" });
pen.fillText(label, (box.left + box.right) / 2, size.height - 10);
stroke(pen, theme.axis, 1);
pen.beginPath();
if (view.bottom <= 0 && view.top >= 0) line(pen, box.left, map.y(0), box.right, map.y(0));
pen.stroke();
return { pen, box, map };
}
function padded(low, high) {
const room = 0.06 * (high - low || 1);
return { bottom: low - room, top: high + room };
}
function stroke(pen, colour, width, dash = []) {
Object.assign(pen, { strokeStyle: colour, lineWidth: width });
pen.setLineDash(dash);
}
function dot(pen, x, y, colour, size = DOT) {
pen.fillStyle = colour;
pen.beginPath();
pen.arc(x, y, size, 0, 2 * Math.PI);
pen.fill();
}
return { PLANE, drawRisk, drawLink, drawCentres, drawFit, pointAt };
})();
const whyModule = (function () {
const { find } = elementsModule;
const { eachFrame } = framesModule;
const { formatNumber } = readingModule;
const { drawCentres, drawFit, drawLink, drawRisk, PLANE, pointAt } = why_chartsModule;
const { CENTRES, fitLine, locate, POINTS, SAMPLE } = why_fitModule;
const { bestOf, hasRisk, reachOf } = why_riskModule;
const { say } = wordsModule;
const section = find("why")?.closest("section");
const pictures = section ? [...section.querySelectorAll("canvas")] : [];
const HEIGHT = 250;
const START = [8, 1];
const STRIDE = 0.25;
let [eta, outlier] = [0.7, START];
let shown = null;
let isSeen = false;
const { soon } = eachFrame(() => isSeen && shown && redraw());
function showWhy(curve, colour, theme) {
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
function startWhy() {
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
return { showWhy, startWhy };
})();
const liveModule = (function () {
const { addressOf, commandOf, MOST_CURVES, PANEL_OPTIONS, readAddress } = addressModule;
const { readSpec } = askedModule;
const { addressBar } = barModule;
const { attempt, copy } = clipboardModule;
const { controlsOf } = controlsModule;
const { isSameCurve, KINDS, readNumber, specOf, plainNumber } = curveModule;
const { draw } = drawingModule;
const { find, make } = elementsModule;
const { csvOf, pngOf, save } = filesModule;
const { eachFrame } = framesModule;
const { groupedBy } = groupsModule;
const { descriptionOf, labelOf, nameOf, panelName, symbolOf, wordsOf } = labelsModule;
const { loadLetters, withLetters } = lettersModule;
const { overlaps } = overlapsModule;
const { startPage, theme } = pageModule;
const { crosshair, place, xAt } = panelModule;
const { sentenceOf, tableOf, formatNumber } = readingModule;
const { compose, PANELS, readOff } = sceneModule;
const { stylesOf } = stylesModule;
const { isTrained } = train_fitsModule;
const { viewProblem } = viewModule;
const { showWhy, startWhy } = whyModule;
const { language, listed, quoted, say } = wordsModule;
const losses = globalThis.lossplot.losses;
const figure = find("figure");
const { loss: usual } = document.querySelector("article").dataset;
const isOverlay = usual.includes("+");
const panelBoxes = [...document.querySelectorAll("[name=panel]")];
const SNAP = 6;
const MOST_KNOTS = 12;
const MOST_TRAINED = 4;
const KIND_WORDS = { jump: "jump", corner: "corner", curvature: "change of curvature" };
const narrow = matchMedia("(max-width: 44rem)");
const SHARE = 0.5;
const LEAST_WIDTH = 240;
let state;
let scene;
let styles;
let drawing;
let width = Math.floor(figure.clientWidth);
let wrong = [];
const problems = new Map();
function readState(words) {
({ state, wrong } = readAddress(words, losses));
if (!state.curves.length) {
state.curves = readAddress(usual, losses).state.curves;
if (!words && !isOverlay && !narrow.matches) state.panels = new Set(PANEL_OPTIONS);
}
if (state.range && viewProblem(state.range.map(plainNumber), state.curves[0].loss)) {
wrong.push(`range=${state.range.map(plainNumber).join(":")}`);
state.range = null;
}
}
function complain(what, words) {
problems.set(what, words);
find("problem").textContent = [...problems.values()].filter(Boolean).join("; ");
}
function redraw() {
const panels = PANELS.filter((panel) => panel === "loss" || state.panels.has(panel));
scene = compose(state.curves, panels, state.range);
styles = stylesOf(state.curves, themes[theme()]);
const most = narrow.matches ? SHARE * innerHeight : Infinity;
drawing = draw(scene, { width: Math.max(LEAST_WIDTH, width), most }, wordsOf(state.curves, panels), styles, themes[theme()]);
figure.innerHTML = drawing.svg;
showReading();
showView();
showTraining();
showWhy(state.curves[0], styles[0].colour, themes[theme()]);
}
function showTraining() {
const curves = state.curves.filter(({ loss }) => isTrained(loss));
const link = find("train");
link.hidden = !curves.length;
link.search = curves.slice(0, MOST_TRAINED).map(specOf).join("+");
}
const { soon: redrawSoon, now: redrawNow } = eachFrame(redraw);
function showReading() {
const { x } = state;
const names = state.curves.map(labelOf);
const orders = scene.panels.map(({ order }) => order);
const facts = { names, panels: scene.panels.map(({ name }) => panelName(name)), variable: state.curves[0].loss.variable, swatches: styles.map(({ colour }) => colour) };
const isInView = x !== null && x >= scene.left && x <= scene.right;
const readings = orders.map((order) => state.curves.map((_, i) => (x === null ? [] : readOff(scene, i, order, x).filter((y) => !Number.isNaN(y)))));
figure.querySelector(".crosshair").innerHTML = isInView ? crosshair(drawing.boxes, x, readings, styles, themes[theme()]) : "";
find("reading").replaceChildren(tableOf(facts, x, readings, width));
figure.setAttribute("aria-valuemin", scene.left);
figure.setAttribute("aria-valuemax", scene.right);
figure.setAttribute("aria-valuenow", Math.min(Math.max(x ?? scene.left, scene.left), scene.right));
figure.setAttribute("aria-valuetext", x === null ? descriptionOf(state.curves) : sentenceOf(facts, x, readings));
if (readNumber(find("at").value) !== x) find("at").value = x === null ? "" : plainNumber(x);
complain("x", x === null || isInView ? "" : say("{x} is outside the view", { x: `${facts.variable} = ${formatNumber(x)}` }));
find("command").textContent = commandOf({ ...state, x: isInView ? x : null }, theme(), language());
}
function showView() {
find("left").value = plainNumber(scene.left);
find("right").value = plainNumber(scene.right);
find("usual").disabled = !state.range;
complain("view", "");
sayWhatIsShown();
const rank = ({ kind }) => KINDS.indexOf(kind);
const kinds = new Map(scene.knots.flat().sort((a, b) => rank(b) - rank(a)).map((knot) => [knot.x, knot.kind]));
const nearest = [...kinds].sort(([a], [b]) => Math.abs(a) - Math.abs(b)).slice(0, MOST_KNOTS);
const buttons = nearest.sort(([a], [b]) => a - b).map(([x, kind]) => {
const words = say("{kind} at {x}", { kind: say(KIND_WORDS[kind]), x: formatNumber(Number(x.toPrecision(6))) });
return make("button", { type: "button", textContent: words, onclick: () => readAt(x) });
});
find("knots").replaceChildren(...buttons);
}
function sayWhatIsShown() {
const [curve] = state.curves;
const isMoved = curve.loss.name === usual && curve.loss.parameters.some((each, i) => curve.values[i] !== each.default);
const values = curve.loss.parameters.map((each, i) => `${symbolOf(each)} = ${formatNumber(curve.values[i])}`).join(", ");
for (const note of document.querySelectorAll(".held .now")) {
note.textContent = isMoved ? say("; the figure shows {values}", { values }) : "";
note.parentElement.classList.toggle("moved", isMoved);
}
}
function showControls() {
const isAlone = state.curves.length === 1;
const folder = isOverlay ? "losses/" : "";
const blocks = state.curves.map((curve, i) =>
controlsOf(curve, {
swatch: styles[i].colour,
link: curve.loss.name === usual ? null : `${folder}${curve.loss.name}.html`,
complain: (words) => complain(i, words),
replace(changed) {
state.curves[i] = changed;
redrawSoon();
bar.changed();
},
remove: isAlone ? null : () => removeCurve(i),
}),
);
find("curves").replaceChildren(...blocks);
for (const box of panelBoxes) box.checked = state.panels.has(box.value);
showChoices(isAlone && isOverlay);
}
function showChoices(ofAnyAxis) {
const [{ loss: first }] = state.curves;
const groups = groupedBy(Object.values(losses), (loss) => loss.axis);
const choices = [...groups].filter(([axis]) => ofAnyAxis || axis === first.axis);
const [hint] = find("add").children;
const lists = choices.map(([axis, members]) => {
const group = make("optgroup", { label: say(axis) });
group.append(...members.map((loss) => new Option(nameOf(loss), loss.name)));
return group;
});
find("add").replaceChildren(hint, ...lists);
find("add").value = "";
find("add").disabled = state.curves.length === MOST_CURVES;
}
function removeCurve(i) {
changeCurves(state.curves.filter((_, number) => number !== i));
const buttons = [...find("curves").querySelectorAll(".curve-head button")];
(buttons[i] ?? buttons.at(-1) ?? find("add")).focus();
}
function changeCurves(curves) {
state.curves = curves;
wrong = [];
if (state.range && curves[0].loss.axis !== scene.curves[0].loss.axis) state.range = null;
refresh();
bar.changed();
}
function refresh() {
problems.clear();
complain("link", wrong.length ? say("The link asks for what cannot be drawn: {words}", { words: listed(wrong) }) : "");
redraw();
showControls();
}
function readAt(x, isForGood = true) {
redrawNow();
state.x = x;
showReading();
if (isForGood) bar.changed();
}
function xOfPointer(event) {
const [box] = drawing.boxes;
const bounds = figure.firstElementChild.getBoundingClientRect();
const column = ((event.clientX - bounds.left) / bounds.width) * drawing.width;
const near = scene.knots.flat().map((knot) => [Math.abs(place(box, [knot.x, 0])[0] - column), knot.x]).sort((a, b) => a[0] - b[0])[0];
if (near && near[0] <= SNAP) return near[1];
return inView(roundToPixel(xAt(box, column)));
}
function roundToPixel(x) {
const step = 10 ** Math.floor(Math.log10((scene.right - scene.left) / drawing.boxes[0].width));
return Number((Math.round(x / step) * step).toPrecision(12));
}
function inView(x) {
return Math.min(Math.max(x, scene.left), scene.right);
}
function onKey(event) {
const reach = scene.right - scene.left;
const here = state.x ?? (scene.left + scene.right) / 2;
const knots = scene.knots.flat().map((knot) => knot.x).sort((a, b) => a - b);
const after = knots.find((x) => x > here);
const before = knots.findLast((x) => x < here);
const stride = (event.shiftKey ? 0.1 : 0.01) * reach;
const targets = {
ArrowRight: () => Math.min(roundToPixel(here + stride), after ?? Infinity),
ArrowLeft: () => Math.max(roundToPixel(here - stride), before ?? -Infinity),
PageUp: () => after ?? scene.right,
PageDown: () => before ?? scene.left,
Home: () => scene.left,
End: () => scene.right,
};
const key = { ArrowUp: "ArrowRight", ArrowDown: "ArrowLeft" }[event.key] ?? event.key;
if (!targets[key] || event.ctrlKey || event.metaKey || event.altKey) return;
event.preventDefault();
readAt(inView(targets[key]()));
}
function changeView() {
const words = [find("left").value, find("right").value];
const problem = viewProblem(words, state.curves[0].loss);
complain("view", problem);
find("usual").disabled = !problem && !state.range;
if (problem) return;
setRange(words.map(readNumber));
}
function setRange(range) {
state.range = range;
redraw();
bar.changed();
}
function onNumber() {
const word = find("at").value;
const x = word.trim() ? readNumber(word) : null;
if (x === null || Number.isFinite(x)) readAt(x);
else complain("x", Number.isNaN(x) ? say("{word} is not a number", { word: quoted(word) }) : say("{x} is outside the view", { x: formatNumber(x) }));
}
function onResize() {
const now = Math.floor(figure.clientWidth);
if (now === width) return;
width = now;
redraw();
}
function fileName(suffix) {
return `${state.curves.map((curve) => specOf(curve).replaceAll(/[:=]/g, "-")).join("_").slice(0, 120)}.${suffix}`;
}
function currentSvg() {
return withLetters(new XMLSerializer().serializeToString(figure.firstElementChild));
}
function currentPng() {
return pngOf(figure.firstElementChild, drawing);
}
const FILES = {
png: currentPng,
svg: () => new Blob([currentSvg()], { type: "image/svg+xml" }),
csv: () => new Blob([csvOf(scene)], { type: "text/csv" }),
};
function listen() {
figure.addEventListener("pointermove", (event) => (event.pointerType !== "touch" || event.buttons) && readAt(xOfPointer(event), event.buttons > 0));
figure.addEventListener("pointerdown", (event) => readAt(xOfPointer(event)));
figure.addEventListener("keydown", onKey);
find("at").addEventListener("input", onNumber);
for (const name of ["left", "right"]) find(name).addEventListener("change", changeView);
find("usual").addEventListener("click", () => setRange(null));
for (const box of panelBoxes) {
box.addEventListener("change", () => {
state.panels = new Set(panelBoxes.filter(({ checked }) => checked).map(({ value }) => value));
redraw();
bar.changed();
});
}
find("add").addEventListener("change", ({ target }) => {
const { state: added } = readAddress(target.value, losses);
const [curve] = added.curves;
const isMeant = curve.loss.axis === state.curves[0].loss.axis;
const isThere = state.curves.some((other) => isSameCurve(other, curve));
changeCurves(isMeant ? [...state.curves, ...(isThere ? [] : [curve])] : [curve]);
});
find("copy-png").addEventListener("click", ({ target }) => copy(target, () => navigator.clipboard.write([new ClipboardItem({ "image/png": currentPng() })])));
find("copy-link").addEventListener("click", ({ target }) => copy(target, () => navigator.clipboard.writeText(new URL(`?${addressOf(state)}`, location).href)));
for (const [suffix, content] of Object.entries(FILES)) {
find(`save-${suffix}`).addEventListener("click", ({ target }) => attempt(target, async () => save(await content(), fileName(suffix))));
}
new ResizeObserver(onResize).observe(figure);
}
Object.assign(globalThis.lossplot, { compose, overlaps, readSpec, stylesOf, themes });
const bar = addressBar(
() => addressOf(state),
(words) => {
readState(words);
refresh();
find("live").scrollIntoView();
},
);
startWhy();
loadLetters(redraw);
readState(bar.read());
listen();
startPage(refresh);
return {  };
})();
})();
