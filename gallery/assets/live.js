/* Made by lossplot gallery; seal 1b5a4ba2a0653f0e */
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
const VIEW_OPTIONS = [{"name": "derivative", "kind": "panel", "key": "derivative"}, {"name": "second-derivative", "kind": "panel", "key": "second-derivative"}, {"name": "weight", "kind": "panel", "key": "weight", "axes": ["error"]}, {"name": "both-labels", "kind": "flag", "key": "both-labels", "axes": ["margin", "probability"]}, {"name": "normalize", "kind": "flag", "key": "normalize", "axes": ["margin"]}, {"name": "range", "kind": "range", "key": "range"}, {"name": "ylim", "kind": "range", "key": "ylim"}, {"name": "mark", "kind": "number", "key": "x"}, {"name": "theme", "kind": "choice", "key": "theme", "choices": ["light", "dark"]}, {"name": "lang", "kind": "choice", "key": "lang", "choices": ["en", "zh"]}];
const LABELS = {"margin": [{"y": "y = +1", "axis": "decision", "variable": "f", "axisView": [-3.0, 3.0], "label": {"en": "decision function *f*(*x*)", "zh": "决策函数 *f*(*x*)"}}, {"y": "y = −1", "axis": "decision", "variable": "f", "axisView": [-3.0, 3.0], "label": {"en": "decision function *f*(*x*)", "zh": "决策函数 *f*(*x*)"}}], "probability": [{"y": "y = 1", "axis": "forecast", "variable": "p", "axisView": [0.0, 1.0], "label": {"en": "predicted probability *p* of class 1", "zh": "类别 1 的预测概率 *p*"}}, {"y": "y = 0", "axis": "forecast", "variable": "p", "axisView": [0.0, 1.0], "label": {"en": "predicted probability *p* of class 1", "zh": "类别 1 的预测概率 *p*"}}]};
const FORMULA_SIGNS = "()[]{}*/^<>|\\$?√∑²³½−·×";
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
const FARTHEST = DRAWING.readers.WIDEST;
const { NARROWEST, FINEST } = DRAWING.readers;
function isRange(numbers) {
const size = Math.max(...numbers.map(Math.abs));
return numbers.length === 2 && size <= FARTHEST && numbers[1] - numbers[0] >= Math.max(NARROWEST, FINEST * size);
}
function viewProblem(words, loss) {
const [low, high] = words.map(readNumber);
const [start, end] = loss.domain;
const problem = endsProblem(words, "x");
if (problem) return problem;
return high > start && low < end ? "" : say("the view must overlap {domain}", { domain: `[${formatNumber(start)}, ${formatNumber(end)}]` });
}
function heightsProblem(words) {
return endsProblem(words, "y");
}
function endsProblem(words, variable) {
const ends = words.map(readNumber);
const bad = words.find((word) => Number.isNaN(readNumber(word)));
if (bad !== undefined) return say("{word} is not a number", { word: quoted(bad) });
if (ends.some((end) => Math.abs(end) > FARTHEST)) return say("the view must end within ±1e100");
if (ends[0] >= ends[1]) return say("the view must go from a smaller to a larger {variable}", { variable });
return isRange(ends) ? "" : say("the view is too narrow");
}
return { FARTHEST, isRange, viewProblem, heightsProblem };
})();
const optionsModule = (function () {
const { halves, plainNumber, readNumber } = curveModule;
const { isRange } = viewModule;
const OPTIONS = VIEW_OPTIONS.filter(({ kind }) => kind !== "choice");
const FLAG = { read: (text) => (text === undefined ? true : null), write: () => undefined };
const KINDS = {
panel: FLAG,
flag: FLAG,
range: { read: (text) => accepted(numbersIn(text), isRange), write: (value) => value.map(plainNumber).join(":") },
number: { read: (text) => accepted(numbersIn(text), (numbers) => numbers.length === 1 && Number.isFinite(numbers[0]))?.[0] ?? null, write: plainNumber },
};
function noOptions() {
return { panels: new Set(), bothLabels: false, normalize: false, range: null, ylim: null, x: null };
}
function isOption(part) {
return find(part) !== undefined;
}
function setOption(state, part) {
const option = find(part);
const value = option ? KINDS[option.kind].read(halves(part, "=")[1]) : null;
if (value === null) return false;
if (option.kind === "panel") state.panels.add(option.name);
else state[propertyOf(option.key)] = value;
return true;
}
function optionsOf(state, word) {
return OPTIONS.filter((option) => isSet(state, option)).map((option) => {
const text = KINDS[option.kind].write(state[propertyOf(option.key)]);
return text === undefined ? option[word] : `${option[word]}=${text}`;
});
}
function isMeant(name, axis) {
const { axes } = OPTIONS.find((option) => option.name === name);
return !axes || axes.includes(axis);
}
function dropUnmeant(state, axis) {
const dropped = OPTIONS.filter((option) => isSet(state, option) && !isMeant(option.name, axis));
for (const option of dropped) {
if (option.kind === "panel") state.panels.delete(option.name);
else state[propertyOf(option.key)] = false;
}
return dropped.map(({ key }) => key);
}
function isSet(state, option) {
return option.kind === "panel" ? state.panels.has(option.name) : ![null, false].includes(state[propertyOf(option.key)]);
}
function find(part) {
const [key] = halves(part, "=");
return OPTIONS.find((option) => option.key === key);
}
function propertyOf(key) {
return key.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
}
function numbersIn(text) {
return text?.split(":").map(readNumber) ?? [];
}
function accepted(numbers, isGood) {
return isGood(numbers) ? numbers : null;
}
return { noOptions, isOption, setOption, optionsOf, isMeant, dropUnmeant, propertyOf };
})();
const addressModule = (function () {
const { readFamily } = askedModule;
const { decoded } = barModule;
const { isSameCurve, specOf } = curveModule;
const { isFormula } = typedModule;
const { dropUnmeant, isOption, noOptions, optionsOf, setOption } = optionsModule;
const MOST_CURVES = 24;
const BETWEEN = "\ue000";
function addressOf(state) {
return [state.curves.map(wordOf).join("+"), ...optionsOf(state, "key")].join("&");
}
function wordOf(curve) {
const spec = specOf(curve);
if (!curve.loss.isTyped) return spec;
const { body } = curve.loss;
const text = isFormula(spec) ? spec : spec.replace(body, () => `(${body})`);
return encodeURIComponent(text).replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%3D", "=");
}
function lossWords(part) {
const words = [""];
let depth = 0;
for (const sign of decoded(part.replaceAll("+", BETWEEN))) {
if ("([{".includes(sign)) depth++;
if (")]}".includes(sign)) depth--;
if (sign !== BETWEEN) words.push(words.pop() + sign);
else if (depth > 0) words.push(`${words.pop()}+`);
else words.push("");
}
const lists = words.map((word) => (isFormula(word) ? [withoutBrackets(word)] : word.split(/[+ ]/)));
return lists.flat().filter((word) => word.trim());
}
function withoutBrackets(word) {
const bare = word.replace(/(^|= )\(([^()]*)\)(?=$|:)/, "$1$2");
return isFormula(bare) ? word : bare;
}
function readAddress(address, losses) {
const parts = address.split("&").filter(Boolean);
const [words, ...rest] = !parts.length || isOption(decoded(parts[0])) ? ["", ...parts] : parts;
const options = rest.map(decoded);
const state = { curves: [], ...noOptions() };
const wrong = [];
for (const word of lossWords(words)) {
const curves = readFamily(word, losses);
const news = curves.filter((curve) => !state.curves.some((other) => isSameCurve(other, curve)));
const fits = curves.length && (!state.curves.length || curves[0].loss.axis === state.curves[0].loss.axis);
if (!fits || state.curves.length + news.length > MOST_CURVES) wrong.push(word);
else state.curves.push(...news);
}
wrong.push(...options.filter((option) => !setOption(state, option)));
if (state.curves.length) wrong.push(...dropUnmeant(state, state.curves[0].loss.axis));
return { state, wrong };
}
function commandOf(state, theme, language) {
const options = optionsOf(state, "name").map((option) => `--${option}`);
if (theme !== "light") options.push(`--theme=${theme}`);
if (language !== "en") options.push(`--lang=${language}`);
options.push(...new Set(state.curves.flatMap((curve) => curve.loss.options ?? [])));
return ["lossplot", ...state.curves.map(argumentOf), ...options].join(" ");
}
function argumentOf(curve) {
const spec = specOf(curve);
return curve.loss.isTyped ? `'${spec.replaceAll("'", "'\"'\"'")}'` : spec;
}
return { MOST_CURVES, addressOf, readAddress, commandOf };
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
const curve_listModule = (function () {
const { controlsOf } = controlsModule;
const { find, make } = elementsModule;
const { groupedBy } = groupsModule;
const { nameOf } = labelsModule;
const { say } = wordsModule;
function showCurves(curves, colours, { folder, usual, complain, replace, remove }) {
const blocks = curves.map((curve, i) =>
controlsOf(curve, {
swatch: colours[i],
link: curve.loss.name === usual || curve.loss.isTyped ? null : `${folder}${curve.loss.name}.html`,
complain: (words) => complain(i, words),
replace: (changed) => replace(i, changed),
remove: curves.length === 1 ? null : () => remove(i),
}),
);
find("curves").replaceChildren(...blocks);
}
function focusAfter(i) {
const buttons = [...find("curves").querySelectorAll(".curve-head button")];
(buttons[i] ?? buttons.at(-1) ?? find("add")).focus();
}
function showChoices(losses, axis, hasRoom) {
const choices = [...groupedBy(Object.values(losses), (loss) => loss.axis)].filter(([each]) => axis === null || each === axis);
const [hint] = find("add").children;
const lists = choices.map(([each, members]) => {
const group = make("optgroup", { label: say(each) });
group.append(...members.map((loss) => new Option(nameOf(loss), loss.name)));
return group;
});
find("add").replaceChildren(hint, ...lists);
find("add").value = "";
find("add").disabled = !hasRoom;
}
return { showCurves, focusAfter, showChoices };
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
const { HIDDEN, SHORTEST, POINTS, DASH, LEAST_DASH } = DRAWING.overlaps;
function overlaps(traces, view) {
if (traces.length < 2) return [];
const xs = even(view.left, view.right, POINTS);
const companies = companiesAt(traces, view, xs);
const found = traces.flatMap((trace, curve) =>
runsOf(companies, curve, xs).map(([start, end, company]) => {
const before = company.indexOf(curve);
const unit = Math.max(LEAST_DASH, (2 * DASH) / company.length);
const gap = (company.length - 1 - before) * unit;
return { curve, points: partOf(trace, xs[start], xs[end]), dash: gap ? [(before + 1) * unit, gap] : [], before };
}),
);
return found.sort((a, b) => b.before - a.before);
}
function companiesAt(traces, view, xs) {
const height = view.top - view.bottom;
const places = traces.map((trace) => heightsOf(trace, xs).map((y) => (y - view.bottom) / height));
const steepness = (curve, at) => {
const [before, after] = [Math.max(at - 1, 0), Math.min(at + 1, xs.length - 1)];
const slope = ((places[curve][after] - places[curve][before]) * (xs.length - 1)) / (after - before);
return Number.isFinite(slope) ? Math.hypot(1, slope) : 1;
};
return xs.map((_, at) => {
const order = [];
for (let curve = 0; curve < traces.length; curve++) if (places[curve][at] >= 0 && places[curve][at] <= 1) order.push(curve);
order.sort((a, b) => places[a][at] - places[b][at]);
const companies = new Array(traces.length).fill(0);
for (let first = 0, next = 1; first < order.length; first = next++) {
let company = 2 ** order[first];
for (; next < order.length && isHidden(order[next - 1], order[next], at); next++) company += 2 ** order[next];
for (let i = first; i < next; i++) companies[order[i]] = company;
}
return companies;
});
function isHidden(below, curve, at) {
return places[curve][at] - places[below][at] <= HIDDEN * steepness(curve, at);
}
}
function heightsOf({ pieces }, xs) {
const heights = new Array(xs.length).fill(NaN);
for (const piece of pieces) {
let next = 1;
for (let at = 0; at < xs.length; at++) {
if (!piece.length || xs[at] < piece[0][0]) continue;
while (next < piece.length - 1 && piece[next][0] <= xs[at]) next++;
if (xs[at] > piece.at(-1)[0]) break;
heights[at] = along(piece, next - 1, next, xs[at]);
}
}
return heights;
}
function between(piece, x) {
let [low, high] = [0, piece.length - 1];
while (high - low > 1) {
const middle = (low + high) >> 1;
if (piece[middle][0] <= x) low = middle;
else high = middle;
}
return along(piece, low, high, x);
}
function along(piece, low, high, x) {
const [[x0, y0], [x1, y1]] = [piece[low], piece[high]];
return x1 > x0 ? y0 + ((y1 - y0) * (x - x0)) / (x1 - x0) : y0;
}
function runsOf(companies, curve, xs) {
const runs = [];
for (let start = 0, end = 0; start < xs.length; start = end) {
const company = companies[start][curve];
for (end = start; end < xs.length && companies[end][curve] === company; ) end++;
const members = companies[start].flatMap((each, other) => (company && each === company ? [other] : []));
if (members.length > 1 && xs[end - 1] - xs[start] >= SHORTEST * (xs.at(-1) - xs[0])) runs.push([start, end - 1, members]);
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
const { spansOf } = lettersModule;
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
function yAt(box, row) {
return box.view.top - ((row - box.top) / box.height) * (box.view.top - box.view.bottom);
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
label && `<text x="${left}" y="${digits(top - 0.45 * TEXT)}" fill="${theme.ink}">${spansOf(label)}</text>`,
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
return { LINE, place, xAt, yAt, frameOf, curvesOf, crosshair, dashed, digits };
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
const headers = scene.panels.map(() => TEXT * (isMany || words.panels[0] || (words.names.length && !words.title) ? HEADER : NO_HEADER));
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
const start = boxes[0].left + (panels[0] ? markedWidth(panels[0], TEXT) + 1.5 * TEXT : 0);
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
const zoomModule = (function () {
const { FARTHEST } = viewModule;
const CLOSER = 0.8;
const STRIDE = 0.1;
function movedSpan([low, high], { at, pixels }, { from, to = from, factor = 1 }) {
const start = at(from) - factor * (at(to) - low);
return roundedSpan([start, start + factor * (high - low)], pixels);
}
function shiftedSpan([low, high], share, pixels) {
return roundedSpan([low, high].map((end) => end + share * (high - low)), pixels);
}
function widenedSpan(span, centre, factor, pixels) {
return roundedSpan(span.map((end) => centre + factor * (end - centre)), pixels);
}
function roundedSpan([low, high], pixels) {
return [low, high].map((end) => roundedTo(Math.min(Math.max(end, -FARTHEST), FARTHEST), (high - low) / pixels));
}
function roundedTo(value, pixel) {
const step = 10 ** Math.floor(Math.log10(pixel));
return Number((Math.round(value / step) * step).toPrecision(12)) + 0;
}
return { CLOSER, STRIDE, movedSpan, shiftedSpan, widenedSpan, roundedSpan, roundedTo };
})();
const gesturesModule = (function () {
const { CLOSER, STRIDE } = zoomModule;
const SLACK = 4;
const [NOTCH, ROW] = [100, 16];
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
function listenTo(figure, { read, keyRead, grasp, shift, zoom, reset }) {
const fingers = new Map();
let drag = null;
let pinch = null;
const placeOf = ({ clientX, clientY }) => {
const svg = figure.firstElementChild;
const { left, top, width } = svg.getBoundingClientRect();
const scale = svg.viewBox.baseVal.width / width;
return { x: (clientX - left) * scale, y: (clientY - top) * scale };
};
function onDown(event) {
if (event.pointerType === "touch") fingers.set(event.pointerId, placeOf(event));
if (fingers.size === 2) return void (pinch = beginPinch());
if (fingers.size > 2) return;
read(placeOf(event).x, true);
if (event.pointerType !== "touch" && event.button === 0) drag = { start: placeOf(event), move: null };
}
function beginPinch() {
const { middle, apart } = spread(fingers);
return { move: grasp(middle), apart };
}
function onMove(event) {
if (fingers.has(event.pointerId)) fingers.set(event.pointerId, placeOf(event));
if (pinch) {
const { middle, apart } = spread(fingers);
pinch.move(middle, pinch.apart / Math.max(apart, 1));
} else if (drag) moveDrag(event);
else if (event.pointerType !== "touch" || event.buttons) read(placeOf(event).x, event.buttons > 0);
}
function moveDrag(event) {
const place = placeOf(event);
const [across, upward] = [Math.abs(place.x - drag.start.x), Math.abs(place.y - drag.start.y)];
if (!drag.move && Math.max(across, upward) > SLACK) {
figure.setPointerCapture(event.pointerId);
drag.move = grasp(drag.start);
}
drag.rises ||= upward > 2 * SLACK;
drag.move?.(drag.rises ? place : { x: place.x, y: null }, 1);
}
function onEnd(event) {
fingers.delete(event.pointerId);
if (fingers.size < 2) pinch = null;
drag = null;
}
function onWheel(event) {
const isAsked = event.ctrlKey || event.metaKey || document.activeElement === figure;
if (!isAsked || !event.deltaY) return;
event.preventDefault();
const steps = (event.deltaMode ? ROW : 1) * event.deltaY / NOTCH;
const place = placeOf(event);
grasp(place)(place, CLOSER ** -Math.min(Math.max(steps, -3), 3));
}
function onKey(event) {
if (event.ctrlKey || event.metaKey || event.altKey) return;
const action = keyAction(event);
if (!action) return keyRead(event);
event.preventDefault();
action();
}
function keyAction({ key, shiftKey }) {
if (shiftKey && WAYS[key]) return () => shift(...WAYS[key].map((way) => STRIDE * way));
const actions = { "+": () => zoom(CLOSER), "=": () => zoom(CLOSER), "-": () => zoom(1 / CLOSER), 0: reset, Escape: () => figure.blur() };
return Object.hasOwn(actions, key) ? actions[key] : null;
}
figure.addEventListener("pointerdown", onDown);
figure.addEventListener("pointermove", onMove);
for (const name of ["pointerup", "pointercancel", "lostpointercapture"]) figure.addEventListener(name, onEnd);
figure.addEventListener("wheel", onWheel, { passive: false });
figure.addEventListener("keydown", onKey);
for (const name of ["touchstart", "touchmove"]) figure.addEventListener(name, (event) => event.touches.length > 1 && event.preventDefault(), { passive: false });
}
function spread(fingers) {
const [one, other] = [...fingers.values()];
return { middle: { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 }, apart: Math.hypot(one.x - other.x, one.y - other.y) };
}
return { listenTo };
})();
const graspModule = (function () {
const { plainNumber } = curveModule;
const { xAt, yAt } = panelModule;
const { heightsProblem, viewProblem } = viewModule;
const { movedSpan, shiftedSpan, widenedSpan } = zoomModule;
function viewChanges(shown, look) {
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
function zoom(factor) {
const { state, scene, drawing } = shown();
const [box] = drawing.boxes;
const [left, right] = [scene.left, scene.right];
const [bottom, top] = heightsOf(scene);
const x = state.x !== null && state.x >= left && state.x <= right ? state.x : (left + right) / 2;
const y = bottom <= 0 && top >= 0 ? 0 : (bottom + top) / 2;
lookAt(widenedSpan([left, right], x, factor, box.width), widenedSpan([bottom, top], y, factor, box.height));
}
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
return { viewChanges };
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
const readerModule = (function () {
const { place, xAt } = panelModule;
const { roundedTo } = zoomModule;
const SNAP = 6;
const STEP = 0.01;
function xNear(column, scene, drawing) {
const [box] = drawing.boxes;
const near = knotsOf(scene).map((x) => [Math.abs(place(box, [x, 0])[0] - column), x]).sort((a, b) => a[0] - b[0])[0];
if (near && near[0] <= SNAP) return near[1];
return inView(rounded(xAt(box, column), scene, box), scene);
}
function xOfKey(key, here, scene, drawing) {
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
return { xNear, xOfKey };
})();
const scaledModule = (function () {
const { makeCurve } = curveModule;
const { labelOf } = labelsModule;
const { remembered } = memoryModule;
const { formatNumber } = readingModule;
const { say } = wordsModule;
const MIRRORS = { margin: (x) => -x, probability: (x) => 1 - x };
const known = new WeakMap();
function scaledCurves(curves, { normalize, bothLabels }) {
return curves.flatMap((curve) => scaled(curve, normalize, bothLabels));
}
const scaled = remembered((curve, normalize, bothLabels) => {
const unit = normalize ? curve.at(0, 0) : 1;
const drawn = bothLabels ? labelled(curve.loss).map((loss) => makeCurve(loss, curve.values, curve.given)) : [curve];
return normalize ? drawn.map((each) => ({ ...each, at: (order, x) => each.at(order, x) / unit })) : drawn;
});
function scaleProblem(curves) {
const bad = curves.find((curve) => !(Number.isFinite(curve.at(0, 0)) && curve.at(0, 0) > 0));
return bad ? say("{name} is {value} at m = 0 and cannot be scaled to 1 there", { name: labelOf(bad), value: formatNumber(bad.at(0, 0)) }) : "";
}
function labelled(loss) {
if (!known.has(loss)) known.set(loss, LABELS[loss.axis].map((axis, i) => ({ ...loss, ...axis, ...(i ? mirrored(loss) : {}) })));
return known.get(loss);
}
function mirrored(loss) {
if (loss.mirrored) return { functions: loss.mirrored, switches: loss.mirroredSwitches };
const mirror = MIRRORS[loss.axis];
if (loss.bound) return { bound: (values) => mirroredParts(loss.bound(values), mirror) };
return mirroredParts(loss, mirror);
}
function mirroredParts(loss, mirror) {
return {
functions: loss.functions.map((f, order) => (x, ...values) => (order === 1 ? -1 : 1) * f(mirror(x), ...values)),
switches: loss.switches.map((f) => (x, ...values) => f(mirror(x), ...values)),
};
}
return { scaledCurves, scaleProblem };
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
const filesModule = (function () {
const { specOf, plainNumber } = curveModule;
const { make } = elementsModule;
const { paint } = paintModule;
const { valueOf } = quantitiesModule;
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
const reach = view.top - view.bottom;
const isClipped = (y) => y <= view.bottom - reach || y >= view.top + reach;
traces.forEach(({ pieces }, i) => {
const curve = scene.curves[i];
pieces.forEach((piece, number) => {
for (const [x, y] of piece) rows.push([titleOf(curve), name, number + 1, plainNumber(x), plainNumber(isClipped(y) ? valueOf(curve, name, x) : y)].join());
});
});
}
return `${rows.join("\n")}\n`;
}
function titleOf(curve) {
const title = curve.loss.y ? `${specOf(curve)}, ${curve.loss.y.replace("\u2212", "-")}` : specOf(curve);
return /[",]/.test(title) ? `"${title.replaceAll('"', '""')}"` : title;
}
function save(blob, name) {
const link = make("a", { href: URL.createObjectURL(blob), download: name });
link.click();
setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
return { pngOf, csvOf, save };
})();
const takeawayModule = (function () {
const { attempt, copy } = clipboardModule;
const { specOf } = curveModule;
const { find } = elementsModule;
const { csvOf, pngOf, save } = filesModule;
const { withLetters } = lettersModule;
const LONGEST = 120;
function serveTakeaway(figure, shown, address) {
const png = () => pngOf(figure.firstElementChild, shown().drawing);
const files = {
png,
svg: () => new Blob([withLetters(new XMLSerializer().serializeToString(figure.firstElementChild))], { type: "image/svg+xml" }),
csv: () => new Blob([csvOf(shown().scene)], { type: "text/csv" }),
};
find("copy-png").addEventListener("click", ({ target }) => copy(target, () => navigator.clipboard.write([new ClipboardItem({ "image/png": png() })])));
find("copy-link").addEventListener("click", ({ target }) => copy(target, () => navigator.clipboard.writeText(address())));
for (const [suffix, content] of Object.entries(files)) {
find(`save-${suffix}`).addEventListener("click", ({ target }) => attempt(target, async () => save(await content(), fileName(shown().state.curves, suffix))));
}
}
function fileName(curves, suffix) {
return `${curves.map((curve) => specOf(curve).replaceAll(curve.loss.isTyped ? /[^\w.]+/g : /[:=]/g, "-")).join("_").slice(0, LONGEST)}.${suffix}`;
}
return { serveTakeaway };
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
const gradientModule = (function () {
const { even, knotsAt, rootsOf, sortUnique } = knotsModule;
const TOLERANCE = 1e-9;
const NOTHING = 1e-13;
const PLAIN = 1e-3;
const [IN_VIEW, NEAREST, FARTHEST, PER_DECADE] = [601, -9, 3, 8];
const TRUSTED = 5;
const VANISHED = 1e-280;
const BESIDE = 1e-9;
const [SAME, FEWEST] = [1e-7, 8];
function compareGradient(curve, given, landmarks, wordsOf) {
const [low, high] = curve.loss.axisView;
const reach = TRUSTED * Math.max(Math.abs(low), Math.abs(high));
const ends = [Math.max(-reach, curve.loss.domain[0]), Math.min(reach, curve.loss.domain[1])];
const roots = rootsOf(curve, ...ends);
const knots = knotsAt(curve, roots);
const cuts = sortUnique([...roots.map(([, x]) => x), ...landmarks(...ends)]);
const xs = pointsOf([low, high], ends, cuts).filter((x) => !knots.some((knot) => Math.abs(x - knot.x) <= BESIDE * Math.abs(knot.x)));
const all = xs.map((x) => ({ x, exact: curve.at(1, x), own: given(x), bend: curve.at(2, x) }));
const seen = all.filter(({ x }) => x >= low && x <= high);
const sizes = seen.map(({ exact }) => Math.abs(exact)).filter(Number.isFinite).sort((a, b) => a - b);
const [largest, usual] = [sizes.at(-1) ?? 0, sizes[Math.floor(sizes.length / 2)] ?? 0];
const differs = ({ x, exact, own, bend }) => {
const moved = Math.abs(x * bend);
const allowed = TOLERANCE * (Math.abs(exact) + (Number.isFinite(moved) ? moved : 0)) + NOTHING * largest;
return Number.isFinite(exact) && own !== exact && !(Math.abs(own - exact) <= allowed);
};
const grid = new Set(even(low, high, IN_VIEW));
const isPlain = ({ exact, own }) => !(Math.abs(own - exact) <= PLAIN * (Math.abs(own) + Math.abs(exact) + usual));
const off = new Set(all.filter(differs));
const first = seen.find((each) => off.has(each) && grid.has(each.x) && isPlain(each)) ?? seen.find((each) => off.has(each)) ?? [...off][0];
const kink = knots.map((knot) => wrongAt(knot, given)).find(Boolean);
if (!first && !kink) return { equal: true, tolerance: TOLERANCE };
if (!first || (kink && kink.x < first.x && kink.x >= low)) return { equal: false, tolerance: TOLERANCE, ...kink };
const { x, own, exact } = first;
return { equal: false, tolerance: TOLERANCE, x, given: own, exact, hint: hintAt(curve, seen, wordsOf), stretches: stretchesOf(comparable(all, cuts), off, curve.loss.domain, cuts) };
}
function comparable(all, cuts) {
const pieceOf = (x) => cuts.filter((cut) => cut < x).length;
const others = new Set(all.filter(({ exact, own }) => exact !== 0 || own !== 0).map(({ x }) => pieceOf(x)));
return all.filter(({ x, exact, own }) => Number.isFinite(exact) && (!(Math.abs(own) + Math.abs(exact) < VANISHED) || !others.has(pieceOf(x))));
}
function pointsOf([low, high], [start, end], cuts) {
const count = (FARTHEST - NEAREST) * PER_DECADE;
const steps = even(NEAREST, FARTHEST, count).map((power) => 10 ** power);
const centres = [0, ...cuts, start, end];
const around = centres.flatMap((centre) => steps.flatMap((step) => [centre - step, centre + step]));
const between = cuts.slice(1).map((cut, i) => (cut + cuts[i]) / 2);
return sortUnique([...even(low, high, IN_VIEW), ...around, ...between]).filter((x) => x > start && x < end);
}
function wrongAt({ x, kind, before, after, left, right }, given) {
const [low, high] = [Math.min(left, right), Math.max(left, right)];
const value = given(x);
const slack = TOLERANCE * Math.max(Math.abs(low), Math.abs(high));
const isIn = value >= low - slack && value <= high + slack;
return kind === "corner" && before === after && Number.isFinite(high - low) && !isIn ? { x, given: value, exact: low, interval: [low, high] } : null;
}
function stretchesOf(all, off, [start, end], cuts) {
const found = [];
const nearest = (x) => cuts.find((cut) => Math.abs(cut - x) <= 1e-5 * Math.max(Math.abs(cut), 1)) ?? x;
all.forEach((each, i) => {
if (!off.has(each)) return;
if (off.has(all[i - 1])) found.at(-1)[1] = each.x;
else found.push([i === 0 ? start : nearest(each.x), each.x]);
if (i === all.length - 1) found.at(-1)[1] = end;
else if (!off.has(all[i + 1])) found.at(-1)[1] = nearest(each.x);
});
return found.reduce((joined, [low, high]) => {
if (joined.at(-1)?.[1] === low) joined.at(-1)[1] = high;
else joined.push([low, high]);
return joined;
}, []);
}
function hintAt(curve, seen, wordsOf) {
const usable = seen.filter(({ own, exact }) => Number.isFinite(own) && Number.isFinite(exact));
const agrees = (value) => usable.length >= FEWEST && usable.filter((each) => isNear(each.own, value(each))).length > 0.98 * usable.length;
const turned = usable.filter(({ exact }) => exact !== 0);
const factor = median(turned.map(({ own, exact }) => own / exact));
if (turned.length >= FEWEST && factor && agrees(({ exact }) => factor * exact)) {
return Math.abs(factor + 1) < SAME ? { kind: "sign", words: "-1" } : { kind: "factor", words: wordsOf(factor).words };
}
const constant = median(usable.map(({ own, exact }) => own - exact));
if (constant && wordsOf(constant).isShort && agrees(({ exact }) => exact + constant)) return { kind: "constant", words: wordsOf(constant).words };
if (agrees(({ exact }) => Math.abs(exact))) return { kind: "size" };
if (agrees(({ x }) => curve.at(0, x))) return { kind: "loss" };
return agrees(({ x }) => curve.at(1, -x)) ? { kind: "mirror" } : null;
}
function isNear(one, other) {
return Math.abs(one - other) <= SAME * (Math.abs(one) + Math.abs(other)) + 1e-12;
}
function median(values) {
return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
return { compareGradient };
})();
const typed_formModule = (function () {
const { readFamily } = askedModule;
const { specOf } = curveModule;
const { find } = elementsModule;
const { compareGradient } = gradientModule;
const { rootsOf } = knotsModule;
const { nameOf } = labelsModule;
const { isFormula, loadFormulas, readCurves } = typedModule;
const { language, say } = wordsModule;
function listenToTyped({ losses, add, curves }) {
find("typed").addEventListener("submit", async (event) => {
event.preventDefault();
const text = find("formula").value.trim();
tell("formula", await drawn(text, losses, add));
});
find("gradients").addEventListener("submit", async (event) => {
event.preventDefault();
const text = find("gradient").value.trim();
tell("gradient", await checked(text, curves()));
});
}
async function drawn(text, losses, add) {
if (!text) return problem(say("write a formula, such as {example}", { example: "max(0, 1 - m)" }));
const named = isFormula(text) ? [] : readFamily(text, losses);
try {
if (!named.length) await loadFormulas();
const curves = named.length ? named : readCurves(text, losses);
const words = add(curves);
return words ? problem(words) : { words: [...new Set(curves.flatMap(({ loss }) => loss.notes ?? []))].join("; "), lang: "en" };
} catch (error) {
return failure(error);
}
}
async function checked(text, curves) {
const curve = curves.findLast(({ loss }) => loss.isTyped) ?? curves[0];
if (!text) return problem(say("write its derivative, such as {example}", { example: "-1" }));
try {
await loadFormulas();
return verdictOn(curve, text);
} catch (error) {
return failure(error);
}
}
function verdictOn(curve, text) {
const { numeralOf, readGradient, sentencesOn } = globalThis.lossplot.formulas;
const givens = readGradient(specOf(curve), text);
const verdicts = givens.map((given) => {
const landmarks = (low, high) => rootsOf({ switches: given.switches }, low, high).map(([, x]) => x);
return compareGradient(curve, given.at, landmarks, numeralOf);
});
const wrong = verdicts.findIndex(({ equal }) => !equal);
const verdict = { ...verdicts[Math.max(wrong, 0)], parameters: givens.length > 1 ? [["y", givens[Math.max(wrong, 0)].sign]] : [] };
return { words: sentencesOn(verdict, nameOf(curve.loss), curve.loss.variable, language()).join("\n"), isProblem: !verdict.equal };
}
function failure(error) {
if (error.words) return { ...problem(error.words), lang: "en" };
return problem(error.message === "formula.js" ? say("The reader of formulas could not be loaded.") : say("The page cannot read this; the command line may."));
}
function problem(words) {
return { words, isProblem: true };
}
function tell(field, { words, isProblem = false, lang = "" }) {
const line = find(`${field}-says`);
line.textContent = words;
line.classList.toggle("wrong", isProblem);
if (lang) line.lang = lang;
else line.removeAttribute("lang");
find(field).setAttribute("aria-invalid", isProblem);
}
return { listenToTyped };
})();
const view_controlsModule = (function () {
const { plainNumber, readNumber } = curveModule;
const { find } = elementsModule;
const { isMeant, propertyOf } = optionsModule;
const { heightsProblem, viewProblem } = viewModule;
const { say } = wordsModule;
const { CLOSER, roundedSpan, STRIDE } = zoomModule;
const boxes = [...document.querySelectorAll("[name=panel], [name=flag]")];
const SPANS = [
["left", "right", "range", viewProblem],
["lower", "upper", "ylim", heightsProblem],
];
const STEPS = {
"zoom-in": ({ zoom }) => zoom(CLOSER),
"zoom-out": ({ zoom }) => zoom(1 / CLOSER),
"move-left": ({ shift }) => shift(-STRIDE, 0),
"move-right": ({ shift }) => shift(STRIDE, 0),
"move-down": ({ shift }) => shift(0, -STRIDE),
"move-up": ({ shift }) => shift(0, STRIDE),
};
function showViewControls(state, scene, drawing) {
const [box] = drawing.boxes;
const spans = [[scene.left, scene.right], state.ylim ?? roundedSpan([box.view.bottom, box.view.top], box.height)];
SPANS.forEach(([first, last], i) => [find(first).value, find(last).value] = spans[i].map(plainNumber));
find("usual").disabled = !state.range && !state.ylim;
for (const each of boxes) {
each.closest("label").hidden = !isMeant(each.value, state.curves[0].loss.axis);
each.checked = each.name === "panel" ? state.panels.has(each.value) : state[propertyOf(each.value)];
}
}
function listenToView(shown, { changes, setSpan, complain, setOptions, reset }) {
for (const [first, last, name, problemOf] of SPANS) {
const change = () => {
const words = [find(first).value, find(last).value];
const problem = problemOf(words, shown().scene.curves[0].loss);
complain(problem);
find("usual").disabled = !problem && !shown().state.range && !shown().state.ylim;
if (!problem) setSpan(name, words.map(readNumber));
};
for (const id of [first, last]) find(id).addEventListener("change", change);
}
find("usual").addEventListener("click", () => {
reset();
sayView(shown());
});
for (const [id, step] of Object.entries(STEPS)) {
find(id).addEventListener("click", () => {
step(changes);
sayView(shown());
});
}
for (const each of boxes) {
each.addEventListener("change", () => {
const panels = new Set(boxes.filter(({ name, checked }) => name === "panel" && checked).map(({ value }) => value));
const flags = boxes.filter(({ name }) => name === "flag").map(({ value, checked }) => [propertyOf(value), checked]);
setOptions({ panels, ...Object.fromEntries(flags) });
});
}
}
function sayView({ state, scene, drawing }) {
const [box] = drawing.boxes;
const [bottom, top] = state.ylim ?? roundedSpan([box.view.bottom, box.view.top], box.height);
const ends = [scene.left, scene.right, bottom, top].map(plainNumber);
find("view-says").textContent = say("View from {left} to {right}, heights from {bottom} to {top}", { left: ends[0], right: ends[1], bottom: ends[2], top: ends[3] });
}
return { showViewControls, listenToView };
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
const why_leastModule = (function () {
const EQUAL = 1e-9;
const HALVINGS = 60;
const GOLDEN = (Math.sqrt(5) - 1) / 2;
function leastOf(cost, places) {
const valueAt = (x) => {
const value = cost(x);
return Number.isNaN(value) ? Infinity : value;
};
const costs = places.map(valueAt);
const least = Math.min(...costs);
const isGood = (value) => value <= least + EQUAL * Math.abs(least);
const [from, to] = [costs.findIndex(isGood), costs.findLastIndex(isGood)];
const [before, after] = [places[Math.max(from - 1, 0)], places[Math.min(to + 1, places.length - 1)]];
if (from < to) {
const isBest = (x) => isGood(valueAt(x));
return { low: endOf(isBest, places[from], before), high: endOf(isBest, places[to], after), least };
}
const best = goldenSection(valueAt, before, after);
const [place, value] = valueAt(best) < least ? [best, valueAt(best)] : [places[from], least];
return { low: place, high: place, least: value };
}
function endOf(holds, inside, outside) {
let [a, b] = [inside, outside];
for (let i = 0; i < HALVINGS; i++) {
const between = (a + b) / 2;
if (holds(between)) a = between;
else b = between;
}
return a;
}
function goldenSection(f, low, high) {
let [a, b] = [low, high];
let [x, y] = [b - GOLDEN * (b - a), a + GOLDEN * (b - a)];
let [atX, atY] = [f(x), f(y)];
for (let i = 0; i < HALVINGS; i++) {
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
return { leastOf };
})();
const why_riskModule = (function () {
const { even, knotsAt, rootsOf, sortUnique } = knotsModule;
const { remembered } = memoryModule;
const { leastOf } = why_leastModule;
const MIRRORS = { margin: (x) => -x, probability: (x) => 1 - x };
const REACHES = { margin: [-6, 6], probability: [0, 1] };
const STEPS = 240;
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
const { low, high, least } = leastOf(risk, answers);
return { low, high, risk: least };
}
const knotsOf = remembered((curve, low, high) => knotsAt(curve, rootsOf(curve, low, high)));
function jumpsOf(curve) {
const [low, high] = reachOf(curve.loss);
const jumps = knotsOf(curve, low, high).filter(({ kind }) => kind === "jump").map(({ x }) => x);
return [...new Set([...jumps, ...jumps.map(MIRRORS[curve.loss.axis])].map((x) => x + 0))].sort((a, b) => a - b);
}
return { hasRisk, reachOf, riskAt, bestOf, knotsOf, jumpsOf };
})();
const why_fitModule = (function () {
const { even, sortUnique } = knotsModule;
const { leastOf } = why_leastModule;
const { knotsOf } = why_riskModule;
const SAMPLE = [0, 1, 1, 1, 2, 2, 3, 4, 6, 10];
const CENTRES = [["mode", 1], ["median", 2], ["mean", 3]];
const POINTS = [[0, 1.2], [1, 1.3], [2, 2.1], [3, 2.4], [4, 3.2], [5, 3.3], [6, 4.1], [7, 4.6], [8, 4.9], [9, 5.4], [10, 6.1]];
const STEPS = 400;
const [ROUNDS, STARTS] = [160, 3];
function locate(curve, sample) {
const [first, last] = [Math.min(...sample) - 1, Math.max(...sample) + 1];
const cost = (x) => sumOf(curve, sample.map((target) => x - target));
const knots = knotsOf(curve, first - last, last - first);
const tried = sortUnique([...even(first, last, STEPS + 1), ...knots.flatMap(({ x }) => sample.map((target) => target + x))]);
const { low, high } = leastOf(cost, tried);
return { low, high };
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
const { addressOf, commandOf, MOST_CURVES, readAddress } = addressModule;
const { readFamily, readSpec } = askedModule;
const { addressBar } = barModule;
const { focusAfter, showChoices, showCurves } = curve_listModule;
const { isSameCurve, KINDS, plainNumber, readNumber, specOf } = curveModule;
const { draw } = drawingModule;
const { find, make } = elementsModule;
const { eachFrame, pause } = framesModule;
const { listenTo } = gesturesModule;
const { viewChanges } = graspModule;
const { descriptionOf, labelOf, panelName, symbolOf, wordsOf } = labelsModule;
const { awaitLetters } = lettersModule;
const { xLimits } = limitsModule;
const { withLooks } = looksModule;
const { dropUnmeant } = optionsModule;
const { overlaps } = overlapsModule;
const { startPage, theme } = pageModule;
const { crosshair } = panelModule;
const { PANELS } = quantitiesModule;
const { xNear, xOfKey } = readerModule;
const { formatNumber, sentenceOf, tableOf } = readingModule;
const { scaledCurves, scaleProblem } = scaledModule;
const { compose, readOff } = sceneModule;
const { stylesOf } = stylesModule;
const { serveTakeaway } = takeawayModule;
const { isTrained } = train_fitsModule;
const { asksForFormula, hasFormulas, loadFormulas } = typedModule;
const { listenToTyped } = typed_formModule;
const { listenToView, showViewControls } = view_controlsModule;
const { viewProblem } = viewModule;
const { showWhy, startWhy } = whyModule;
const { language, listed, quoted, say } = wordsModule;
const losses = globalThis.lossplot.losses;
const figure = find("figure");
const { loss: usual } = document.querySelector("article").dataset;
const isOverlay = usual.includes("+");
const MOST_KNOTS = 12;
const USUAL_PANELS = ["derivative", "second-derivative"];
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
if (!words && !isOverlay && !narrow.matches) state.panels = new Set(USUAL_PANELS);
wrong.push(...dropUnmeant(state, state.curves[0].loss.axis));
}
if (state.range && viewProblem(state.range.map(plainNumber), state.curves[0].loss)) {
wrong.push(`range=${state.range.map(plainNumber).join(":")}`);
state.range = null;
}
if (state.normalize && scaleProblem(state.curves)) {
wrong.push("normalize");
state.normalize = false;
}
}
function complain(what, words) {
problems.set(what, words);
find("problem").textContent = [...problems.values()].filter(Boolean).join("; ");
}
function drawnState() {
return { ...state, normalize: state.normalize && !scaleProblem(state.curves) };
}
function asked() {
const { normalize } = drawnState();
const panels = PANELS.filter((panel) => panel === "loss" || state.panels.has(panel));
return { curves: scaledCurves(state.curves, { ...state, normalize }), panels, normalize };
}
function redraw() {
const { curves, panels, normalize } = asked();
complain("scale", state.normalize ? scaleProblem(state.curves) : "");
scene = compose(curves, panels, state.range, state.ylim);
styles = stylesOf(curves, themes[theme()]);
const most = narrow.matches ? SHARE * innerHeight : Infinity;
drawing = draw(scene, { width: Math.max(LEAST_WIDTH, width), most }, wordsOf(curves, panels, normalize), styles, themes[theme()]);
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
const { curves, panels, left, right } = scene;
const facts = { names: curves.map((curve) => labelOf(curve)), panels: panels.map(({ name }) => panelName(name)), variable: curves[0].loss.variable, swatches: styles.map(({ colour }) => colour) };
const isInView = x !== null && x >= left && x <= right;
const readings = panels.map(({ name }) => curves.map((_, i) => (x === null ? [] : readOff(scene, i, name, x).filter((y) => !Number.isNaN(y)))));
figure.querySelector(".crosshair").innerHTML = isInView ? crosshair(drawing.boxes, x, readings, styles, themes[theme()]) : "";
find("reading").replaceChildren(tableOf(facts, x, readings, width));
figure.setAttribute("aria-valuemin", left);
figure.setAttribute("aria-valuemax", right);
figure.setAttribute("aria-valuenow", Math.min(Math.max(x ?? left, left), right));
figure.setAttribute("aria-valuetext", x === null ? descriptionOf(curves) : sentenceOf(facts, x, readings));
if (readNumber(find("at").value) !== x) find("at").value = x === null ? "" : plainNumber(x);
complain("x", x === null || isInView ? "" : say("{x} is outside the view", { x: `${facts.variable} = ${formatNumber(x)}` }));
find("command").textContent = commandOf({ ...drawnState(), x: isInView ? x : null }, theme(), language());
}
function showView() {
showViewControls(state, scene, drawing);
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
const each = scene.curves.length / state.curves.length;
showCurves(state.curves, state.curves.map((_, i) => styles[i * each].colour), {
folder: isOverlay ? "losses/" : "",
usual,
complain,
replace(i, changed) {
state.curves[i] = changed;
redrawSoon();
bar.changed();
},
remove(i) {
changeCurves(state.curves.filter((_, number) => number !== i));
focusAfter(i);
},
});
const ofAnyAxis = isOverlay && state.curves.length === 1;
showChoices(losses, ofAnyAxis ? null : state.curves[0].loss.axis, state.curves.length < MOST_CURVES);
}
function addLoss(name) {
const [curve] = readAddress(name, losses).state.curves;
const isAlike = curve.loss.axis === state.curves[0].loss.axis;
const isThere = state.curves.some((other) => isSameCurve(other, curve));
changeCurves(isAlike ? [...state.curves, ...(isThere ? [] : [curve])] : [curve]);
}
function addCurves(curves) {
const [{ loss }] = curves;
const [{ loss: first }] = state.curves;
const news = curves.filter((curve) => !state.curves.some((other) => isSameCurve(other, curve)));
const isAlike = curves.every((curve) => curve.loss.axis === first.axis);
const isFree = isOverlay && (state.curves.length === 1 || state.curves.map(specOf).join("+") === usual);
if (!isAlike && !isFree) return say("the formula is a curve of {other}, and those of the figure are of {axis}: remove them first", { axis: axisWords(first), other: axisWords(loss) });
const all = isAlike ? [...state.curves, ...news] : curves;
if (all.length > MOST_CURVES) return say("{count} curves are the most of one figure", { count: MOST_CURVES });
changeCurves(all);
return "";
}
const axisWords = ({ axis, variable }) => (axis === variable ? variable : `${say(axis)} ${variable}`);
function changeCurves(curves) {
const { axis } = curves[0].loss;
if (axis !== state.curves[0].loss.axis) Object.assign(state, { range: null, ylim: null });
state.curves = curves;
dropUnmeant(state, axis);
wrong = [];
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
function readAtColumn(column, isForGood) {
redrawNow();
readAt(xNear(column, scene, drawing), isForGood);
}
function readAtKey(event) {
redrawNow();
const x = xOfKey(event.key, state.x ?? (scene.left + scene.right) / 2, scene, drawing);
if (x === null) return;
event.preventDefault();
readAt(x);
}
function readAtNumber() {
const word = find("at").value;
const x = word.trim() ? readNumber(word) : null;
if (x === null || Number.isFinite(x)) readAt(x);
else complain("x", Number.isNaN(x) ? say("{word} is not a number", { word: quoted(word) }) : say("{x} is outside the view", { x: formatNumber(x) }));
}
function look(range, ylim) {
Object.assign(state, { range, ylim });
redrawSoon();
bar.changed();
}
function onResize() {
const now = Math.floor(figure.clientWidth);
if (now === width) return;
width = now;
redraw();
}
function shown() {
redrawNow();
return { state, scene, drawing };
}
function listen() {
const changes = viewChanges(shown, look);
const reset = () => look(null, null);
listenTo(figure, { read: readAtColumn, keyRead: readAtKey, ...changes, reset });
listenToView(shown, {
changes,
reset,
setSpan: (name, span) => look(name === "range" ? span : state.range, name === "ylim" ? span : state.ylim),
complain: (words) => complain("view", words),
setOptions(options) {
Object.assign(state, options);
refresh();
bar.changed();
},
});
find("at").addEventListener("input", readAtNumber);
find("add").addEventListener("change", ({ target }) => addLoss(target.value));
listenToTyped({ losses, add: addCurves, curves: () => state.curves });
serveTakeaway(figure, shown, () => new URL(`?${withLooks(addressOf(drawnState()))}`, location).href);
new ResizeObserver(onResize).observe(figure);
}
Object.assign(globalThis.lossplot, { compose, overlaps, readFamily, readSpec, scaledCurves, stylesOf, themes });
const bar = addressBar(
() => addressOf(drawnState()),
(words) =>
whenReadable(words, () => {
readState(words);
refresh();
find("live").scrollIntoView();
}),
);
function whenReadable(words, goOn) {
if (!hasFormulas() && asksForFormula(words)) loadFormulas().then(goOn, goOn);
else goOn();
}
async function prepare() {
const { curves, panels } = asked();
for (const curve of state.range ? [] : curves) {
xLimits([curve]);
await pause();
}
compose(curves, panels, state.range, state.ylim);
await pause();
}
async function start() {
startWhy();
readState(bar.read());
await prepare();
awaitLetters(redraw);
listen();
startPage(refresh);
figure.removeAttribute("aria-busy");
}
figure.setAttribute("aria-busy", "true");
whenReadable(bar.read(), start);
return {  };
})();
})();
