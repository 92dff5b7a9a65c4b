/* Made by lossplot gallery; seal 8406ec547ccf82ec */
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
"{symbol} = {value} cannot be computed with; its size is from {least} to {most}": "{symbol} = {value} 无法计算；其绝对值须在 {least} 到 {most} 之间",
"{symbol} = {value} is outside {domain}": "{symbol} = {value} 不在 {domain} 内",
"{name} needs {condition}": "{name} 要求 {condition}",
"{symbol} must be {domain}, not {value}": "{symbol} 须为 {domain}，而不是 {value}",
" or ": " 或 ",
"{word} is not a number": "{word} 不是数",
"{symbol}: {word} is not a number": "{symbol}：{word} 不是数",
"the view must go from a smaller to a larger {variable}": "视图须从较小的 {variable} 到较大的 {variable}",
"View from {left} to {right}, heights from {bottom} to {top}": "视图从 {left} 到 {right}，高度从 {bottom} 到 {top}",
"{name}, {label}": "{name}，{label}",
"{name} is {value} at m = 0 and cannot be scaled to 1 there": "{name} 在 m = 0 处为 {value}，无法缩放至 1",
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
"mean": "均值",
"write a formula, such as {example}": "请写一个公式，例如 {example}",
"write its derivative, such as {example}": "请写出它的导数，例如 {example}",
"The reader of formulas could not be loaded.": "无法加载公式读取器。",
"The page cannot read this; the command line may.": "本页无法读取这个公式；命令行也许可以。",
"the formula is a curve of {other}, and those of the figure are of {axis}: remove them first": "公式是关于{other}的曲线，而图中的曲线是关于{axis}的：请先移除它们",
"{count} curves are the most of one figure": "一张图最多 {count} 条曲线",
"values with which it can be computed": "可以计算的参数值"
}
};
const themes = {"light": {"name": "light", "ground": "#ffffff", "ink": "#22252b", "soft": "#6b7280", "axis": "#8c93a0", "grid": "#e7e9ee", "fill": "#d9dde5", "colours": ["#2248a2", "#cc4c0d", "#0f8669", "#8f46d4", "#6e4600", "#0b99e7", "#da67a9", "#212a3a"], "ramp": ["#6e92e5", "#2853ba", "#0c2258"], "markers": false, "ramps": {"3": ["#6e92e5", "#2853ba", "#0c2258"], "4": ["#6e92e5", "#3f68c8", "#1e4298", "#0c2258"], "5": ["#6e92e5", "#4b73d0", "#2853ba", "#193a87", "#0c2258"], "6": ["#6e92e5", "#5279d4", "#3660c3", "#2249a5", "#17357e", "#0c2258"], "7": ["#6e92e5", "#567dd7", "#3f68c8", "#2853ba", "#1e4298", "#153277", "#0c2258"], "8": ["#6e92e5", "#5a80d9", "#466ecd", "#325cc0", "#244cab", "#1c3d8e", "#142f73", "#0c2258"], "9": ["#6e92e5", "#5c82da", "#4b73d0", "#3963c5", "#2853ba", "#2146a0", "#193a87", "#132e6f", "#0c2258"], "10": ["#6e92e5", "#5e84dc", "#4e76d2", "#3f68c8", "#305abf", "#254dae", "#1e4298", "#183782", "#122c6d", "#0c2258"], "11": ["#6e92e5", "#6086dd", "#5279d4", "#446dcb", "#3660c3", "#2853ba", "#2249a5", "#1c3f91", "#17357e", "#112b6b", "#0c2258"], "12": ["#6e92e5", "#6187dd", "#547bd6", "#4770ce", "#3b64c6", "#2e59be", "#254eb1", "#20459e", "#1b3c8c", "#16337a", "#112a69", "#0c2258"]}, "alike": ["#6e92e5 #0b99e7", "#6e92e5 #da67a9", "#2853ba #2248a2", "#2853ba #8f46d4", "#0c2258 #212a3a", "#2248a2 #6e4600", "#cc4c0d #0f8669", "#cc4c0d #8f46d4", "#0f8669 #8f46d4", "#0b99e7 #da67a9", "#3f68c8 #cc4c0d", "#3f68c8 #0f8669", "#3f68c8 #8f46d4", "#1e4298 #2248a2", "#1e4298 #6e4600", "#4b73d0 #cc4c0d", "#4b73d0 #0f8669", "#4b73d0 #8f46d4", "#193a87 #2248a2", "#6e92e5 #5279d4", "#5279d4 #3660c3", "#5279d4 #cc4c0d", "#5279d4 #0f8669", "#5279d4 #8f46d4", "#5279d4 #0b99e7", "#3660c3 #2249a5", "#3660c3 #0f8669", "#3660c3 #8f46d4", "#2249a5 #2248a2", "#2249a5 #6e4600", "#6e92e5 #567dd7", "#567dd7 #3f68c8", "#567dd7 #cc4c0d", "#567dd7 #0f8669", "#567dd7 #8f46d4", "#567dd7 #0b99e7", "#3f68c8 #2853ba", "#2853ba #1e4298", "#1e4298 #153277", "#153277 #0c2258", "#6e92e5 #5a80d9", "#5a80d9 #466ecd", "#5a80d9 #0f8669", "#5a80d9 #8f46d4", "#5a80d9 #0b99e7", "#466ecd #325cc0", "#466ecd #cc4c0d", "#466ecd #0f8669", "#466ecd #8f46d4", "#325cc0 #244cab", "#325cc0 #2248a2", "#325cc0 #0f8669", "#325cc0 #8f46d4", "#244cab #1c3d8e", "#244cab #2248a2", "#244cab #6e4600", "#1c3d8e #142f73", "#1c3d8e #2248a2", "#142f73 #0c2258", "#142f73 #212a3a", "#6e92e5 #5c82da", "#5c82da #4b73d0", "#5c82da #0f8669", "#5c82da #8f46d4", "#5c82da #0b99e7", "#5c82da #da67a9", "#4b73d0 #3963c5", "#3963c5 #2853ba", "#3963c5 #0f8669", "#3963c5 #8f46d4", "#2853ba #2146a0", "#2146a0 #193a87", "#2146a0 #2248a2", "#2146a0 #6e4600", "#193a87 #132e6f", "#132e6f #0c2258", "#132e6f #212a3a", "#6e92e5 #5e84dc", "#5e84dc #4e76d2", "#5e84dc #0f8669", "#5e84dc #0b99e7", "#5e84dc #da67a9", "#4e76d2 #3f68c8", "#4e76d2 #305abf", "#4e76d2 #cc4c0d", "#4e76d2 #0f8669", "#4e76d2 #8f46d4", "#4e76d2 #0b99e7", "#3f68c8 #305abf", "#305abf #254dae", "#305abf #2248a2", "#305abf #0f8669", "#305abf #8f46d4", "#254dae #1e4298", "#254dae #2248a2", "#254dae #8f46d4", "#254dae #6e4600", "#1e4298 #183782", "#183782 #122c6d", "#183782 #2248a2", "#122c6d #0c2258", "#122c6d #212a3a", "#6e92e5 #6086dd", "#6086dd #5279d4", "#6086dd #446dcb", "#6086dd #0f8669", "#6086dd #0b99e7", "#6086dd #da67a9", "#5279d4 #446dcb", "#446dcb #3660c3", "#446dcb #2853ba", "#446dcb #cc4c0d", "#446dcb #0f8669", "#446dcb #8f46d4", "#3660c3 #2853ba", "#2853ba #2249a5", "#2249a5 #1c3f91", "#1c3f91 #17357e", "#1c3f91 #2248a2", "#1c3f91 #6e4600", "#17357e #112b6b", "#112b6b #0c2258", "#112b6b #212a3a", "#6e92e5 #6187dd", "#6e92e5 #547bd6", "#6187dd #547bd6", "#6187dd #4770ce", "#6187dd #0f8669", "#6187dd #0b99e7", "#6187dd #da67a9", "#547bd6 #4770ce", "#547bd6 #3b64c6", "#547bd6 #cc4c0d", "#547bd6 #0f8669", "#547bd6 #8f46d4", "#547bd6 #0b99e7", "#4770ce #3b64c6", "#4770ce #2e59be", "#4770ce #cc4c0d", "#4770ce #0f8669", "#4770ce #8f46d4", "#3b64c6 #2e59be", "#3b64c6 #254eb1", "#3b64c6 #0f8669", "#3b64c6 #8f46d4", "#2e59be #254eb1", "#2e59be #20459e", "#2e59be #2248a2", "#2e59be #0f8669", "#2e59be #8f46d4", "#254eb1 #20459e", "#254eb1 #2248a2", "#254eb1 #8f46d4", "#254eb1 #6e4600", "#20459e #1b3c8c", "#20459e #2248a2", "#20459e #6e4600", "#1b3c8c #16337a", "#1b3c8c #2248a2", "#16337a #112a69", "#112a69 #0c2258", "#112a69 #212a3a"]}, "dark": {"name": "dark", "ground": "#16181d", "ink": "#e9ebf0", "soft": "#9aa3b2", "axis": "#646c7a", "grid": "#2a2e36", "fill": "#3c424d", "colours": ["#7396f5", "#f3925d", "#4cd3ad", "#c8b0ff", "#f0c85b", "#a2fff8", "#de5a6f", "#ffff74"], "ramp": ["#5580d8", "#8fb4ff", "#e6efff"], "markers": false, "ramps": {"3": ["#5580d8", "#8fb4ff", "#e6efff"], "4": ["#5580d8", "#7ba3f2", "#acc8ff", "#e6efff"], "5": ["#5580d8", "#729aec", "#8fb4ff", "#bad2ff", "#e6efff"], "6": ["#5580d8", "#6c95e8", "#83aaf7", "#a0c0ff", "#c3d8ff", "#e6efff"], "7": ["#5580d8", "#6891e5", "#7ba3f2", "#8fb4ff", "#acc8ff", "#c9dcff", "#e6efff"], "8": ["#5580d8", "#658fe3", "#769eee", "#87adf9", "#9bbdff", "#b4ceff", "#cddeff", "#e6efff"], "9": ["#5580d8", "#638de2", "#729aec", "#80a7f5", "#8fb4ff", "#a4c3ff", "#bad2ff", "#d0e0ff", "#e6efff"], "10": ["#5580d8", "#628be1", "#6e97e9", "#7ba3f2", "#88aefb", "#98bbff", "#acc8ff", "#bfd5ff", "#d2e2ff", "#e6efff"], "11": ["#5580d8", "#608ae0", "#6c95e8", "#779fef", "#83aaf7", "#8fb4ff", "#a0c0ff", "#b1ccff", "#c3d8ff", "#d4e3ff", "#e6efff"], "12": ["#5580d8", "#5f89df", "#6a93e6", "#749ced", "#7fa6f4", "#8aaffb", "#97baff", "#a6c4ff", "#b6cfff", "#c6daff", "#d6e4ff", "#e6efff"]}, "alike": ["#5580d8 #7396f5", "#5580d8 #de5a6f", "#8fb4ff #f3925d", "#8fb4ff #4cd3ad", "#8fb4ff #c8b0ff", "#e6efff #a2fff8", "#e6efff #ffff74", "#4cd3ad #c8b0ff", "#a2fff8 #ffff74", "#7ba3f2 #7396f5", "#7ba3f2 #f3925d", "#7ba3f2 #c8b0ff", "#acc8ff #4cd3ad", "#acc8ff #c8b0ff", "#acc8ff #f0c85b", "#729aec #7396f5", "#bad2ff #c8b0ff", "#bad2ff #f0c85b", "#5580d8 #6c95e8", "#6c95e8 #83aaf7", "#6c95e8 #7396f5", "#83aaf7 #a0c0ff", "#83aaf7 #7396f5", "#83aaf7 #f3925d", "#83aaf7 #4cd3ad", "#83aaf7 #c8b0ff", "#a0c0ff #4cd3ad", "#a0c0ff #c8b0ff", "#c3d8ff #e6efff", "#c3d8ff #f0c85b", "#c3d8ff #a2fff8", "#5580d8 #6891e5", "#6891e5 #7ba3f2", "#6891e5 #7396f5", "#6891e5 #de5a6f", "#7ba3f2 #8fb4ff", "#8fb4ff #acc8ff", "#acc8ff #c9dcff", "#c9dcff #e6efff", "#c9dcff #a2fff8", "#5580d8 #658fe3", "#658fe3 #769eee", "#658fe3 #7396f5", "#658fe3 #de5a6f", "#769eee #87adf9", "#769eee #7396f5", "#769eee #f3925d", "#87adf9 #9bbdff", "#87adf9 #7396f5", "#87adf9 #f3925d", "#87adf9 #4cd3ad", "#87adf9 #c8b0ff", "#9bbdff #b4ceff", "#9bbdff #4cd3ad", "#9bbdff #c8b0ff", "#b4ceff #cddeff", "#b4ceff #c8b0ff", "#b4ceff #f0c85b", "#cddeff #e6efff", "#cddeff #a2fff8", "#5580d8 #638de2", "#638de2 #729aec", "#638de2 #7396f5", "#638de2 #de5a6f", "#729aec #80a7f5", "#80a7f5 #8fb4ff", "#80a7f5 #7396f5", "#80a7f5 #f3925d", "#80a7f5 #c8b0ff", "#8fb4ff #a4c3ff", "#a4c3ff #bad2ff", "#a4c3ff #4cd3ad", "#a4c3ff #c8b0ff", "#a4c3ff #f0c85b", "#bad2ff #d0e0ff", "#d0e0ff #e6efff", "#d0e0ff #a2fff8", "#5580d8 #628be1", "#5580d8 #6e97e9", "#628be1 #6e97e9", "#628be1 #7ba3f2", "#628be1 #7396f5", "#628be1 #de5a6f", "#6e97e9 #7ba3f2", "#6e97e9 #88aefb", "#6e97e9 #7396f5", "#7ba3f2 #88aefb", "#7ba3f2 #98bbff", "#88aefb #98bbff", "#88aefb #7396f5", "#88aefb #f3925d", "#88aefb #4cd3ad", "#88aefb #c8b0ff", "#98bbff #acc8ff", "#98bbff #4cd3ad", "#98bbff #c8b0ff", "#acc8ff #bfd5ff", "#bfd5ff #d2e2ff", "#bfd5ff #c8b0ff", "#bfd5ff #f0c85b", "#d2e2ff #e6efff", "#d2e2ff #a2fff8", "#5580d8 #608ae0", "#608ae0 #6c95e8", "#608ae0 #779fef", "#608ae0 #7396f5", "#608ae0 #de5a6f", "#6c95e8 #779fef", "#779fef #83aaf7", "#779fef #8fb4ff", "#779fef #7396f5", "#779fef #f3925d", "#779fef #c8b0ff", "#83aaf7 #8fb4ff", "#8fb4ff #a0c0ff", "#8fb4ff #b1ccff", "#a0c0ff #b1ccff", "#b1ccff #c3d8ff", "#b1ccff #d4e3ff", "#b1ccff #c8b0ff", "#b1ccff #f0c85b", "#c3d8ff #d4e3ff", "#d4e3ff #e6efff", "#d4e3ff #a2fff8", "#5580d8 #5f89df", "#5580d8 #6a93e6", "#5f89df #6a93e6", "#5f89df #749ced", "#5f89df #7396f5", "#5f89df #de5a6f", "#6a93e6 #749ced", "#6a93e6 #7fa6f4", "#6a93e6 #7396f5", "#749ced #7fa6f4", "#749ced #8aaffb", "#749ced #7396f5", "#7fa6f4 #8aaffb", "#7fa6f4 #97baff", "#7fa6f4 #7396f5", "#7fa6f4 #f3925d", "#7fa6f4 #c8b0ff", "#8aaffb #97baff", "#8aaffb #a6c4ff", "#8aaffb #7396f5", "#8aaffb #f3925d", "#8aaffb #4cd3ad", "#8aaffb #c8b0ff", "#97baff #a6c4ff", "#97baff #b6cfff", "#97baff #4cd3ad", "#97baff #c8b0ff", "#a6c4ff #b6cfff", "#a6c4ff #c6daff", "#a6c4ff #4cd3ad", "#a6c4ff #c8b0ff", "#a6c4ff #f0c85b", "#b6cfff #c6daff", "#b6cfff #d6e4ff", "#b6cfff #c8b0ff", "#b6cfff #f0c85b", "#c6daff #d6e4ff", "#c6daff #e6efff", "#c6daff #f0c85b", "#c6daff #a2fff8", "#d6e4ff #e6efff", "#d6e4ff #a2fff8", "#d6e4ff #ffff74"]}};
const dashes = [[], [4.2, 1.5], [1.2, 1.1], [5.0, 1.4, 1.2, 1.4], [9.0, 1.8], [3.0, 1.2, 1.2, 1.2, 1.2, 1.2], [7.0, 1.5, 2.6, 1.5], [6.0, 1.4, 6.0, 1.4, 6.0, 3.5], [6.0, 1.4, 1.2, 1.4, 1.2, 1.4, 1.2, 3.5], [6.0, 1.4, 1.2, 1.4, 1.2, 1.4, 6.0, 3.5], [6.0, 1.4, 1.2, 1.4, 6.0, 1.4, 1.2, 3.5], [6.0, 1.4, 1.2, 1.4, 6.0, 1.4, 6.0, 3.5], [6.0, 1.4, 6.0, 1.4, 1.2, 1.4, 1.2, 3.5], [6.0, 1.4, 6.0, 1.4, 1.2, 1.4, 6.0, 3.5], [6.0, 1.4, 6.0, 1.4, 6.0, 1.4, 1.2, 3.5], [6.0, 1.4, 6.0, 1.4, 6.0, 1.4, 6.0, 3.5], [6.0, 1.4, 1.2, 1.4, 1.2, 1.4, 1.2, 1.4, 1.2, 3.5], [6.0, 1.4, 1.2, 1.4, 1.2, 1.4, 1.2, 1.4, 6.0, 3.5], [6.0, 1.4, 1.2, 1.4, 1.2, 1.4, 6.0, 1.4, 1.2, 3.5], [6.0, 1.4, 1.2, 1.4, 1.2, 1.4, 6.0, 1.4, 6.0, 3.5], [6.0, 1.4, 1.2, 1.4, 6.0, 1.4, 1.2, 1.4, 1.2, 3.5], [6.0, 1.4, 1.2, 1.4, 6.0, 1.4, 1.2, 1.4, 6.0, 3.5], [6.0, 1.4, 1.2, 1.4, 6.0, 1.4, 6.0, 1.4, 1.2, 3.5], [6.0, 1.4, 1.2, 1.4, 6.0, 1.4, 6.0, 1.4, 6.0, 3.5], [6.0, 1.4, 6.0, 1.4, 1.2, 1.4, 1.2, 1.4, 1.2, 3.5], [6.0, 1.4, 6.0, 1.4, 1.2, 1.4, 1.2, 1.4, 6.0, 3.5], [6.0, 1.4, 6.0, 1.4, 1.2, 1.4, 6.0, 1.4, 1.2, 3.5], [6.0, 1.4, 6.0, 1.4, 1.2, 1.4, 6.0, 1.4, 6.0, 3.5], [6.0, 1.4, 6.0, 1.4, 6.0, 1.4, 1.2, 1.4, 1.2, 3.5], [6.0, 1.4, 6.0, 1.4, 6.0, 1.4, 1.2, 1.4, 6.0, 3.5], [6.0, 1.4, 6.0, 1.4, 6.0, 1.4, 6.0, 1.4, 1.2, 3.5], [6.0, 1.4, 6.0, 1.4, 6.0, 1.4, 6.0, 1.4, 6.0, 3.5], [6.0, 1.4, 1.2, 1.4, 1.2, 1.4, 1.2, 1.4, 1.2, 1.4, 1.2, 3.5], [6.0, 1.4, 1.2, 1.4, 1.2, 1.4, 1.2, 1.4, 1.2, 1.4, 6.0, 3.5], [6.0, 1.4, 1.2, 1.4, 1.2, 1.4, 1.2, 1.4, 6.0, 1.4, 1.2, 3.5], [6.0, 1.4, 1.2, 1.4, 1.2, 1.4, 1.2, 1.4, 6.0, 1.4, 6.0, 3.5], [6.0, 1.4, 1.2, 1.4, 1.2, 1.4, 6.0, 1.4, 1.2, 1.4, 1.2, 3.5], [6.0, 1.4, 1.2, 1.4, 1.2, 1.4, 6.0, 1.4, 1.2, 1.4, 6.0, 3.5], [6.0, 1.4, 1.2, 1.4, 1.2, 1.4, 6.0, 1.4, 6.0, 1.4, 1.2, 3.5], [6.0, 1.4, 1.2, 1.4, 1.2, 1.4, 6.0, 1.4, 6.0, 1.4, 6.0, 3.5], [6.0, 1.4, 1.2, 1.4, 6.0, 1.4, 1.2, 1.4, 1.2, 1.4, 1.2, 3.5], [6.0, 1.4, 1.2, 1.4, 6.0, 1.4, 1.2, 1.4, 1.2, 1.4, 6.0, 3.5], [6.0, 1.4, 1.2, 1.4, 6.0, 1.4, 1.2, 1.4, 6.0, 1.4, 1.2, 3.5], [6.0, 1.4, 1.2, 1.4, 6.0, 1.4, 1.2, 1.4, 6.0, 1.4, 6.0, 3.5], [6.0, 1.4, 1.2, 1.4, 6.0, 1.4, 6.0, 1.4, 1.2, 1.4, 1.2, 3.5], [6.0, 1.4, 1.2, 1.4, 6.0, 1.4, 6.0, 1.4, 1.2, 1.4, 6.0, 3.5], [6.0, 1.4, 1.2, 1.4, 6.0, 1.4, 6.0, 1.4, 6.0, 1.4, 1.2, 3.5], [6.0, 1.4, 1.2, 1.4, 6.0, 1.4, 6.0, 1.4, 6.0, 1.4, 6.0, 3.5]];
const DRAWING = {"limits": {"GRID": 401, "MANY_TURNS": 64, "REACH": 20.0, "CONTRAST": 4.0, "MIDDLE": 0.6666666666666666, "CORE_SHARE": 0.6666666666666666, "UNBOUNDED_SHARE": 0.85, "CALM_ROOM": 1.3, "WHOLE_ROOM": 1.8, "USUAL_SHARE": 0.2, "CORE_HEIGHT": 0.09, "FREE": 0.05, "UNBOUNDED": 6.0, "SLOW": 1.3, "ZOOMS": 2, "ZOOM_POINTS": 33, "GROWTH": 1.5, "HIGHEST": 1e+300, "LEAST": 1e-290, "STILL": 1e-09}, "overlaps": {"HIDDEN": 0.004, "SHORTEST": 0.02, "POINTS": 1201, "DASH": 4.0, "LEAST_DASH": 1.5}, "readers": {"WIDEST": 1e+100, "NARROWEST": 1e-100, "FINEST": 1e-09}, "styles": {"FEWEST": 3, "MOST_SOLID": 4}};
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
const { functions, switches } = boundTo(loss, values);
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
function boundTo(loss, values) {
if (loss.bound) return loss.bound(values);
const bind = (f) => (x) => f(x, ...values);
return { functions: loss.functions.map(bind), switches: loss.switches.map(bind) };
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
const fits = contains(parameter.interval, value) && !parameter.holes?.some((hole) => contains(hole, value)) && hasSize(parameter, value);
return fits && (!parameter.integer || Number.isInteger(value));
}
function hasSize({ sizes: [least, most] }, value) {
const size = Math.abs(value);
return size === 0 || size === Infinity || (size >= least && size <= most);
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
return { KINDS, makeCurve, smallStep, POLE, NEAREST, settingsOf, isSameCurve, specOf, accepts, hasSize, isAllowed, halves, readNumber, plainNumber };
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
const typedModule = (function () {
const { makeCurve } = curveModule;
const { make } = elementsModule;
const script = globalThis.document?.currentScript;
const address = script ? new URL("formula.js", script.src).href : "";
let loading = null;
function isFormula(text) {
return [...FORMULA_SIGNS].some((sign) => text.includes(sign));
}
function asksForFormula(words) {
return isFormula(words.split("&")[0].replaceAll(/%[0-9a-f]{2}/gi, (code) => String.fromCharCode(Number(`0x${code.slice(1)}`))));
}
function loadFormulas() {
loading ??= new Promise((resolve, reject) => {
const reader = make("script", { src: address });
reader.addEventListener("load", resolve);
reader.addEventListener("error", () => {
loading = null;
reader.remove();
reject(new Error("formula.js"));
});
document.head.append(reader);
});
return loading;
}
function hasFormulas() {
return Boolean(globalThis.lossplot?.formulas);
}
function readCurves(text, losses) {
return globalThis.lossplot.formulas.readFormula(text).map(({ loss, values }) => {
const own = typeof loss === "string" ? losses[loss] : loss;
own.label = Object.values(losses).find(({ label }) => label.en === own.label.en)?.label ?? own.label;
return makeCurve(own, values, own.parameters.map(({ name }) => name));
});
}
return { isFormula, asksForFormula, loadFormulas, hasFormulas, readCurves };
})();
const askedModule = (function () {
const { accepts, halves, isAllowed, makeCurve, readNumber } = curveModule;
const { hasFormulas, readCurves } = typedModule;
const MOST = 24;
const known = new WeakMap();
function readFamily(text, losses) {
const parts = text.split(":");
const given = parts.findIndex((part) => part.includes("="));
const count = given < 0 ? parts.length : given;
const loss = lossCalled(parts.slice(0, count).join(":"), losses);
if (!loss) return hasFormulas() ? readTyped(text, losses) : [];
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
function readTyped(text, losses) {
try {
return readCurves(text, losses);
} catch {
return [];
}
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
const looksModule = (function () {
const root = globalThis.document?.documentElement;
const system = globalThis.matchMedia?.("(prefers-color-scheme: dark)");
function withoutLooks(words) {
return words.split("&").filter((part) => !isLook(part)).join("&");
}
function withLooks(words) {
const theme = root.dataset.theme ?? (system.matches ? "dark" : "");
return theme ? [words, `theme=${theme}`].filter(Boolean).join("&") : words;
}
function withoutLanguage(words) {
return words.split("&").filter((part) => !isLanguage(part)).join("&");
}
function isLook(part) {
return part === "theme=light" || part === "theme=dark" || isLanguage(part);
}
function isLanguage(part) {
return [...document.querySelectorAll("link[hreflang]")].some(({ hreflang }) => part === `lang=${hreflang}`);
}
return { withoutLooks, withLooks, withoutLanguage };
})();
const barModule = (function () {
const { withLooks, withoutLooks } = looksModule;
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
return withoutLooks(hash.length > 1 && !isSection(hash) ? hash.slice(1) : search.slice(1));
}
function write(words) {
const address = new URL(location);
address.search = withLooks(words);
if (!isSection(address.hash)) address.hash = "";
rewrite(address);
}
function rewrite(address) {
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
return { addressBar, rewrite, decoded };
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
const grid = withPoints(even(low, high, GRID), low < 0 && high > 0 ? [0] : []);
const roots = new Map();
for (const value of curve.switches) {
const points = withPoints(grid, [...roots.values()].flat());
for (const root of signChanges(value, points)) roots.set(root.join(), root);
}
return merge([...roots.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]));
});
function knotsAt(curve, roots) {
const [start, end] = curve.loss.domain;
return roots.map(([before, after]) => classify(curve, before, after)).filter((knot) => knot && start < knot.x && knot.x < end);
}
function beside(f, x, side) {
return limit(germs(f, x, side));
}
function even(low, high, count) {
const step = (high - low) / (count - 1);
const points = new Array(count);
for (let i = 0; i < count; i++) points[i] = low + i * step;
points[count - 1] = high;
return points;
}
function growingShares(count) {
if (!shares.has(count)) shares.set(count, even(0, 1, count).map((share) => share * (1 + (share - 1) * (GROWTH / 2))));
return shares.get(count);
}
const shares = new Map();
function sortUnique(points) {
return [...new Set(points)].sort((a, b) => a - b);
}
function withPoints(sorted, more) {
if (!more.length) return sorted;
const added = sortUnique(more);
const points = [];
let next = 0;
for (const point of sorted) {
while (added[next] < point) points.push(added[next++]);
if (added[next] === point) next++;
points.push(point);
}
return [...points, ...added.slice(next)];
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
const f = (x) => curve.at(order, x);
const [atLeft, atRight] = [germs(f, before, -1), germs(f, after, +1)];
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
function germs(f, x, side) {
return NEIGHBOURS.map((count) => f(x + side * count * smallStep(x)));
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
const facesModule = (function () {
const FACES = { regular: ["normal", 400], italic: ["italic", 400], medium: ["normal", 500] };
function addFaces(letters) {
const faces = Object.entries(FACES).map(([name, [style, weight]]) => new FontFace("Inter", bytesOf(letters[name]), { style, weight }));
for (const face of faces) document.fonts.add(face);
return faces;
}
function bytesOf(base64) {
const letters = atob(base64);
const bytes = new Uint8Array(letters.length);
for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
return bytes;
}
return { FACES, addFaces };
})();
const lettersModule = (function () {
const { make } = elementsModule;
const { FACES } = facesModule;
const FONT = "Inter, system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";
const pen = make("canvas").getContext("2d");
function awaitLetters(refresh) {
const { faces } = globalThis.lossplot;
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
return { FONT, awaitLetters, widthOf, markedWidth, spansOf, plain, safe, withLetters };
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
const { FEWEST, MOST_SOLID } = DRAWING.styles;
function stylesOf(curves, theme) {
const each = curves.length > 2 && curves.every(({ loss }) => loss.y) ? 2 : 1;
const losses = curves.filter((_, place) => place % each === 0);
const { members = [] } = familyOf(losses) ?? {};
const ramp = theme.ramps[members.length] ?? [];
const ramped = new Map(ramp.map((colour, i) => [members[i], colour]));
const others = [...losses.keys()].filter((place) => !ramped.has(place));
const first = ramped.size ? 1 : 0;
const colourOf = (place) => ramped.get(place) ?? theme.colours[(others.indexOf(place) + first) % theme.colours.length];
const colours = [...curves.keys()].map((place) => colourOf(Math.floor(place / each)));
const crowd = others.length > MOST_SOLID ? [...curves.keys()].filter((place) => others.includes(Math.floor(place / each))) : [];
const chosen = dashesFor(colours, crowd, theme.alike);
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
const name = words.length ? `${nameOf(curve.loss)} (${words.join(", ")})` : nameOf(curve.loss);
return curve.loss.y ? say("{name}, {label}", { name, label: curve.loss.y }) : name;
}
function wordsOf(curves, panels, isNormalized) {
const isForLabels = curves.some(({ loss }) => loss.y);
const family = isForLabels ? null : familyOf(curves);
const names = panels.length > 1 ? panels.map((panel) => capitalised(panelName(panel))) : [""];
if (isNormalized) names[0] = capitalised(say(isForLabels ? "loss, scaled to 1 at *f* = 0" : "loss, scaled to 1 at *m* = 0"));
const common = { panels: names, xLabel: xLabelOf(curves), description: descriptionOf(curves) };
if (curves.length === 1) return { ...common, title: labelOf(curves[0]), names: [], values: null };
if (family?.members.length !== curves.length) return { ...common, title: "", names: curves.map((curve) => labelOf(curve)), values: null };
const values = curves.map((_, place) => short(family.valueOf(place)));
return { ...common, title: labelOf(curves[0], family.parameter), names: values.map((value) => `${symbolOf(family.parameter)} = ${value}`), values };
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
const slider = stepsOf(parameter);
return { ...slider, valueAt: (step) => sized(parameter, slider.valueAt(step)) };
}
function stepsOf(parameter) {
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
function sized({ sizes: [least, most], interval }, value) {
const size = Math.abs(value);
if (size === 0 || (size >= least && size <= most)) return value;
if (size > most) return Math.sign(value) * most;
const hasZero = interval[0] < 0 || interval[2];
return hasZero && size < least / 2 ? 0 : Math.sign(value) * least;
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
const { accepts, hasSize, isAllowed, makeCurve, readNumber, plainNumber } = curveModule;
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
const together = own || isAllowed(loss, values) ? "" : say("{name} needs {condition}", { name, condition: say(loss.requires) });
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
const [least, most] = parameter.sizes.map(formatNumber);
const words = { symbol, value: formatNumber(value), domain: domainOf(parameter), least, most };
if (!hasSize(parameter, value)) return say("{symbol} = {value} cannot be computed with; its size is from {least} to {most}", words);
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
function pause() {
return new Promise((resolve) => setTimeout(resolve));
}
return { eachFrame, pause };
})();
const pageModule = (function () {
const { serveCopyButtons } = clipboardModule;
const { rewrite } = barModule;
const { withLooks, withoutLanguage, withoutLooks } = looksModule;
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
keepInAddress();
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
link.search = withoutLanguage(location.search.slice(1));
link.hash = location.hash;
}
function keepInAddress() {
const words = location.search.slice(1);
if (withoutLooks(words) === words) return;
const address = new URL(location);
address.search = withLooks(withoutLooks(words));
rewrite(address);
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
const train_randomModule = (function () {
const MASK = 64;
const [GAMMA, FIRST, SECOND] = [0x9e3779b97f4a7c15n, 0xbf58476d1ce4e5b9n, 0x94d049bb133111ebn];
const PLACES = 1n;
const NOISE = 2n;
const SPLIT = 3n;
const FLIPS = 4n;
const OUTLIERS = 5n;
const START = 6n;
const ORDER = 7n;
const BALANCE = 8n;
function mix(word) {
let z = BigInt.asUintN(MASK, word);
z = BigInt.asUintN(MASK, (z ^ (z >> 30n)) * FIRST);
z = BigInt.asUintN(MASK, (z ^ (z >> 27n)) * SECOND);
return z ^ (z >> 31n);
}
function stream(...numbers) {
return numbers.reduce((key, number) => mix(key + GAMMA + BigInt(number)), 0n);
}
function uniforms(key, count) {
return Float64Array.from({ length: count }, (_, i) => Number(mix(key + BigInt(i + 1) * GAMMA) >> 11n) * 2 ** -53);
}
function normals(key, count) {
const numbers = uniforms(key, 2 * count);
return Float64Array.from({ length: count }, (_, i) => Math.sqrt(-2 * Math.log(1 - numbers[i])) * Math.cos(2 * Math.PI * numbers[count + i]));
}
function permutation(key, count) {
const numbers = uniforms(key, count);
return Array.from(numbers.keys()).sort((a, b) => numbers[a] - numbers[b]);
}
return { PLACES, NOISE, SPLIT, FLIPS, OUTLIERS, START, ORDER, BALANCE, stream, uniforms, normals, permutation };
})();
const train_dataModule = (function () {
const { BALANCE, FLIPS, NOISE, normals, OUTLIERS, permutation, PLACES, SPLIT, stream, uniforms } = train_randomModule;
const [TEST_SHARE, VALIDATION_SHARE] = [0.25, 0.2];
const [FAR_TIMES, BELOW] = [3, 8];
const RECIPES = {
circles: { count: 1000, noise: 0.1, make: circle },
moons: { count: 1000, noise: 0.1, make: moon },
blobs: { count: 1000, noise: 0.7, make: blob },
xor: { count: 1000, noise: 0.25, make: corner },
spirals: { count: 1000, noise: 0.02, make: spiral },
line: { count: 100, noise: 0.3, isRegression: true },
};
function circle(i, count) {
const outer = Math.floor(count / 2);
const isInner = i >= outer;
const angle = (isInner ? (i - outer) / (count - outer) : i / outer) * 2 * Math.PI;
return polar(isInner ? 0.1 : 1, angle, isInner ? 1 : 0);
}
function moon(i, count) {
const outer = Math.floor(count / 2);
if (i < outer) return polar(1, (i * Math.PI) / (outer - 1), 0);
const angle = ((i - outer) * Math.PI) / (count - outer - 1);
return [1 - Math.cos(angle), 0.5 - Math.sin(angle), 1];
}
function blob(i, _, classes) {
return polar(3, (2 * Math.PI * (i % classes)) / classes, i % classes);
}
function corner(i) {
const [x, y] = [i % 4 < 2 ? 1 : -1, i % 2 === 0 ? 1 : -1];
return [x, y, x * y > 0 ? 1 : 0];
}
function spiral(i, count) {
const radius = (Math.floor(i / 2) + 1) / Math.floor((count + 1) / 2);
return polar(radius, 3.5 * Math.PI * radius + Math.PI * (i % 2), i % 2);
}
function polar(radius, angle, target) {
return [radius * Math.cos(angle), radius * Math.sin(angle), target];
}
function makeData({ data: name, seed, noise, flip, outliers, balance, classes }) {
const { count, noise: usual, make, isRegression } = RECIPES[name];
const noisy = (length) => normals(stream(seed, NOISE), length).map((number) => (noise ?? usual) * number);
const parts = split(count, seed);
if (isRegression) {
const numbers = noisy(count);
const inputs = uniforms(stream(seed, PLACES), count).map((number) => 4 * number - 2);
const targets = inputs.map((x, i) => x + numbers[i]);
const examples = { name, columns: 1, classes: 0, inputs, targets, ...parts };
disturbLine(examples, seed, outliers);
return examples;
}
const kinds = name === "blobs" ? classes : 2;
const share = kinds === 2 ? balance : null;
const made = share === null ? count : 2 * count;
const numbers = noisy(2 * made);
const all = Array.from({ length: made }, (_, i) => {
const [x, y, target] = make(i, made, kinds);
return [x + numbers[2 * i], y + numbers[2 * i + 1], target];
});
const rows = share === null ? all : withShare(all, count, share, seed);
const inputs = Float64Array.from(rows.flatMap(([x, y]) => [x, y]));
const targets = Float64Array.from(rows, ([, , target]) => target);
const examples = { name, columns: 2, classes: kinds, inputs, targets, ...parts };
flipLabels(examples, seed, flip);
throwFar(examples, seed, outliers);
return examples;
}
function withShare(rows, count, share, seed) {
const order = permutation(stream(seed, BALANCE), rows.length);
const most = roundEven(share * count);
const positive = order.filter((i) => rows[i][2] === 1).slice(0, most);
const negative = order.filter((i) => rows[i][2] === 0).slice(0, count - most);
return [...positive, ...negative].sort((a, b) => a - b).map((i) => rows[i]);
}
function split(count, seed) {
const order = permutation(stream(seed, SPLIT), count);
const tested = roundEven(TEST_SHARE * count);
const trained = count - roundEven(VALIDATION_SHARE * (count - tested));
return { train: order.slice(tested, trained), validation: order.slice(trained), test: order.slice(0, tested) };
}
function chosen({ train, validation }, key, count) {
const places = [...train, ...validation].sort((a, b) => a - b);
return permutation(key, places.length).slice(0, count).map((i) => places[i]);
}
function flipLabels(data, seed, share) {
const places = chosen(data, stream(seed, FLIPS), roundEven(share * (data.train.length + data.validation.length)));
const numbers = uniforms(stream(seed, FLIPS, 1), places.length);
places.forEach((place, i) => {
data.targets[place] = (data.targets[place] + 1 + Math.floor(numbers[i] * (data.classes - 1))) % data.classes;
});
}
function throwFar(data, seed, count) {
const { inputs } = data;
const sizes = data.targets.map((_, i) => inputs[2 * i] ** 2 + inputs[2 * i + 1] ** 2);
const far = FAR_TIMES * Math.sqrt(Math.max(...sizes));
const numbers = uniforms(stream(seed, OUTLIERS, 1), count);
chosen(data, stream(seed, OUTLIERS), count).forEach((place, i) => {
const angle = 2 * Math.PI * numbers[i];
inputs[2 * place] = far * Math.cos(angle);
inputs[2 * place + 1] = far * Math.sin(angle);
});
}
function disturbLine({ inputs, targets, ...data }, seed, count) {
const numbers = uniforms(stream(seed, OUTLIERS, 1), count);
chosen(data, stream(seed, OUTLIERS), count).forEach((place, i) => {
inputs[place] = 1 + numbers[i];
targets[place] = inputs[place] - BELOW;
});
}
function roundEven(x) {
const below = Math.floor(x);
if (x - below !== 0.5) return Math.round(x);
return below % 2 ? below + 1 : below;
}
return { RECIPES, makeData };
})();
const train_fitsModule = (function () {
const { accepts } = curveModule;
const TARGET = "target";
const AXES = ["margin", "probability", "error", "prediction", "score"];
function fits(loss, classes) {
const isOfLabels = loss.axis === "margin" || loss.axis === "probability";
const target = loss.axis !== "error" && loss.parameters.find(({ name }) => name === TARGET);
const areTargets = !target || (classes ? [0, 1] : [-1]).every((value) => accepts(target, value));
if (loss.isTyped || !AXES.includes(loss.axis) || !areTargets) return false;
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
const quantitiesModule = (function () {
const { KINDS } = curveModule;
const QUANTITIES = {
loss: { order: 0 },
derivative: { order: 1 },
"second-derivative": { order: 2 },
weight: { order: 1, overX: true },
};
const PANELS = Object.keys(QUANTITIES);
function valueOf(curve, panel, x) {
const { order, overX } = QUANTITIES[panel];
const value = curve.at(order, x);
if (!overX) return value;
if (x !== 0) return value / x;
return value === 0 ? curve.at(order + 1, x) : Infinity;
}
function isLoss(panel) {
return QUANTITIES[panel].order === 0;
}
function breaksAt(panel, knot) {
const { order, overX } = QUANTITIES[panel];
return KINDS.indexOf(knot.kind) <= (overX && knot.x === 0 ? order + 1 : order);
}
function jumpsWith(panel, kind) {
const { order, overX } = QUANTITIES[panel];
return KINDS[order] === kind && !overX;
}
return { PANELS, valueOf, isLoss, breaksAt, jumpsWith };
})();
const limitsModule = (function () {
const { even, growingShares, rootsOf } = knotsModule;
const { remembered } = memoryModule;
const { valueOf } = quantitiesModule;
const { GRID, MANY_TURNS, REACH, CONTRAST, MIDDLE, CORE_SHARE, UNBOUNDED_SHARE, CALM_ROOM, WHOLE_ROOM, USUAL_SHARE } = DRAWING.limits;
const { CORE_HEIGHT, FREE, UNBOUNDED, SLOW, ZOOMS, ZOOM_POINTS, GROWTH, HIGHEST, LEAST, STILL } = DRAWING.limits;
const HALVINGS = 23;
function xLimits(curves) {
let [low, high] = curves[0].loss.axisView;
const [start, end] = curves[0].loss.domain;
const reach = REACH * (high - low);
const marks = curves.flatMap((curve) => rootsOf(curve, Math.max(-reach, start), Math.min(reach, end)).map((root) => root[1]));
const middle = [MIDDLE * low, MIDDLE * high];
const [near, far] = widened(middle, marks);
if (low === -high && !Number.isFinite(end - start) && near === middle[0] && far === middle[1]) {
const heights = curves.map((curve) => extentOf(curve, "loss", low, high)).filter(Boolean).map(({ whole }) => whole[1] - whole[0]);
if (Math.max(0, ...heights) > CONTRAST * usualOf(heights)) [low, high] = middle;
}
const [left, right] = widened([low, high], marks);
return [Math.max(left, start), Math.min(right, end)];
}
function yLimits(curves, panel, left, right) {
const extents = curves.map((curve) => extentOf(curve, panel, left, right)).filter(Boolean);
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
function heightsOf(curve, panel, grid) {
const [left, right] = [grid[0][0], grid.at(-1)[0]];
const uneven = growingShares(GRID).map((share) => valueOf(curve, panel, left + (right - left) * share));
const finite = uneven.filter((value) => Math.abs(value) <= HIGHEST);
const signs = finite.slice(1).map((value, i) => Math.sign(value - finite[i]));
const turns = signs.slice(1).filter((sign, i) => sign !== signs[i]).length;
return turns > MANY_TURNS ? uneven : grid.map(([, value]) => value);
}
const extentOf = remembered(measured);
function measured(curve, panel, left, right) {
const grid = even(left, right, GRID).map((x) => [x, valueOf(curve, panel, x)]);
const values = heightsOf(curve, panel, grid);
const finite = values.filter((value) => Math.abs(value) <= HIGHEST);
if (!finite.length) return null;
const { reach, isPeak } = reachOf(curve, panel, grid);
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
function reachOf(curve, panel, grid) {
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
const all = [];
let next = 0;
for (const x of [...new Set(xs)].sort((a, b) => a - b)) {
while (next < some.length && some[next][0] < x) all.push(some[next++]);
if (next === some.length || some[next][0] > x) all.push([x, valueOf(curve, panel, x)]);
}
while (next < some.length) all.push(some[next++]);
return all;
}
}
function extremesOf(points) {
let [least, most] = [-1, -1];
for (let place = 0; place < points.length; place++) {
const value = points[place][1];
if (!(Math.abs(value) <= HIGHEST)) continue;
if (least < 0 || value < points[least][1]) least = place;
if (most < 0 || value > points[most][1]) most = place;
}
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
const { beside, growingShares, sortUnique } = knotsModule;
const { breaksAt, isLoss, jumpsWith, valueOf } = quantitiesModule;
const TOLERANCE = 1e-4;
const FIRST_POINTS = 65;
const DEEPEST = 14;
const HALVINGS = 23;
const TESTS = [0.5, 0.2137, 0.7611];
function sample(curve, panel, view, knots, roots) {
const left = Math.max(view.left, curve.loss.domain[0]);
const right = Math.min(view.right, curve.loss.domain[1]);
const starts = [left, ...knots.map((knot) => knot.after)];
const ends = [...knots.map((knot) => knot.before), right];
const landmarks = roots.map((root) => root[1]);
const lines = [];
starts.forEach((start, i) => {
const piece = pieceOf(curve, panel, start, ends[i], view, landmarks);
const line = lines.at(-1);
if (i > 0 && line && !breaksAt(panel, knots[i - 1])) line.push(...piece.slice(line.at(-1)?.[0] === start ? 1 : 0));
else lines.push(piece);
});
const marks = knots.filter((knot) => breaksAt(panel, knot) && left < knot.x && knot.x < right).map((knot) => marksAt(curve, panel, knot, view));
return {
pieces: lines.flatMap(definedRuns),
filled: marks.flatMap((mark) => mark.filled),
hollow: marks.flatMap((mark) => mark.hollow),
bridges: marks.flatMap((mark) => mark.bridges),
};
}
function marksAt(curve, panel, knot, view) {
const mark = { filled: [], hollow: [], bridges: [] };
if (knot.kind === "jump" && !(Number.isFinite(knot.left) && Number.isFinite(knot.right))) return mark;
const [low, high] = [limitAt(curve, panel, knot.before, -1), limitAt(curve, panel, knot.after, +1)];
if (knot.kind === "corner" && jumpsWith(panel, "corner")) {
mark.bridges.push([knot.x, clip(low, view), clip(high, view)]);
return mark;
}
const value = isLoss(panel) ? curve.at(0, knot.x) : NaN;
const ends = [...new Set([low, high])].filter(Number.isFinite).sort((a, b) => a - b);
mark.hollow = ends.filter((y) => y !== value).map((y) => [knot.x, y]);
if (Number.isFinite(value)) mark.filled.push([knot.x, value]);
return mark;
}
function pieceOf(curve, panel, start, end, view, landmarks) {
if (end <= start) return [];
const at = (x) => clip(valueOf(curve, panel, x), view);
const xs = firstPoints(curve, start, end, landmarks);
const points = xs.map((x) => [x, at(x)]);
points[0][1] = endValue(curve, panel, start, +1, view);
points.at(-1)[1] = endValue(curve, panel, end, -1, view);
if (isStraight(points, view)) return [points[0], points.at(-1)];
const line = [points[0]];
for (let i = 1; i < points.length; i++) refine(at, view, points[i - 1], points[i], 0, line);
return line;
}
function limitAt(curve, panel, x, side) {
return beside((place) => valueOf(curve, panel, place), x, side);
}
function endValue(curve, panel, x, side, view) {
const [near, here] = [limitAt(curve, panel, x, side), valueOf(curve, panel, x)];
if (curve.loss.domain.includes(x) && !Number.isNaN(here)) return clip(here, view);
const isClose = Math.abs(here - near) <= 1e-12 * (view.top - view.bottom);
return clip(isClose ? here : near, view);
}
function firstPoints(curve, start, end, landmarks) {
const marks = [start, ...landmarks.filter((x) => start < x && x < end), end];
const shares = growingShares(FIRST_POINTS).slice(0, -1);
const points = marks.slice(1).flatMap((mark, i) => [...shares.map((share) => marks[i] + share * (mark - marks[i])), mark]);
const add = (x) => start <= x && x <= end && points.push(x);
for (const centre of new Set([0, ...curve.values.filter(Number.isFinite)])) {
add(centre);
for (let i = 1; i <= HALVINGS; i++) {
add(centre - (end - start) * 2 ** -i);
add(centre + (end - start) * 2 ** -i);
}
}
return sortUnique(points);
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
const { beside, knotsAt, rootsOf } = knotsModule;
const { xLimits, yLimits } = limitsModule;
const { remembered } = memoryModule;
const { breaksAt, isLoss, jumpsWith, valueOf } = quantitiesModule;
const { sample } = samplingModule;
function compose(curves, panels, range, ylim = null) {
const [left, right] = range ?? xLimits(curves);
const [start, end] = curves[0].loss.domain;
const ends = [Math.max(left, start), Math.min(right, end)];
return {
curves,
knots: curves.map((curve) => knotsIn(curve, ...ends)),
left,
right,
panels: panels.map((name, i) => {
const [bottom, top] = (i === 0 && ylim) || yLimits(curves, name, left, right);
const view = { left, right, bottom, top };
return { name, view, traces: curves.map((curve) => traceOf(curve, name, ...ends, left, right, bottom, top)) };
}),
};
}
const knotsIn = remembered((curve, start, end) => knotsAt(curve, rootsOf(curve, start, end)));
const traceOf = remembered((curve, panel, start, end, left, right, bottom, top) =>
sample(curve, panel, { left, right, bottom, top }, knotsIn(curve, start, end), rootsOf(curve, start, end)),
);
function readOff(scene, number, panel, x) {
const knot = scene.knots[number].find((each) => each.x === x);
if (!knot || isLoss(panel) || !breaksAt(panel, knot)) return [valueAt(scene.curves[number], panel, x)];
return jumpsWith(panel, knot.kind) ? [knot.left, knot.right] : [];
}
function valueAt(curve, panel, x) {
const value = valueOf(curve, panel, x);
const end = curve.loss.domain.indexOf(x);
if (!Number.isNaN(value) || end < 0) return value;
const limit = beside((place) => valueOf(curve, panel, place), x, end === 0 ? +1 : -1);
return Number.isFinite(limit) ? NaN : limit;
}
return { compose, readOff };
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
const train_chartsModule = (function () {
const { plain } = lettersModule;
const { remembered } = memoryModule;
const { compose } = sceneModule;
const { drawAxes, drawLayer, inBox, LEFT, line, mapOf, penOf, polyline, RIGHT, SMALL } = train_canvasModule;
const { ticks } = ticksModule;
const { language, say } = wordsModule;
const BINS = 40;
const LEAST = 1e-9;
const TALLEST = 0.6;
const [TOP, BOTTOM, LABEL] = [22, 24, 18];
const [SAMPLE, APART] = [20, 12];
const LENGTHS = [10, 20, 50, 100, 200, 500, 1000];
const columnsOf = ({ left, right }) => Math.min(5, Math.floor((right - left) / 40));
const boxOf = (width, height) => ({ left: LEFT, right: width - RIGHT, top: TOP, bottom: height - BOTTOM });
function historyView(runs, epochs, most) {
const values = runs.flatMap(({ losses }) => [...losses.train, ...losses.validation]).filter((value) => value > LEAST && Number.isFinite(value));
const [low, high] = [Math.min(...values, 1), Math.max(...values, LEAST * 10)];
return { left: 0, right: Math.min(LENGTHS.find((length) => length >= epochs) ?? most, most), bottom: 10 ** Math.floor(Math.log10(low)), top: 10 ** Math.ceil(Math.log10(high) + 1e-9) };
}
function drawHistory(canvas, run, view, { width, height }, colour, theme) {
const pen = penOf(canvas, width, height + LABEL, theme);
const box = boxOf(width, height);
const map = mapOf(box, view, true);
drawLayer(pen, [view.right, view.bottom, view.top, colour], (brush) => {
drawAxes(brush, box, map, ticks(view.left, view.right, columnsOf(box)), decades(view), theme);
key(brush, box, [[say("training"), colour, []], [say("validation"), theme.ink, [4, 3]]], theme);
nameAxis(brush, say("Epochs"), box, { width, height }, theme);
});
inBox(pen, box, () => {
for (const [part, ink, dash] of [["validation", theme.ink, [4, 3]], ["train", colour, []]]) {
pen.strokeStyle = ink;
pen.lineWidth = part === "train" ? 2.5 : 1.5;
pen.setLineDash(dash);
polyline(pen, run.losses[part].map((value, epoch) => [map.x(epoch), map.y(Math.max(value, view.bottom))]));
}
pen.setLineDash([]);
});
}
function decades({ bottom, top }) {
const [low, high] = [Math.round(Math.log10(bottom)), Math.round(Math.log10(top))];
const step = Math.max(1, Math.ceil((high - low) / 4));
return Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, i) => [10 ** (low + i * step), powerOf(low + i * step)]);
}
function powerOf(power) {
if (power >= -2 && power <= 3) return String(Number((10 ** power).toPrecision(3)));
return `1e${power}`.replace("-", "\u2212");
}
function key(pen, box, entries, theme) {
pen.textAlign = "left";
pen.textBaseline = "middle";
const widths = entries.map(([words]) => SAMPLE + pen.measureText(words).width + APART);
let x = Math.max(0, Math.min(box.left, box.right + RIGHT + APART - widths[0] - widths[1]));
entries.forEach(([words, colour, dash], i) => {
pen.strokeStyle = colour;
pen.lineWidth = 2;
pen.setLineDash(dash);
polyline(pen, [[x, 11], [x + SAMPLE - 4, 11]]);
pen.setLineDash([]);
pen.fillStyle = theme.soft;
pen.fillText(words, x + SAMPLE, 11);
x += widths[i];
});
}
function nameAxis(pen, words, box, { width, height }, theme) {
Object.assign(pen, { fillStyle: theme.soft, textBaseline: "middle", textAlign: "center" });
const isLong = pen.measureText(words).width > box.right - box.left;
pen.fillText(words, isLong ? width / 2 : (box.left + box.right) / 2, height + LABEL / 2, width);
}
function drawLoss(canvas, run, { width, height }, colour, theme) {
const pen = penOf(canvas, width, height + LABEL, theme);
const box = boxOf(width, height);
const { curve } = run.objective;
const { left, right, panels } = sceneOf(curve);
const [{ view, traces: [trace] }] = panels;
const map = mapOf(box, view);
drawLayer(pen, [curve], (brush) => {
drawAxes(brush, box, map, ticks(left, right, columnsOf(box)), ticks(view.bottom, view.top, 4), theme);
nameAxis(brush, plain(curve.loss.label[language()] ?? curve.loss.label.en), box, { width, height }, theme);
});
const { shares, below, above } = sharesOf(run, left, right);
const most = Math.max(...shares, 1e-9);
const floor = map.y(Math.max(view.bottom, Math.min(0, view.top)));
inBox(pen, box, () => {
pen.fillStyle = theme.axis;
pen.globalAlpha = 0.45;
shares.forEach((share, i) => {
const [x, toX] = [i, i + 1].map((edge) => map.x(left + (edge / BINS) * (right - left)));
const tall = (share / most) * TALLEST * (floor - box.top);
pen.fillRect(x, floor - tall, Math.max(toX - x - 1, 1), tall);
});
pen.globalAlpha = 1;
pen.strokeStyle = theme.axis;
pen.beginPath();
line(pen, box.left, map.y(0), box.right, map.y(0));
pen.stroke();
pen.strokeStyle = colour;
pen.lineWidth = 2.5;
for (const piece of trace.pieces) polyline(pen, piece.map(([x, y]) => [map.x(x), map.y(y)]));
});
Object.assign(pen, { fillStyle: theme.soft, textBaseline: "middle" });
sayShare(pen, box.left, "left", below, "\u2190 {share}");
sayShare(pen, box.right, "right", above, "{share} \u2192");
}
function sayShare(pen, x, side, share, words) {
pen.textAlign = side;
if (share > 0) pen.fillText(words.replace("{share}", percent(share, 2)), x, SMALL);
}
function percent(share, digits = 3) {
if (Number.isNaN(share)) return "\u2013";
const value = 100 * share;
return `${value > 99.9 && value < 100 ? "99.9" : Number(value.toPrecision(digits))}\u202f%`;
}
const sceneOf = remembered((curve) => compose([curve], ["loss"], null));
function sharesOf({ objective, channels }, left, right) {
const counts = new Float64Array(BINS + 2);
for (const channel of channels) {
const x = objective.isLogOdds ? 1 / (1 + Math.exp(-channel)) : channel;
const bin = x < left ? 0 : x > right ? BINS + 1 : Math.min(BINS, 1 + Math.floor(((x - left) / (right - left)) * BINS));
counts[bin] += 1 / channels.length;
}
return { shares: counts.slice(1, -1), below: counts[0], above: counts[BINS + 1] };
}
return { historyView, drawHistory, drawLoss, percent };
})();
const train_networkModule = (function () {
const { START, stream, uniforms } = train_randomModule;
const ACTIVATIONS = {
relu: { value: (x) => (x < 0 ? 0 : x), slope: (y) => (y > 0 ? 1 : 0) },
tanh: { value: Math.tanh, slope: (y) => 1 - y * y },
sigmoid: { value: (x) => 0.5 * Math.tanh(0.5 * x) + 0.5, slope: (y) => y * (1 - y) },
};
function weightsOf(sizes) {
return sizes.slice(1).reduce((sum, units, i) => sum + (sizes[i] + 1) * units, 0);
}
function startWeights(sizes, seed) {
const weights = new Float64Array(weightsOf(sizes));
const numbers = uniforms(stream(seed, START), weights.length);
let [place, taken] = [0, 0];
for (let layer = 1; layer < sizes.length; layer++) {
const [inputs, units] = [sizes[layer - 1], sizes[layer]];
const limit = Math.sqrt(6 / inputs);
for (let i = 0; i < inputs * units; i++) weights[place++] = limit * (2 * numbers[taken++] - 1);
place += units;
}
return weights;
}
function makeNetwork(sizes, activation, weights) {
const { value, slope } = ACTIVATIONS[activation];
const values = sizes.map((size) => new Float64Array(size));
const slopes = sizes.map((size) => new Float64Array(size));
const last = sizes.length - 1;
function forward(inputs, at) {
for (let i = 0; i < sizes[0]; i++) values[0][i] = inputs[at + i];
let place = 0;
for (let layer = 1; layer <= last; layer++) {
const [from, to, units] = [values[layer - 1], values[layer], sizes[layer]];
to.fill(0);
for (let i = 0; i < from.length; i++) {
const x = from[i];
if (x !== 0) for (let unit = 0; unit < units; unit++) to[unit] += x * weights[place + unit];
place += units;
}
for (let unit = 0; unit < units; unit++) to[unit] += weights[place++];
if (layer < last) for (let unit = 0; unit < units; unit++) to[unit] = value(to[unit]);
}
return values[last];
}
function backward(gradients) {
let end = weights.length;
for (let layer = last; layer > 0; layer--) {
const [from, by, units] = [values[layer - 1], slopes[layer], sizes[layer]];
const start = end - (from.length + 1) * units;
let place = start;
for (let i = 0; i < from.length; i++) {
const x = from[i];
const here = layer > 1 ? slope(x) : 0;
let sum = 0;
if (x !== 0) for (let unit = 0; unit < units; unit++) gradients[place + unit] += x * by[unit];
if (here !== 0) for (let unit = 0; unit < units; unit++) sum += by[unit] * weights[place + unit];
slopes[layer - 1][i] = sum * here;
place += units;
}
for (let unit = 0; unit < units; unit++) gradients[place++] += by[unit];
end = start;
}
}
return { forward, backward, values, slopes: slopes[last] };
}
return { ACTIVATIONS, startWeights, makeNetwork };
})();
const train_objectiveModule = (function () {
const { makeCurve } = curveModule;
const { knotsAt, rootsOf } = knotsModule;
const { isOfData, TARGET } = train_fitsModule;
const FAR = 1e6;
function makeObjective(curve, data, isBounded) {
const { loss } = curve;
const isLogOdds = loss.axis === "probability";
const moved = isLogOdds ? makeCurve({ ...loss, ...globalThis.lossplot.logOdds[loss.name], domain: [-Infinity, Infinity] }, curve.values, curve.given) : curve;
const [value, slope] = functionsOf(moved);
const numbers = numbersOf(curve, data);
const isOfLabels = isLogOdds || loss.axis === "margin";
const shares = new Float64Array(Math.max(data.classes, 2));
function channelOf(outputs, number) {
if (data.classes > 2) return gapOf(outputs, number);
if (isOfLabels) return outputs[0] * number;
return loss.axis === "error" ? outputs[0] - number : outputs[0];
}
function gapOf(outputs, own) {
let best = -1;
for (let i = 0; i < outputs.length; i++) if (i !== own && (best < 0 || outputs[i] > outputs[best])) best = i;
if (!isLogOdds) {
for (let i = 0; i < outputs.length; i++) shares[i] = i === best ? 1 : 0;
return outputs[own] - outputs[best];
}
let total = 0;
for (let i = 0; i < outputs.length; i++) {
shares[i] = i === own ? 0 : Math.exp(outputs[i] - outputs[best]);
total += shares[i];
}
for (let i = 0; i < outputs.length; i++) shares[i] /= total;
return outputs[own] - outputs[best] - Math.log(total);
}
function slopes(outputs, number, out, factor) {
const here = slope(channelOf(outputs, number), number) * factor;
if (data.classes > 2) {
for (let i = 0; i < outputs.length; i++) out[i] = i === number ? here : -here * shares[i];
return;
}
out[0] = isOfLabels ? here * number : here;
if (isBounded) out[0] *= 1 - outputs[0] * outputs[0];
}
return { curve, isBounded, isLogOdds, numbers, channelOf, value, slope, slopes };
}
function functionsOf(curve) {
const { loss } = curve;
const values = [...curve.values];
const place = loss.parameters.findIndex((parameter) => isOfData(curve, parameter));
const [low, high] = loss.domain;
const at = (f) => (x, number) => {
if (x < low || x > high) return NaN;
if (place >= 0) values[place] = number;
return f(x, ...values);
};
const [value, slope] = loss.functions.map(at);
const corners = place < 0 ? cornersOf(curve) : new Map();
return [value, corners.size ? (x, number) => corners.get(x) ?? slope(x, number) : slope];
}
function cornersOf(curve) {
const corners = knotsAt(curve, rootsOf(curve, -FAR, FAR)).filter(({ kind }) => kind === "corner");
return new Map(corners.map(({ x, left, right }) => [x, left * right <= 0 ? 0 : Math.abs(left) <= Math.abs(right) ? left : right]));
}
function numbersOf({ loss }, { targets, classes }) {
const takesTargets = ["prediction", "score"].includes(loss.axis) && loss.parameters.some(({ name }) => name === TARGET);
return classes === 2 && !takesTargets ? targets.map((target) => 2 * target - 1) : targets;
}
return { makeObjective };
})();
const train_optimizersModule = (function () {
const [MOMENTUM, FIRST, SECOND, TINY] = [0.9, 0.9, 0.999, 1e-8];
const LEAST = 1e-300;
const OPTIMIZERS = {
sgd: (weights, gradients, rate) => descent(weights, gradients, rate, 0),
momentum: (weights, gradients, rate) => descent(weights, gradients, rate, MOMENTUM),
adam,
};
function descent(weights, gradients, rate, momentum) {
const velocity = new Float64Array(weights.length);
return () => {
for (let i = 0; i < weights.length; i++) {
velocity[i] = momentum * velocity[i] + gradients[i];
weights[i] -= rate * velocity[i];
}
};
}
function adam(weights, gradients, rate) {
const [mean, square] = [new Float64Array(weights.length), new Float64Array(weights.length)];
let steps = 0;
return () => {
steps += 1;
const scale = 1 / Math.sqrt(1 - SECOND ** steps);
const stride = rate / (1 - FIRST ** steps);
for (let i = 0; i < weights.length; i++) {
mean[i] += (gradients[i] - mean[i]) * (1 - FIRST);
if (Math.abs(mean[i]) < LEAST) mean[i] = 0;
square[i] = SECOND * square[i] + (1 - SECOND) * gradients[i] * gradients[i];
weights[i] -= (stride * mean[i]) / (Math.sqrt(square[i]) * scale + TINY);
}
};
}
return { OPTIMIZERS };
})();
const train_runModule = (function () {
const { makeNetwork, startWeights } = train_networkModule;
const { makeObjective } = train_objectiveModule;
const { OPTIMIZERS } = train_optimizersModule;
const { ORDER, permutation, stream } = train_randomModule;
const DIVERGED = 1e6;
const PARTS = ["train", "validation", "test"];
function startTraining(curves, data, settings) {
const { hidden, seed } = settings;
const sizes = [data.columns, ...hidden, data.classes > 2 ? data.classes : 1];
const runs = curves.map((curve) => startRun(curve, data, sizes, settings));
for (const run of runs) record(run, done(measure(run, data)));
return { data, seed, batch: settings.batch, runs, epoch: 0, work: null };
}
function startRun(curve, data, sizes, { hidden, activation, optimizer, rate, seed }) {
const isBounded = data.name === "circles" && hidden.length > 0 && curve.loss.axis === "margin";
const weights = startWeights(sizes, seed);
const gradients = new Float64Array(weights.length);
return {
objective: makeObjective(curve, data, isBounded),
network: makeNetwork(sizes, activation, weights),
isRelu: activation === "relu",
weights,
gradients,
step: OPTIMIZERS[optimizer](weights, gradients, rate),
kept: weights.slice(),
channels: null,
isDead: false,
diverged: 0,
losses: { train: [], validation: [], test: [] },
accuracies: { train: [], validation: [], test: [] },
};
}
function advance(training, isOver) {
training.work ??= epochOf(training);
while (!isOver()) {
if (!training.work.next().done) continue;
training.work = null;
return true;
}
return false;
}
function* epochOf(training) {
const { data, batch, seed } = training;
const order = permutation(stream(seed, ORDER, training.epoch + 1), data.train.length);
const runs = training.runs.filter(({ diverged }) => !diverged);
for (let first = 0; first < order.length; first += batch) {
const end = Math.min(first + batch, order.length);
for (const run of runs) {
run.gradients.fill(0);
for (let i = first; i < end; i++) {
learn(run, data, data.train[order[i]], end - first);
yield;
}
run.step();
}
}
const results = [];
for (const run of runs) results.push(yield* measure(run, data));
training.epoch += 1;
runs.forEach((run, i) => finish(run, results[i], training.epoch));
}
function learn({ objective, network, gradients }, { inputs, columns }, place, count) {
const outputs = network.forward(inputs, place * columns);
if (objective.isBounded) outputs[0] = Math.tanh(outputs[0]);
objective.slopes(outputs, objective.numbers[place], network.slopes, 1 / count);
network.backward(gradients);
}
function finish(run, result, epoch) {
const isFar = (part) => !(Math.abs(result.losses[part]) <= DIVERGED * Math.max(1, Math.abs(run.losses[part][0])));
if (isFar("train") || isFar("validation") || !run.weights.every(Number.isFinite)) {
run.diverged = epoch;
run.weights.set(run.kept);
return;
}
record(run, result);
run.kept.set(run.weights);
}
function record(run, { losses, accuracies, channels, isDead }) {
for (const part of PARTS) {
run.losses[part].push(losses[part]);
run.accuracies[part].push(accuracies[part]);
}
Object.assign(run, { channels, isDead });
}
function* measure(run, data) {
const { network, objective } = run;
const hidden = run.isRelu ? network.values.slice(1, -1) : [];
const areZero = hidden.map(() => true);
const result = { losses: {}, accuracies: {}, channels: new Float64Array(data.train.length), isDead: false };
for (const part of PARTS) {
let [sum, hits, i] = [0, 0, 0];
for (const place of data[part]) {
const outputs = outputsAt(run, data.inputs, place * data.columns);
const number = objective.numbers[place];
const channel = objective.channelOf(outputs, number);
sum += objective.value(channel, number);
if (data.classes && decide(outputs) === data.targets[place]) hits += 1;
if (part === "train") {
result.channels[i++] = channel;
for (let k = 0; k < hidden.length; k++) areZero[k] &&= hidden[k].every((value) => value === 0);
}
yield;
}
result.losses[part] = sum / data[part].length;
result.accuracies[part] = data.classes ? hits / data[part].length : NaN;
}
result.isDead = areZero.some(Boolean);
return result;
}
function done(work) {
let piece = work.next();
while (!piece.done) piece = work.next();
return piece.value;
}
function outputsAt({ network, objective }, inputs, at) {
const outputs = network.forward(inputs, at);
if (objective.isBounded) outputs[0] = Math.tanh(outputs[0]);
return outputs;
}
function decide(outputs) {
if (outputs.length === 1) return outputs[0] > 0 ? 1 : 0;
let best = 0;
for (let i = 1; i < outputs.length; i++) if (outputs[i] > outputs[best]) best = i;
return best;
}
return { PARTS, startTraining, advance, outputsAt, decide };
})();
const train_resultsModule = (function () {
const { make } = elementsModule;
const { labelOf } = labelsModule;
const { formatNumber } = readingModule;
const { minus } = ticksModule;
const { percent } = train_chartsModule;
const { PARTS } = train_runModule;
const { say } = wordsModule;
const SMALL = 1e-4;
function makeTable(runs, isOfClasses) {
const names = ["Loss", "Training", "Validation", "Test", ...(isOfClasses ? ["Test right"] : []), ""];
const [table, top, body, head] = ["table", "thead", "tbody", "tr"].map((tag) => make(tag));
head.append(...names.map((words) => make(words ? "th" : "td", { textContent: words && say(words) }, words ? { scope: "col" } : {})));
const cells = runs.map(({ objective }) => {
const numbers = names.slice(1).map(() => make("td"));
const row = make("tr");
row.append(make("th", { textContent: labelOf(objective.curve) }, { scope: "row" }), ...numbers);
body.append(row);
return numbers;
});
top.append(head);
table.append(top, body);
return { table, cells };
}
function showNumbers(run, cells, isOfClasses) {
const numbers = PARTS.map((part) => short(run.losses[part].at(-1)));
if (isOfClasses) numbers.push(percent(run.accuracies.test.at(-1)));
[...numbers, endingOf(run)].forEach((words, i) => {
if (cells[i].textContent !== words) cells[i].textContent = words;
});
}
function summaryOf({ epoch, runs, data }) {
const results = runs.map((run) => `${labelOf(run.objective.curve)}: ${resultOf(run, data.classes > 0)}`);
return [say("Epoch {epoch}", { epoch }), ...results].join("; ");
}
function resultOf(run, isOfClasses) {
const words = isOfClasses
? say("{share} of the test right", { share: percent(run.accuracies.test.at(-1)) })
: say("test loss {loss}", { loss: short(run.losses.test.at(-1)) });
return [words, endingOf(run)].filter(Boolean).join(", ");
}
function endingOf(run) {
if (run.diverged) return say("diverged in epoch {epoch}", { epoch: run.diverged });
return run.isDead ? say("dead: a hidden layer is zero everywhere") : "";
}
function short(value) {
if (!Number.isFinite(value)) return "\u2013";
if (value !== 0 && Math.abs(value) < SMALL) return minus(value.toExponential(2));
return formatNumber(Number(value.toPrecision(3)));
}
return { makeTable, showNumbers, summaryOf };
})();
const train_settingsModule = (function () {
const { readSpec } = askedModule;
const { decoded } = barModule;
const { halves, isSameCurve, plainNumber, readNumber, specOf } = curveModule;
const { RECIPES } = train_dataModule;
const { ACTIVATIONS } = train_networkModule;
const { fits } = train_fitsModule;
const { OPTIMIZERS } = train_optimizersModule;
const MOST_LOSSES = 4;
const [MOST_LAYERS, MOST_UNITS] = [4, 64];
const USUAL_LOSSES = { labels: ["hinge", "squared-hinge"], targets: ["squared", "absolute"] };
const within = (low, high) => (word) => {
const value = readNumber(word);
return value >= low && value <= high ? value : null;
};
const whole = (low, high) => (word) => {
const value = within(low, high)(word);
return Number.isInteger(value) ? value : null;
};
const among = (choices) => (word) => (Object.hasOwn(choices, word) ? word : null);
const positive = (most) => (word) => within(0, most)(word) || null;
const SETTINGS = {
data: { read: among(RECIPES), usual: "circles" },
noise: { read: within(0, 100), usual: null },
flip: { read: within(0, 1), usual: 0 },
outliers: { read: whole(0, 50), usual: 0 },
balance: { read: within(0.01, 0.99), usual: null },
classes: { read: whole(2, 8), usual: 2 },
hidden: { read: readLayers, usual: null },
activation: { read: among(ACTIVATIONS), usual: "relu" },
optimizer: { read: among(OPTIMIZERS), usual: "adam" },
rate: { read: positive(1e6), usual: 0.03, option: "lr" },
batch: { read: whole(1, 1000), usual: 5 },
epochs: { read: whole(1, 2000), usual: 150 },
seed: { read: whole(0, 2 ** 32 - 1), usual: 0 },
};
function readLayers(word) {
if (word === "none") return [];
const layers = word.split(",").map(whole(1, MOST_UNITS));
return layers.length <= MOST_LAYERS && !layers.includes(null) ? layers : null;
}
function classesOf({ data, classes }) {
if (RECIPES[data].isRegression) return 0;
return data === "blobs" ? classes : 2;
}
function usualLayers(settings) {
const classes = classesOf(settings);
if (!classes) return [];
return classes > 2 ? [32] : [4, 2];
}
function layersOf(settings) {
return settings.hidden ?? usualLayers(settings);
}
function hasSetting(settings, name) {
if (name === "classes") return settings.data === "blobs";
if (name === "balance") return classesOf(settings) === 2;
return name !== "flip" || classesOf(settings) > 0;
}
function changed(settings) {
const names = Object.keys(SETTINGS).filter((name) => hasSetting(settings, name) && wordOf(name, settings[name]) !== wordOf(name, SETTINGS[name].usual));
return names.map((name) => [SETTINGS[name].option ?? name, wordOf(name, settings[name])]);
}
function wordOf(name, value) {
if (value === null) return "";
if (name === "hidden") return value.join(",") || "none";
return typeof value === "number" ? plainNumber(value) : value;
}
function addressOf({ curves, settings }) {
return [curves.map(specOf).join("+"), ...changed(settings).map((pair) => pair.join("="))].join("&");
}
function readAddress(address, losses) {
const parts = decoded(address).split("&").filter(Boolean);
const [words, ...options] = !parts.length || isSetting(parts[0]) ? ["", ...parts] : parts;
const settings = Object.fromEntries(Object.entries(SETTINGS).map(([name, { usual }]) => [name, usual]));
const wrong = [];
for (const option of options) {
const [word, value] = halves(option, "=");
const name = settingCalled(word);
const read = name ? SETTINGS[name].read(value ?? "") : null;
if (read === null) wrong.push(option);
else settings[name] = read;
}
const asked = words.split(/[+ ]/).filter(Boolean).map((word) => [word, readSpec(word, losses)]);
const hasData = options.some((option) => option.startsWith("data="));
if (!hasData && asked[0]?.[1] && isForLine(asked[0][1].loss)) settings.data = "line";
const curves = [];
for (const [word, curve] of asked) {
const isNew = !curves.some((other) => curve && isSameCurve(other, curve));
if (!curve || !fits(curve.loss, classesOf(settings)) || (isNew && curves.length === MOST_LOSSES)) wrong.push(word);
else if (isNew) curves.push(curve);
}
return { curves: curves.length ? curves : usualCurves(settings, losses), settings, wrong };
}
function isForLine(loss) {
return fits(loss, 0) && (loss.axis === "error" || !fits(loss, 2));
}
function usualCurves(settings, losses) {
const classes = classesOf(settings);
const names = USUAL_LOSSES[classes ? "labels" : "targets"].filter((name) => Object.hasOwn(losses, name));
const found = names.length ? names : Object.keys(losses).filter((name) => fits(losses[name], classes)).slice(0, 1);
return found.map((name) => readSpec(name, losses));
}
function settingCalled(word) {
return Object.keys(SETTINGS).find((name) => (SETTINGS[name].option ?? name) === word);
}
function isSetting(part) {
return settingCalled(halves(part, "=")[0]) !== undefined;
}
function commandOf({ curves, settings }) {
const options = [...changed({ ...settings, epochs: null, seed: null })].filter(([, word]) => word);
const written = options.map(([name, word]) => (word === "none" ? "--model=linear" : `--${name}=${word}`));
const files = new Set(curves.flatMap((curve) => curve.loss.options ?? []));
return ["lossplot train", ...curves.map(specOf), ...written, `--epochs=${settings.epochs}`, `--seed=${settings.seed}`, ...files].join(" ");
}
return { MOST_LOSSES, SETTINGS, classesOf, usualLayers, layersOf, hasSetting, wordOf, addressOf, readAddress, usualCurves, commandOf };
})();
const train_regionsModule = (function () {
const { make } = elementsModule;
const { drawAxes, drawLayer, inBox, LEFT, line, mapOf, penOf, polyline, RIGHT } = train_canvasModule;
const { decide, outputsAt } = train_runModule;
const { ticks } = ticksModule;
const [MOST_POINTS, LEAST_POINTS, PRODUCTS] = [61, 13, 2e6];
const ROOM = 0.08;
const SHADE = 0.34;
const FIT_POINTS = 100;
const BOUND = 0.99;
const [TRAINED, TESTED, LEAST] = [1.6, 2.3, 0.08];
const small = make("canvas");
function viewOf({ inputs, targets, columns }) {
const xs = inputs.filter((_, i) => i % columns === 0);
const ys = columns === 1 ? targets : inputs.filter((_, i) => i % columns === 1);
const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
const [across, upward] = [ROOM * (right - left), ROOM * (top - bottom)];
return { left: left - across, right: right + across, bottom: bottom - upward, top: top + upward };
}
function gridOf(runs) {
const points = Math.floor(Math.sqrt(PRODUCTS / (runs.length * runs[0].weights.length)));
return Math.min(Math.max(points, LEAST_POINTS), MOST_POINTS);
}
function drawPlane(canvas, run, data, frame, theme) {
const { view, size } = frame;
const pen = penOf(canvas, size, size, theme);
const box = { left: LEFT, right: size - RIGHT, top: 4, bottom: size - 22 };
const map = mapOf(box, view);
if (data.columns === 1) drawFit(pen, run, data, { box, map, view }, theme);
else drawRegions(pen, run, data, { ...frame, box, map }, theme);
}
function classColour(number, classes, theme) {
return theme.colours[(classes === 2 ? 1 - number : number) % theme.colours.length];
}
function drawRegions(pen, run, data, { box, map, view, grid }, theme) {
const field = fieldOf(run, view, grid);
small.width = small.height = grid;
const brush = small.getContext("2d");
brush.putImageData(imageOf(field, data.classes, theme), 0, 0);
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
return { viewOf, gridOf, drawPlane, classColour };
})();
const train_stageModule = (function () {
const { find, make } = elementsModule;
const { labelOf } = labelsModule;
const { theme } = pageModule;
const { stylesOf } = stylesModule;
const { drawHistory, drawLoss, historyView } = train_chartsModule;
const { drawPlane, gridOf, viewOf } = train_regionsModule;
const { makeTable, showNumbers } = train_resultsModule;
const { say } = wordsModule;
const [FLAT, LOWEST, MOST] = [0.58, 120, 420];
let training;
let [area, epochs] = [null, 0];
let [columns, cells, styles] = [[], [], []];
function showTraining(next, most) {
if (next.data !== training?.data) area = viewOf(next.data);
[training, epochs] = [next, most];
name();
draw();
}
function draw() {
const colours = themes[theme()];
const { data, runs, epoch } = training;
const frame = { view: area, grid: gridOf(runs) };
const history = historyView(runs, epoch, epochs);
find("epoch").textContent = say("Epoch {epoch} of {epochs}", { epoch, epochs });
runs.forEach((run, i) => {
showNumbers(run, cells[i], data.classes > 0);
const { width, pictures } = columns[i];
if (!width) return;
const size = { width, height: Math.max(Math.round(width * FLAT), LOWEST) };
drawPlane(pictures.plane, run, data, { ...frame, size: Math.min(width, MOST) }, colours);
drawHistory(pictures.history, run, history, size, styles[i].colour, colours);
drawLoss(pictures.loss, run, size, styles[i].colour, colours);
});
}
function forget() {
columns = [];
}
function redraw() {
forget();
name();
draw();
}
function colourOf(i) {
return styles[i].colour;
}
function name() {
const { data, runs } = training;
const curves = runs.map(({ objective }) => objective.curve);
styles = stylesOf(curves, themes[theme()]);
if (columns.length !== runs.length) makeColumns(runs);
const isOfClasses = data.classes > 0;
columns.forEach(({ head, pictures }, i) => {
const words = { name: labelOf(curves[i]) };
head.textContent = words.name;
head.style.setProperty("--swatch", styles[i].colour);
const labels = {
plane: say(isOfClasses ? "{name}: decision regions and examples" : "{name}: the fit and the examples", words),
history: say("{name}: loss after each epoch", words),
loss: say("{name}: the loss and where the examples are on it", words),
};
for (const [picture, label] of Object.entries(labels)) pictures[picture].setAttribute("aria-label", label);
});
const made = makeTable(runs, isOfClasses);
cells = made.cells;
find("results").replaceChildren(made.table);
for (const hint of document.querySelectorAll("[data-of]")) hint.hidden = hint.dataset.of !== kindOf(data);
}
function kindOf({ classes }) {
return classes > 2 ? "classes" : classes ? "labels" : "targets";
}
function makeColumns(runs) {
columns = runs.map(() => {
const column = make("div", { className: "run" });
const head = make("h2", { className: "swatch" });
const pictures = Object.fromEntries(["plane", "history", "loss"].map((picture) => [picture, make("canvas", {}, { role: "img" })]));
column.append(head, ...Object.values(pictures));
return { column, head, pictures, width: 0 };
});
find("runs").replaceChildren(...columns.map(({ column }) => column));
measure();
}
function measure() {
const widths = columns.map(({ column }) => Math.floor(column.clientWidth));
const areSame = widths.every((width, i) => width === columns[i].width);
columns.forEach((column, i) => (column.width = widths[i]));
return !areSame;
}
function onResize() {
if (measure()) draw();
}
return { showTraining, draw, forget, redraw, colourOf, onResize };
})();
const trainModule = (function () {
const { readSpec } = askedModule;
const { addressBar } = barModule;
const { announce, copy } = clipboardModule;
const { controlsOf } = controlsModule;
const { isSameCurve } = curveModule;
const { find, make } = elementsModule;
const { eachFrame } = framesModule;
const { groupedBy } = groupsModule;
const { nameOf } = labelsModule;
const { awaitLetters } = lettersModule;
const { startPage } = pageModule;
const { makeData, RECIPES } = train_dataModule;
const { fits, isOfData } = train_fitsModule;
const { summaryOf } = train_resultsModule;
const { advance, startTraining } = train_runModule;
const { addressOf, classesOf, commandOf, hasSetting, layersOf, MOST_LOSSES, readAddress, SETTINGS, usualCurves, wordOf } = train_settingsModule;
const { colourOf, draw, forget, onResize, redraw, showTraining } = train_stageModule;
const { listed, quoted, say } = wordsModule;
const losses = globalThis.lossplot.losses;
const still = matchMedia("(prefers-reduced-motion: reduce)");
const boxes = Object.keys(SETTINGS).map((name) => [name, find(`set-${name}`)]);
const [BUDGET, PATIENCE] = [8, 8];
const PAUSE = 1000;
let state;
let data;
let training;
let wrong = [];
const problems = new Map();
let isPlaying = false;
let [frames, due, before, drawn] = [0, 0, 0, 0];
const bar = addressBar(
() => addressOf(state),
(words) => {
readState(words);
refresh();
},
);
function readState(words) {
state = readAddress(words, losses);
wrong = state.wrong;
data = null;
}
function restart() {
data ??= makeData(state.settings);
training = startTraining(state.curves, data, { ...state.settings, hidden: layersOf(state.settings) });
due = 0;
find("command").textContent = commandOf(state);
showTraining(training, state.settings.epochs);
}
const { soon: restartSoon } = eachFrame(restart);
function complain(what, words) {
problems.set(what, words);
find("problem").textContent = [...problems.values()].filter(Boolean).join("; ");
}
function isDone() {
return training.epoch >= state.settings.epochs || training.runs.every((run) => run.diverged);
}
function play(now) {
if (!isPlaying) return;
const pace = Number(find("pace").value);
due = Math.min(due + (pace * (now - before)) / 1000, Math.max(pace / 4, 1));
before = now;
const end = performance.now() + Math.min(++frames, BUDGET);
let looks = 0;
const isOver = () => looks++ % PATIENCE === 0 && performance.now() > end;
const epoch = training.epoch;
while (due >= 1 && !isDone() && advance(training, isOver)) due -= 1;
const isEnd = isDone();
if (isEnd) stop();
else requestAnimationFrame(play);
if (isEnd || (training.epoch > epoch && (!still.matches || now - drawn > PAUSE))) {
drawn = now;
draw();
}
if (isEnd) announce(summaryOf(training));
}
function start() {
if (isDone()) restart();
isPlaying = true;
[frames, due, before] = [0, 1, performance.now()];
showPlaying();
requestAnimationFrame(play);
}
function stop() {
isPlaying = false;
showPlaying();
}
function onPlay() {
if (!isPlaying) return start();
stop();
draw();
announce(summaryOf(training));
}
function onStep() {
stop();
if (isDone()) return;
advance(training, () => false);
draw();
announce(summaryOf(training));
}
function onReset() {
stop();
restart();
announce(say("Epoch {epoch}", { epoch: 0 }));
}
function showPlaying() {
find("play").textContent = say(isPlaying ? "Pause" : "Play");
}
function refresh() {
problems.clear();
complain("link", wrong.length ? say("The link asks for what cannot be trained: {words}", { words: listed(wrong) }) : "");
forget();
restart();
showControls();
}
function showControls() {
const isAlone = state.curves.length === 1;
const blocks = state.curves.map((curve, i) =>
controlsOf(curve, {
swatch: colourOf(i),
link: `losses/${curve.loss.name}.html`,
complain: (words) => complain(i, words),
isFixed: (parameter) => isOfData(curve, parameter),
replace(changed) {
state.curves[i] = changed;
restartSoon();
bar.changed();
},
remove: isAlone ? null : () => removeCurve(i),
}),
);
find("curves").replaceChildren(...blocks);
const groups = groupedBy(Object.values(losses).filter((loss) => fits(loss, classesOf(state.settings))), (loss) => loss.axis);
const [hint] = find("add").children;
const lists = [...groups].map(([axis, members]) => {
const group = make("optgroup", { label: say(axis) });
group.append(...members.map((loss) => new Option(nameOf(loss), loss.name)));
return group;
});
find("add").replaceChildren(hint, ...lists);
find("add").value = "";
find("add").disabled = state.curves.length === MOST_LOSSES;
showSettings();
}
function showSettings() {
const { settings } = state;
for (const [name, box] of boxes) {
const word = wordOf(name, name === "hidden" ? layersOf(settings) : name === "noise" ? settings.noise ?? RECIPES[settings.data].noise : settings[name]);
if (box.tagName === "SELECT" && ![...box.options].some(({ value }) => value === word)) box.append(new Option(word, word));
box.value = word;
box.setAttribute("aria-invalid", false);
box.disabled = !hasSetting(settings, name);
}
}
function onSetting(name, box) {
const value = SETTINGS[name].read(box.value.trim());
const words = { name: box.labels[0].firstElementChild.textContent, word: quoted(box.value) };
complain(name, value === null ? say("{name} cannot be {word}", words) : "");
box.setAttribute("aria-invalid", value === null);
if (value === null) return;
state.settings[name] = value;
if (name === "data") Object.assign(state.settings, { hidden: null, noise: null });
const kept = state.curves.filter((curve) => fits(curve.loss, classesOf(state.settings)));
const isOther = kept.length !== state.curves.length;
if (isOther) state.curves = kept.length ? kept : usualCurves(state.settings, losses);
wrong = [];
bar.changed();
data = null;
if (isOther) return refresh();
restart();
showSettings();
}
function removeCurve(i) {
changeCurves(state.curves.filter((_, number) => number !== i));
const buttons = [...find("curves").querySelectorAll(".curve-head button")];
(buttons[i] ?? buttons.at(-1) ?? find("add")).focus();
}
function changeCurves(curves) {
state.curves = curves;
wrong = [];
refresh();
bar.changed();
}
function onAdd({ target }) {
const curve = readSpec(target.value, losses);
if (curve && !state.curves.some((other) => isSameCurve(other, curve))) changeCurves([...state.curves, curve]);
else target.value = "";
}
function onKey(event) {
const key = { " ": onPlay, ArrowRight: onStep, Home: onReset }[event.key];
if (!key || event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
event.preventDefault();
key();
}
function listen() {
find("play").addEventListener("click", onPlay);
find("step").addEventListener("click", onStep);
find("reset").addEventListener("click", onReset);
find("runs").addEventListener("keydown", onKey);
find("add").addEventListener("change", onAdd);
for (const [name, box] of boxes) box.addEventListener("change", () => onSetting(name, box));
find("next-seed").addEventListener("click", () => {
find("set-seed").value = state.settings.seed + 1;
onSetting("seed", find("set-seed"));
});
find("copy-link").addEventListener("click", ({ target }) => copy(target, () => navigator.clipboard.writeText(new URL(`?${addressOf(state)}`, location).href)));
new ResizeObserver(onResize).observe(find("runs"));
}
Object.assign(globalThis.lossplot, { training: () => training });
awaitLetters(redraw);
readState(bar.read());
listen();
startPage(refresh);
return {  };
})();
})();
