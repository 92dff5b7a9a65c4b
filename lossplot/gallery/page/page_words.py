"""What the page itself says, in English and in Chinese."""

from __future__ import annotations

from lossplot.gallery.page.markup import Texts

_CHINESE = {
    # every page
    "Loss functions": "损失函数图鉴",
    "Skip to the content": "跳到正文",
    "Pages": "页面",
    "All losses": "全部损失",
    "Overlay": "叠加比较",
    "Light or dark": "浅色或深色",
    "中文": "English",
    "中文: read in Chinese": "English：切换到英文",
    "Drawn by lossplot from one formula a loss: every corner is a vertex, and no curve is drawn through a jump.":
    "由 lossplot 绘制，每个损失只写一个公式：每个角点都是精确的顶点，没有曲线画过跳跃。",
    # index
    "Every loss function, drawn honestly": "如实绘制的每一个损失函数",
    "{count} losses, each with its derivatives, properties and code. Search, filter, or put several in one figure.":
    "{count} 个损失，各有导数、性质与代码。可搜索、筛选，或把几个画在同一张图里。",
    "Search losses": "搜索损失",
    "Name, alias or word, such as huber": "名称、别名或关键词，如 huber、合页",
    "Search and filter": "搜索与筛选",
    "Axis": "横轴",
    "Properties": "性质",
    "Clear all": "全部清除",
    "No loss fits. Take a word or a filter away.": "没有符合的损失。请减少关键词或筛选条件。",
    "Compare {name}": "比较 {name}",
    "Clear": "清空",
    "Picked losses": "已选损失",
    "Show overlay": "显示叠加图",
    "Textbook figures": "教科书里的图",
    "The overlays that every textbook shows, each with its source.": "各教科书都有的叠加图，均注明出处。",
    "Open live": "打开交互图",
    "Keys: / to search, arrows to move, Enter to open, Esc to clear.":
    "快捷键：/ 搜索，方向键移动，Enter 打开，Esc 清除。",
    # axes
    "margin": "间隔",
    "error": "误差",
    "probability": "概率",
    "prediction": "预测值",
    "score": "得分",
    "distance": "距离",
    "similarity": "相似度",
    # a loss
    "Formula": "公式",
    "Derivative": "导数",
    "Live": "交互图",
    "Figures": "图",
    "Figure of {name}": "{name} 的图",
    "Family": "参数族",
    "Parameters": "参数",
    "Parameter": "参数",
    "Default": "默认值",
    "Domain": "取值范围",
    "Together": "共同条件",
    "a whole number in {domain}": "{domain} 内的整数",
    "{domain} without {holes}": "{domain} 除去 {holes}",
    "Property": "性质",
    "Value": "值",
    "Meaning": "含义",
    "Corners, jumps and changes of curvature": "角点、跳跃与曲率突变",
    "None: the curve is smooth.": "没有：曲线光滑。",
    "At": "位置",
    "Kind": "类型",
    "Left limit": "左极限",
    "Right limit": "右极限",
    "corner": "角点",
    "jump": "跳跃",
    "curvature": "曲率突变",
    "Other names": "其他名称",
    "Relatives": "相关损失",
    "Origins": "来源",
    "Source": "出处",
    "In other libraries": "在其他库中",
    "Library": "库",
    "Call": "调用",
    "Its value": "其值",
    "{factor} times ours": "我们的 {factor} 倍",
    "the same as ours": "与我们的相同",
    "Code": "代码",
    "Copy": "复制",
    "Copy the call": "复制调用",
    "Copy the code": "复制代码",
    "Copy the command": "复制命令",
    "Download": "下载",
    "In your terminal": "在终端中",
    "Before": "上一个",
    "After": "下一个",
    # live
    "Live overlay": "交互叠加图",
    "Any losses of one axis in one figure: move the sliders, read off values, take the link or the command with you.":
    "同一横轴的任意损失画在一张图里：拖动滑块，读取数值，复制链接或命令。",
    "Move over the figure, tap it, or use the arrow keys: the crosshair reads every curve, and stops at corners.":
    "在图上移动、点按或用方向键：十字线读取每条曲线，并停在角点上。",
    "Crosshair": "十字线",
    "Curves and parameters": "曲线与参数",
    "Add a loss": "添加损失",
    "Choose …": "请选择……",
    "Panels": "子图",
    "Second derivative": "二阶导数",
    "View": "视图",
    "from": "从",
    "to": "到",
    "Left end": "左端",
    "Right end": "右端",
    "Usual view": "默认视图",
    "Read at": "读数位置",
    "Take it with you": "导出",
    "Copy PNG": "复制 PNG",
    "Copy link": "复制链接",
    "The command for this view": "此视图的命令",
    "The live figure needs JavaScript.": "交互图需要 JavaScript。",
    # words of property cards
    "yes": "是",
    "no": "否",
    "n/a": "不适用",
    "none": "无",
    "soft": "软",
    "hard": "硬",
    "robust": "稳健",
    "An outlier's pull is bounded: a loss of the error whose slope is.":
    "离群点的影响有界：斜率有界的误差损失。",
    "convex": "凸",
    "No chord lies below the curve: the slope never falls.": "任何弦都不在曲线下方：斜率从不下降。",
    "continuous": "连续",
    "The value does not jump inside the domain.": "在定义域内部函数值没有跳跃。",
    "smooth": "光滑",
    "The slope exists and is continuous (C1) inside the domain: no jumps and no corners.":
    "在定义域内部斜率存在且连续（C1）：没有跳跃，也没有角点。",
    "twice-smooth": "二阶光滑",
    "The second derivative exists and is continuous (C2) inside the domain.":
    "在定义域内部二阶导数存在且连续（C2）。",
    "lipschitz": "Lipschitz 连续",
    "The least K with |L(a) - L(b)| <= K |a - b| everywhere: the steepest slope; no, if there is none.":
    "处处满足 |L(a) - L(b)| <= K |a - b| 的最小 K，即最陡的斜率；若不存在则为“否”。",
    "bounded": "有界",
    "The value stays between two numbers, so that no single point can cost without limit.":
    "函数值介于两个数之间，因此单个点的代价不会无限大。",
    "infimum": "下确界",
    "The greatest number that the value never falls below, reached or not.": "函数值从不低于的最大的数，不论能否取到。",
    "supremum": "上确界",
    "The least number that the value never exceeds, reached or not.": "函数值从不超过的最小的数，不论能否取到。",
    "zeros": "零点",
    "Where the loss is zero; an interval counts with its ends.": "损失为零之处；区间包含其端点。",
    "symmetric": "对称",
    "L(-x) = L(x): an error costs the same to either side.": "L(-x) = L(x)：正负误差代价相同。",
    "calibrated": "分类校准",
    "A wrong sign always costs more, on average, than the best margin: minimising finds the likelier label.":
    "符号错误的平均代价总高于最优间隔：最小化它就能找到更可能的标签。",
    "universally-fisher-consistent": "普遍 Fisher 一致",
    "Minimising over all functions gives the Bayes classifier; for margin losses the same as calibrated.":
    "在所有函数上最小化得到贝叶斯分类器；对间隔损失而言等价于分类校准。",
    "monotone": "单调",
    "The loss never falls as the error grows in size, to either side.": "误差向任一侧增大时，损失从不下降。",
    "redescending": "回降",
    "The slope comes back to zero for large errors: hard if it is zero beyond some error, else soft.":
    "误差很大时斜率回到零：若从某处起恒为零则为“硬”，否则为“软”。",
    "efficiency": "效率",
    "(E psi')^2/E psi^2 under normal errors, psi being the slope: the share of the observations not wasted.":
    "正态误差下的 (E psi')^2/E psi^2，psi 为斜率：没有浪费的观测所占的比例。",
    "proper": "恰当",
    "No report costs less, on average, than the true probability.": "平均而言，没有任何预报比真实概率代价更低。",
    "strictly-proper": "严格恰当",
    "Every report but the true probability costs more, on average.": "平均而言，除真实概率外的任何预报代价都更高。",
}  # fmt: skip


def both(words: str, **values: object) -> Texts:
    """`words`, with `values` put in place of their placeholders, in every language."""
    texts = {"en": words, "zh": _CHINESE[words]}
    return {code: said.format(**values) if values else said for code, said in texts.items()}


def known(words: str) -> Texts:
    """`words` in every language where they are among those of the page; else, as numbers are, the same in all."""
    return both(words) if words in _CHINESE else {"en": words, "zh": words}
