/* Made by lossplot gallery; seal a19925f56234528a */
(function () {
"use strict";
const lossplot = (globalThis.lossplot ??= { losses: {} });
const labels = [{"en": "margin *m* = *y* *f*(*x*)", "zh": "间隔 *m* = *y* *f*(*x*)"}, {"en": "margin of log-ratios *m*", "zh": "对数比的间隔 *m*"}, {"en": "error *r* = prediction − target", "zh": "误差 *r* = 预测值 − 目标值"}, {"en": "error *r* = prediction − log time", "zh": "误差 *r* = 预测值 − 时间的对数"}, {"en": "probability *p* of the true class", "zh": "真实类别的概率 *p*"}, {"en": "predicted mean *x*", "zh": "预测均值 *x*"}, {"en": "predicted probability *x*", "zh": "预测概率 *x*"}, {"en": "prediction *x*", "zh": "预测值 *x*"}, {"en": "predicted variance *x*", "zh": "预测方差 *x*"}, {"en": "predicted log sigma *x*", "zh": "预测的对数 σ *x*"}, {"en": "linear predictor *x*", "zh": "线性预测值 *x*"}, {"en": "logit *x*", "zh": "logit 值 *x*"}, {"en": "logit gap *x*", "zh": "logit 差 *x*"}, {"en": "score *x*", "zh": "得分 *x*"}, {"en": "critic's score *x*", "zh": "评判器得分 *x*"}, {"en": "distance *x*", "zh": "距离 *x*"}, {"en": "distance gap *x*", "zh": "距离差 *x*"}, {"en": "cosine similarity *s*", "zh": "余弦相似度 *s*"}, {"en": "coefficient *w*", "zh": "系数 *w*"}, {"en": "probability ratio *x*", "zh": "概率比 *x*"}, {"en": "intersection over union *u*", "zh": "交并比 *u*"}];
function _softplus(x) {
return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}
function _sigmoid(x) {
return (x >= 0 ? 1 : Math.exp(-Math.abs(x))) / (1 + Math.exp(-Math.abs(x)));
}
function _log1pmx(x) {
if (Math.abs(x) >= 0.5) return Math.log1p(x) - x;
const s = x / (2 + x);
let series = 0;
for (let k = 17; k > 0; k--) series = (series + 1 / (2 * k + 1)) * s * s;
return 2 * s * series - x * s;
}
function _logdev(x) {
return x < 1 / 2 ? x - 1 - Math.log(x) : -_log1pmx(x - 1);
}
function _expm1mx(x) {
if (Math.abs(x) >= 1) return Math.expm1(x) - x;
let series = 1;
for (let k = 20; k > 2; k--) series = 1 + x / k * series;
return x ** 2 / 2 * series;
}
function _log1pint(x) {
if (Math.abs(x) < 1 / 2) return x ** 2 + (1 + x) * _log1pmx(x);
return (1 + x) * Math.log1p(x) - x;
}
function _xlogy(x, y) {
return x === 0 ? 0 : x * Math.log(y);
}
function _xlogxdev(x) {
return Math.abs(x - 1) < 1 / 2 ? _log1pint(x - 1) : _xlogy(x, x) - x + 1;
}
function _powdev(x, y) {
if (y + 1 === 0) return -_logdev(x);
return (x * _expm1mx(y * Math.log(x)) + y * _xlogxdev(x)) / (y + 1);
}
function _dwd(x, y) {
return Math.exp(-y * (Math.log(x) + Math.log1p(1 / y))) / (y + 1);
}
function _lum(x, y, z) {
return (y / ((1 + z) * x - z + y)) ** y / (1 + z);
}
function _welsch(x, y) {
return -(y ** 2) / 2 * Math.expm1(-((x / y) ** 2));
}
function _softplusscaled(x, y) {
return _softplus(y * x) / y;
}
function _cauchy(x, y) {
if (Math.abs(x) < 1e100 * y) return y ** 2 / 2 * Math.log1p((x / y) ** 2);
return y ** 2 * Math.log(Math.abs(x) / y);
}
function _erf(x) {
if (Math.abs(x) > 2) return Math.sign(x) * (1 - _erfc(Math.abs(x)));
let term = x;
let total = x;
for (let k = 1; k < 60; k++) {
term *= 2 * x * x / (2 * k + 1);
total += term;
}
return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * total;
}
function _erfc(x) {
if (x <= 2) return 1 - _erf(x);
let fraction = x;
for (let k = 60; k > 0; k--) fraction = x + k / 2 / fraction;
return Math.exp(-x * x) / (fraction * Math.sqrt(Math.PI));
}
function _ndtr(x) {
return _erfc(-x / Math.SQRT2) / 2;
}
function _log_ndtr(x) {
if (x > 0) return Math.log1p(-_ndtr(-x));
if (x > -20) return Math.log(_ndtr(x));
let fraction = -x;
for (let k = 6; k > 0; k--) fraction = k / fraction - x;
return -x * x / 2 - Math.log(2 * Math.PI) / 2 - Math.log(fraction);
}
function _pseudohuber(x, y) {
return y * x * (x / (y + Math.hypot(x, y)));
}
function _logcosh(x) {
if (Math.abs(x) < 1) return Math.log1p(2 * Math.sinh(x / 2) ** 2);
return Math.abs(x) + Math.log1p(Math.exp(-2 * Math.abs(x))) - Math.log(2);
}
function _pow(x, y) {
return x ** y;
}
function _versin2pi(x) {
return 2 * Math.sin(Math.PI * (x - Math.round(x))) ** 2;
}
function _linex(x, y, z) {
return z * _expm1mx(y * x);
}
function _logpow1p(x, y, z) {
if (x <= y) return Math.log1p((x / y) ** z);
return z * Math.log(x / y) + Math.log1p((y / x) ** z);
}
function _balanced(x, y, z) {
if (z < 700 * y) return y / Math.expm1(z / y) * _log1pint(Math.expm1(z / y) * x);
if (x <= 0) return 0;
const t = Math.exp(-z / y);
return (x + t) * (z + y * Math.log(x + t * (1 - x))) - y * x;
}
function _softplus2(x, y) {
return _softplus(x - y) + _softplus(-x - y);
}
function _normal_crps(x, y) {
return x * _erf(x / y / Math.sqrt(2)) + y * (
Math.sqrt(2 / Math.PI) * Math.exp(-((x / y) ** 2) / 2) - 1 / Math.sqrt(Math.PI)
);
}
function _expscaled(x, y) {
return Math.exp(y * x);
}
function _powgap(x, y) {
return Math.abs(x) > 0 ? -Math.expm1(y * Math.log(Math.abs(x))) : 1;
}
function _tukey(x, y, z) {
const t = _powgap(x / y, z);
return x ** 2 / 2 * ((z + 2) * t ** 2 + 2 * z * t + z ** 2) / (z + 1) / (z + 2);
}
function _gemanmcclure(x, y) {
return y ** 2 / 2 * (x / Math.hypot(x, y)) ** 2;
}
function _fair(x, y) {
return -(y ** 2) * _log1pmx(x / y);
}
function _atansquare(x, y) {
return y ** 2 / 2 * Math.atan((x / y) ** 2);
}
function _wave(x, y) {
return 2 * (y * Math.sin(x / (2 * y))) ** 2;
}
function _gamma2(x) {
if (Math.abs(x) < 1) return Math.exp(-x) * _expm1mx(x);
return 1 - Math.exp(-x) - x * Math.exp(-x);
}
function _ramsay(x, y) {
return _gamma2(y * x) / y ** 2;
}
function _barron(x, y, z) {
if (y === 2) return (x / z) ** 2 / 2;
if (y < -1e300) return -Math.expm1(-((x / z) ** 2) / 2);
if (y === 0) return _cauchy(x, z * Math.sqrt(Math.abs(y - 2))) / z ** 2;
const size = Math.abs(y - 2);
return size / y * Math.expm1(y / size * _cauchy(x, z * Math.sqrt(size)) / z ** 2);
}
function _tolerant(x, y, z) {
if (x ** 2 < z) return z / 2 * Math.log1p(_sigmoid(-y / z) * Math.expm1(x ** 2 / z));
return z / 2 * (_softplus((x ** 2 - y) / z) - _softplus(-y / z));
}
function _ratio(x) {
return x / (1 + x);
}
function _pow1p(x, y) {
return x > -1 ? Math.exp(y * Math.log1p(x)) : (1 + x) ** y;
}
function _logratio(x) {
if (x === 1) return 1;
return Math.abs(x - 1) < 1 / 2 ? Math.log1p(x - 1) / (x - 1) : Math.log(x) / (x - 1);
}
function _focal(x, y) {
if (y <= 0) return -Math.log(x);
return x > 1 / 2 ? _pow1p(-x, y + 1) * _logratio(x) : -_pow1p(-x, y) * Math.log(x);
}
function _boxcox(x, y) {
if (y === 0) return Math.log(x);
return x > 1 / 2 ? Math.expm1(y * Math.log(x)) / y : (x ** y - 1) / y;
}
function _alphaloss(x, y) {
return -_boxcox(x, 1 - 1 / y);
}
function _tsallis(x, y) {
if (y * (1 - x) > 1 / 2) {
return 1 - y * x ** (y - 1) + (y - 1) * (x ** y + (1 - x) ** y);
}
const t = Math.log(x);
return (y - 1) * _expm1mx(y * t) - y * _expm1mx((y - 1) * t) + (y - 1) * (1 - x) ** y;
}
function _logseries(x, y) {
let total = 0;
for (let k = y; k > 0; k--) total = (total + 1 / k) * x;
return total;
}
function _taylor(x, y) {
return _logseries(1 - x, y);
}
function _logshare(x) {
return 1 / (1 + Math.log1p(-x) / Math.log(x));
}
function _squareddice(x) {
return (1 - x) ** 2 / (1 + x ** 2);
}
function _tversky(x, y) {
return y * (1 - x) / (x + y * (1 - x));
}
function _focaltversky(x, y, z) {
return Math.exp(-y * Math.log1p(x / (z * (1 - x))));
}
function _poissonnll(x, y) {
if (y <= 0) return x;
return (
y * _logdev(x / y)
+ y * Math.log1p(10 / y)
+ 21 / 2 * Math.log(y + 10)
- 10
+ Math.log(2 * Math.PI) / 2
+ 1 / (12 * (y + 10))
- 1 / (360 * (y + 10) ** 3)
+ 1 / (1260 * (y + 10) ** 5)
- 1 / (1680 * (y + 10) ** 7)
- Math.log((y + 1) * (y + 2) * (y + 3) * (y + 4) * (y + 5))
- Math.log((y + 6) * (y + 7) * (y + 8) * (y + 9) * (y + 10))
);
}
function _poissongap(x, y) {
return y * _logdev(x / y);
}
function _gammagap(x, y) {
return _logdev(y / x);
}
function _tweediegap(x, y, z) {
if (y <= 0) return x ** (2 - z) / (2 - z);
if (Math.abs(Math.log(x / y)) < 1) {
const t = Math.log(x / y);
return y ** (2 - z) * (
_expm1mx((2 - z) * t) / (2 - z) - _expm1mx((1 - z) * t) / (1 - z)
);
}
return y ** (2 - z) / ((1 - z) * (2 - z)) + x ** (1 - z) * (
x / (2 - z) - y / (1 - z)
);
}
function _xlog1py(x, y) {
return x === 0 ? 0 : x * Math.log1p(y);
}
function _focalother(x, y) {
return -(x ** y) * Math.log1p(-x);
}
function _log1pgap(x, y) {
return x > y ? Math.log1p((x - y) / (1 + y)) : -Math.log1p((y - x) / (1 + x));
}
function _negbinomial(x, y, z) {
const t = Math.log1p(z * x);
return t / z + (z * x < 1 ? y * (t - Math.log(x)) : y * Math.log(z + 1 / x));
}
function _poissonlog(x, y) {
if (y <= 0) return Math.exp(x);
if (Math.abs(x - Math.log(y)) < 1) {
return y * (1 + _expm1mx(x - Math.log(y)) - Math.log(y));
}
return Math.exp(x) - y * x;
}
function _tweedielog(x, y, z) {
return Math.exp((2 - z) * x) / (2 - z) - (
y > 0 ? y * Math.exp((1 - z) * x) / (1 - z) : 0
);
}
function _softplussum(x, y, z, k) {
let total = 0;
for (let j = z; j < k + 0.5; j++) {
const gap = x - j * y;
total += Math.max(gap, 0) + Math.log1p(Math.exp(-Math.abs(gap)));
}
return total;
}
function _softplus2sum(x, y, z) {
return _softplussum(x, y, 1 / 2, z - 1 / 2) + _softplussum(-x, y, 1 / 2, z - 1 / 2);
}
function _sigmoidsum(x, y, z, k, n) {
let total = 0;
for (let j = z; j < k + 0.5; j++) total += (1 + Math.exp(j * y - x)) ** -n;
return total;
}
function _distill(x, y, z) {
if (Math.abs(x - Math.log(y)) < 3 * z) {
const t = Math.log(y);
const u = _sigmoid(-t / z);
const v = _sigmoid(t / z);
return z ** 2 * (
v * _logdev(Math.max(0.01, _sigmoid(x / z) / v))
+ u * _logdev(Math.max(0.01, _sigmoid(-x / z) / u))
);
}
const t = Math.log(y);
return z ** 2 * (_softplus(x / z) - _softplus(t / z)) - z * _sigmoid(t / z) * (x - t);
}
lossplot.losses["zero-one"] = {
name: "zero-one",
names: {"en": "Zero–one", "zh": "0-1 损失"},
axis: "margin",
variable: "m",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [],
called: ["0-1", "01", "zero-one-loss", "zerooneloss", "misclassification", "0-1 损失", "sklearn:zero-one-loss", "xgboost:error"],
label: labels[0],
functions: [
function (m) { return m <= 0 ? 1 : 0; },
function (m) { return 0; },
function (m) { return 0; },
],
switches: [
function (m) { return m - 0; },
],
allowed: [],
};
lossplot.losses["perceptron"] = {
name: "perceptron",
names: {"en": "Perceptron", "zh": "感知机损失"},
axis: "margin",
variable: "m",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [],
called: ["perceptron-loss", "perceptronloss", "margin-ranking", "感知机损失", "sklearn:perceptron", "optax:perceptron-loss", "torch:margin-ranking", "optax:multiclass-perceptron-loss"],
label: labels[0],
functions: [
function (m) { return Math.max(0, -m); },
function (m) { return m < 0 ? -1 : 0; },
function (m) { return 0; },
],
switches: [
function (m) { return 0 - -m; },
],
allowed: [],
};
lossplot.losses["hinge"] = {
name: "hinge",
names: {"en": "Hinge", "zh": "合页损失"},
axis: "margin",
variable: "m",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "threshold", "symbols": {"zh": "阈值"}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [0.0, 1e+100]}, {"name": "beta", "symbols": {"en": "β", "zh": "β"}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["hinge-loss", "hingeloss", "l1-hinge", "l1hingeloss", "svm", "max-margin", "categorical-hinge", "dpo-hinge", "rso", "slic", "slic-hf", "hinge-gan", "合页损失", "trl:hinge", "sklearn:hinge", "keras:hinge", "optax:hinge-loss", "torch:hinge-embedding-margin", "torch:margin-ranking-margin", "xgboost:binary:hinge", "sklearn:hinge-loss-metric", "keras:categorical-hinge", "optax:multiclass-hinge-loss"],
label: labels[0],
functions: [
function (m, threshold = 1, beta = 1) { return Math.max(0, threshold - beta * m); },
function (m, threshold = 1, beta = 1) { return beta * m < threshold ? -beta : 0; },
function (m, threshold = 1, beta = 1) { return 0; },
],
switches: [
function (m, threshold = 1, beta = 1) { return 0 - (threshold - beta * m); },
],
allowed: [],
};
lossplot.losses["squared-hinge"] = {
name: "squared-hinge",
names: {"en": "Squared hinge", "zh": "平方合页损失"},
axis: "margin",
variable: "m",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [],
called: ["l2-hinge", "l2hingeloss", "squaredhinge", "truncated-least-squares", "l2svm", "平方合页损失", "sklearn:squared-hinge", "keras:squared-hinge"],
label: labels[0],
functions: [
function (m) { return Math.max(0, 1 - m) ** 2; },
function (m) { return -2 * Math.max(0, 1 - m); },
function (m) { return m < 1 ? 2 : 0; },
],
switches: [
function (m) { return 0 - (1 - m); },
],
allowed: [],
};
lossplot.losses["smoothed-hinge"] = {
name: "smoothed-hinge",
names: {"en": "Smoothed hinge", "zh": "光滑合页损失"},
axis: "margin",
variable: "m",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "gamma", "symbols": {"en": "γ", "zh": "γ"}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["smooth-hinge", "smoothedl1hingeloss", "huberized-hinge", "rennie-srebro", "光滑合页损失"],
label: labels[0],
functions: [
function (m, gamma = 1) { if (m >= 1) return 0; return m > 1 - gamma ? (1 - m) * ((1 - m) / gamma) / 2 : 1 - m - gamma / 2; },
function (m, gamma = 1) { return m >= 1 ? 0 : m > 1 - gamma ? -(1 - m) / gamma : -1; },
function (m, gamma = 1) { return m >= 1 ? 0 : m > 1 - gamma ? 1 / gamma : 0; },
],
switches: [
function (m, gamma = 1) { return m - 1; },
function (m, gamma = 1) { return m - (1 - gamma); },
],
allowed: [],
};
lossplot.losses["modified-huber"] = {
name: "modified-huber",
names: {"en": "Modified Huber", "zh": "修正 Huber 损失"},
axis: "margin",
variable: "m",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [],
called: ["modifiedhuber", "modifiedhuberloss", "huberised-squared-hinge", "修正 huber 损失", "sklearn:modified-huber"],
label: labels[0],
functions: [
function (m) { return m >= 1 ? 0 : m >= -1 ? (1 - m) ** 2 : -4 * m; },
function (m) { return m >= 1 ? 0 : m >= -1 ? -2 * (1 - m) : -4; },
function (m) { return m >= 1 ? 0 : m >= -1 ? 2 : 0; },
],
switches: [
function (m) { return m - 1; },
function (m) { return m - -1; },
],
allowed: [],
};
lossplot.losses["logistic"] = {
name: "logistic",
names: {"en": "Logistic", "zh": "逻辑斯谛损失"},
axis: "margin",
variable: "m",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "beta", "symbols": {"en": "β", "zh": "β"}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}, {"name": "gamma", "symbols": {"en": "γ", "zh": "γ"}, "default": 0.0, "interval": [-Infinity, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["log", "logit", "logistic-loss", "logitmarginloss", "soft-margin", "softmarginloss", "bce-with-logits", "bcewithlogitsloss", "ranknet", "bpr", "non-saturating-gan", "vanilla-gan", "dpo", "simpo", "逻辑斯谛损失", "trl:sigmoid", "torch:soft-margin", "torch:bce-with-logits", "torch:multilabel-soft-margin", "sklearn:log-loss", "keras:binary-crossentropy-from-logits", "optax:sigmoid-binary-cross-entropy", "xgboost:binary:logistic", "lightgbm:binary", "catboost:logloss", "scipy:log-expit"],
label: labels[0],
functions: [
function (m, beta = 1, gamma = 0) { return _softplus(gamma - beta * m); },
function (m, beta = 1, gamma = 0) { return -beta * _sigmoid(gamma - beta * m); },
function (m, beta = 1, gamma = 0) { return beta ** 2 * _sigmoid(gamma - beta * m) * _sigmoid(beta * m - gamma); },
],
switches: [],
allowed: [],
};
lossplot.losses["logistic-base2"] = {
name: "logistic-base2",
names: {"en": "Logistic (base 2)", "zh": "以 2 为底的逻辑斯谛损失"},
axis: "margin",
variable: "m",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [],
called: ["log2", "log-loss-base2", "scaled-logistic", "以 2 为底的逻辑斯谛损失"],
label: labels[0],
functions: [
function (m) { return _softplus(-m) / Math.log(2); },
function (m) { return -_sigmoid(-m) / Math.log(2); },
function (m) { return _sigmoid(-m) * _sigmoid(m) / Math.log(2); },
],
switches: [],
allowed: [],
};
lossplot.losses["exponential"] = {
name: "exponential",
names: {"en": "Exponential", "zh": "指数损失"},
axis: "margin",
variable: "m",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [],
called: ["exp", "exploss", "adaboost", "exponential-loss", "指数损失", "sklearn:exponential"],
label: labels[0],
functions: [
function (m) { return Math.exp(-m); },
function (m) { return -Math.exp(-m); },
function (m) { return Math.exp(-m); },
],
switches: [],
allowed: [],
};
lossplot.losses["squared-margin"] = {
name: "squared-margin",
names: {"en": "Squared", "zh": "平方损失"},
axis: "margin",
variable: "m",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [],
called: ["square", "square-loss", "l2-margin", "l2marginloss", "least-squares", "quadratic-margin", "平方损失"],
label: labels[0],
functions: [
function (m) { return (1 - m) ** 2; },
function (m) { return -2 * (1 - m); },
function (m) { return 2; },
],
switches: [],
allowed: [],
};
lossplot.losses["savage"] = {
name: "savage",
names: {"en": "Savage", "zh": "Savage 损失"},
axis: "margin",
variable: "m",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "k", "symbols": {}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["savageboost", "savage 损失"],
label: labels[0],
functions: [
function (m, k = 1) { return _sigmoid(-k * m) ** 2; },
function (m, k = 1) { return -2 * k * _sigmoid(-k * m) ** 2 * _sigmoid(k * m); },
function (m, k = 1) { const t = _sigmoid(-k * m); const u = _sigmoid(k * m); return 4 * k ** 2 * t ** 2 * u ** 2 - 2 * k ** 2 * t ** 3 * u; },
],
switches: [],
allowed: [],
};
lossplot.losses["tangent"] = {
name: "tangent",
names: {"en": "Tangent", "zh": "正切损失"},
axis: "margin",
variable: "m",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [],
called: ["tangentboost", "tangent-loss", "正切损失"],
label: labels[0],
functions: [
function (m) { return (2 * Math.atan(m) - 1) ** 2; },
function (m) { return 4 * (2 * Math.atan(m) - 1) / (1 + m ** 2); },
function (m) { const t = 1 + m ** 2; return (8 / t - 8 * m * (2 * Math.atan(m) - 1) / t) / t; },
],
switches: [],
allowed: [],
};
lossplot.losses["sigmoid"] = {
name: "sigmoid",
names: {"en": "Sigmoid", "zh": "sigmoid 损失"},
axis: "margin",
variable: "m",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "k", "symbols": {}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["sigmoid-loss", "sigmoidloss", "smooth-01", "tanh-loss", "sigmoid 损失"],
label: labels[0],
functions: [
function (m, k = 1) { return _sigmoid(-k * m); },
function (m, k = 1) { return -k * _sigmoid(-k * m) * _sigmoid(k * m); },
function (m, k = 1) { const t = _sigmoid(-k * m); return k ** 2 * t * _sigmoid(k * m) ** 2 - k ** 2 * t ** 2 * _sigmoid(k * m); },
],
switches: [],
allowed: [],
};
lossplot.losses["ramp"] = {
name: "ramp",
names: {"en": "Ramp", "zh": "斜坡损失"},
axis: "margin",
variable: "m",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "s", "symbols": {}, "default": 0.0, "interval": [-Infinity, 1.0, false, false], "sizes": [0.0, 1e+100]}],
called: ["ramp-loss", "truncated-hinge", "robust-hinge", "斜坡损失"],
label: labels[0],
functions: [
function (m, s = 0) { return Math.max(0, 1 - Math.max(s, m)); },
function (m, s = 0) { return Math.max(s, m) < 1 ? (m > s ? -1 : 0) : 0; },
function (m, s = 0) { return 0; },
],
switches: [
function (m, s = 0) { return s - m; },
function (m, s = 0) { return 0 - (1 - Math.max(s, m)); },
],
allowed: [],
};
lossplot.losses["generalized-smooth-hinge"] = {
name: "generalized-smooth-hinge",
names: {"en": "Generalized smooth hinge", "zh": "广义光滑合页损失"},
axis: "margin",
variable: "m",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "alpha", "symbols": {"en": "α", "zh": "α"}, "default": 2.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["广义光滑合页损失"],
label: labels[0],
functions: [
function (m, alpha = 2) { return m >= 1 ? 0 : m > 0 ? _powdev(m, alpha) : alpha / (alpha + 1) - m; },
function (m, alpha = 2) { return m >= 1 ? 0 : m > 0 ? Math.expm1(alpha * Math.log(m)) : -1; },
function (m, alpha = 2) { return m >= 1 ? 0 : m > 0 ? alpha * Math.exp(alpha * Math.log(m)) / m : 0; },
],
switches: [
function (m, alpha = 2) { return m - 1; },
function (m, alpha = 2) { return m - 0; },
],
allowed: [],
};
lossplot.losses["binomial-deviance"] = {
name: "binomial-deviance",
names: {"en": "Binomial deviance", "zh": "二项偏差"},
axis: "margin",
variable: "m",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [],
called: ["esl-deviance", "logitboost", "二项偏差"],
label: labels[0],
functions: [
function (m) { return _softplus(-2 * m); },
function (m) { return -2 * _sigmoid(-2 * m); },
function (m) { return 4 * _sigmoid(-2 * m) * _sigmoid(2 * m); },
],
switches: [],
allowed: [],
};
lossplot.losses["dwd"] = {
name: "dwd",
names: {"en": "Distance-weighted discrimination", "zh": "距离加权判别损失"},
axis: "margin",
variable: "m",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "q", "symbols": {}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["dwdmarginloss", "generalized-dwd", "距离加权判别损失"],
label: labels[0],
functions: [
function (m, q = 1) { return m <= q / (q + 1) ? 1 - m : _dwd(m, q); },
function (m, q = 1) { return m <= q / (q + 1) ? -1 : -((q / (m * (q + 1))) ** (q + 1)); },
function (m, q = 1) { if (m <= q / (q + 1)) return 0; return q * (q + 1) ** 2 * (q / (m * (q + 1))) ** q / (m * (q + 1)) ** 2; },
],
switches: [
function (m, q = 1) { return m - q / (q + 1); },
function (m, q = 1) { return m; },
],
allowed: [],
};
lossplot.losses["lum"] = {
name: "lum",
names: {"en": "Large-margin unified machine", "zh": "大间隔统一机损失"},
axis: "margin",
variable: "m",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "a", "symbols": {}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}, {"name": "c", "symbols": {}, "default": 1.0, "interval": [0.0, Infinity, true, false], "sizes": [1e-100, 1e+100]}],
called: ["lum-loss", "大间隔统一机损失"],
label: labels[0],
functions: [
function (m, a = 1, c = 1) { return m < c / (1 + c) ? 1 - m : _lum(m, a, c); },
function (m, a = 1, c = 1) { return m < c / (1 + c) ? -1 : -((a / (m * (1 + c) - c + a)) ** (a + 1)); },
function (m, a = 1, c = 1) { if (m < c / (1 + c)) return 0; const t = m * (1 + c) - c + a; return a * (a + 1) * (a / t) ** a * (1 + c) / t ** 2; },
],
switches: [
function (m, a = 1, c = 1) { return m - c / (1 + c); },
function (m, a = 1, c = 1) { return (1 + c) * m - c + a; },
],
allowed: [],
};
lossplot.losses["c-loss"] = {
name: "c-loss",
names: {"en": "C-loss", "zh": "相关熵损失"},
axis: "margin",
variable: "m",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "sigma", "symbols": {"en": "σ", "zh": "σ"}, "default": 0.5, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["closs", "correntropy", "相关熵损失"],
label: labels[0],
functions: [
function (m, sigma = 0.5) { return _welsch(1 - m, Math.sqrt(2) * sigma) / _welsch(1, Math.sqrt(2) * sigma); },
function (m, sigma = 0.5) { const root = Math.sqrt(2); return ( -(1 - m) * Math.exp(-(((1 - m) / (sigma * root)) ** 2)) / _welsch(1, root * sigma) ); },
function (m, sigma = 0.5) { const t = Math.exp(-(((1 - m) / (sigma * Math.sqrt(2))) ** 2)); return (t - (1 - m) ** 2 * t / sigma ** 2) / _welsch(1, Math.sqrt(2) * sigma); },
],
switches: [],
allowed: [],
};
lossplot.losses["pinball-hinge"] = {
name: "pinball-hinge",
names: {"en": "Pinball hinge", "zh": "弹球合页损失"},
axis: "margin",
variable: "m",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "tau", "symbols": {"en": "τ", "zh": "τ"}, "default": 0.5, "interval": [0.0, 1.0, true, true], "sizes": [1e-100, 1e+100]}],
called: ["pin-svm", "pinsvm", "弹球合页损失"],
label: labels[0],
functions: [
function (m, tau = 0.5) { return Math.max(1 - m, -tau * (1 - m)); },
function (m, tau = 0.5) { return 1 - m < -tau * (1 - m) ? tau : -1; },
function (m, tau = 0.5) { return 0; },
],
switches: [
function (m, tau = 0.5) { return 1 - m - -tau * (1 - m); },
],
allowed: [],
};
lossplot.losses["unhinged"] = {
name: "unhinged",
names: {"en": "Unhinged", "zh": "无合页损失"},
axis: "margin",
variable: "m",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [],
called: ["linear", "无合页损失"],
label: labels[0],
functions: [
function (m) { return 1 - m; },
function (m) { return -1; },
function (m) { return 0; },
],
switches: [],
allowed: [],
};
lossplot.losses["wgan"] = {
name: "wgan",
names: {"en": "Wasserstein critic", "zh": "Wasserstein 评判器损失"},
axis: "margin",
variable: "m",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [],
called: ["wasserstein", "wasserstein-gan", "wgan-loss", "wgan-gp", "wasserstein 评判器损失"],
label: labels[0],
functions: [
function (m) { return -m; },
function (m) { return -1; },
function (m) { return 0; },
],
switches: [],
allowed: [],
};
lossplot.losses["softplus-hinge"] = {
name: "softplus-hinge",
names: {"en": "Softplus hinge", "zh": "softplus 合页损失"},
axis: "margin",
variable: "m",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "beta", "symbols": {"en": "β", "zh": "β"}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["soft-hinge", "ssvm", "softplus 合页损失", "torch:softplus-hinge"],
label: labels[0],
functions: [
function (m, beta = 1) { return _softplusscaled(1 - m, beta); },
function (m, beta = 1) { return -_sigmoid(beta * (1 - m)); },
function (m, beta = 1) { return beta * _sigmoid(beta * (1 - m)) * _sigmoid(-beta * (1 - m)); },
],
switches: [],
allowed: [],
};
lossplot.losses["madaboost"] = {
name: "madaboost",
names: {"en": "MadaBoost", "zh": "MadaBoost 损失"},
axis: "margin",
variable: "m",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [],
called: ["mada", "madaboost 损失"],
label: labels[0],
functions: [
function (m) { return m < 0 ? 1 - m : Math.exp(-m); },
function (m) { return m < 0 ? -1 : -Math.exp(-m); },
function (m) { return m < 0 ? 0 : Math.exp(-m); },
],
switches: [
function (m) { return m - 0; },
],
allowed: [],
};
lossplot.losses["double-hinge"] = {
name: "double-hinge",
names: {"en": "Double hinge", "zh": "双合页损失"},
axis: "margin",
variable: "m",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [],
called: ["doublehinge", "双合页损失"],
label: labels[0],
functions: [
function (m) { return Math.max(-m, Math.max(0, (1 - m) / 2)); },
function (m) { return -m < Math.max(0, (1 - m) / 2) ? (m < 1 ? -0.5 : 0) : -1; },
function (m) { return 0; },
],
switches: [
function (m) { return 0 - (1 - m) / 2; },
function (m) { return -m - Math.max(0, (1 - m) / 2); },
],
allowed: [],
};
lossplot.losses["lorenz"] = {
name: "lorenz",
names: {"en": "Lorenz", "zh": "Lorenz 损失"},
axis: "margin",
variable: "m",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [],
called: ["lorenz-loss", "lorenz 损失"],
label: labels[0],
functions: [
function (m) { return 2 * _cauchy(Math.max(0, 1 - m), 1); },
function (m) { const t = Math.max(0, 1 - m); return 2 * (m < 1 ? -1 : 0) * (Math.abs(t) < 1 ? t / (1 + t ** 2) : 1 / (t + 1 / t)); },
function (m) { const t = Math.max(0, 1 - m); const u = m < 1 ? -1 : 0; const v = 1 + t ** 2; return ( 2 * u * ( Math.abs(t) < 1 ? (u + 2 * t ** 2 / v) / v : -(u - u / t ** 2) / (t + 1 / t) ** 2 ) ); },
],
switches: [
function (m) { return 0 - (1 - m); },
],
allowed: [],
};
lossplot.losses["probit"] = {
name: "probit",
names: {"en": "Probit", "zh": "probit 损失"},
axis: "margin",
variable: "m",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [],
called: ["probit-loss", "probit 损失", "scipy:log-ndtr"],
label: labels[0],
functions: [
function (m) { return -_log_ndtr(m); },
function (m) { if (m < -20) return m + 1 / (m + 2 / (m + 3 / (m + 4 / (m + 5 / (m + 6 / m))))); return -Math.exp(-(m ** 2) / 2) / (Math.sqrt(2 * Math.PI) * _ndtr(m)); },
function (m) { if (m < -20) { const v = m + 6 / m; const u = m + 5 / v; const t = m + 4 / u; const w = m + 3 / t; return ( 1 - ( 1 - 2 * (1 - 3 * (1 - 4 * (1 - 5 * (1 - 6 / m ** 2) / v ** 2) / u ** 2) / t ** 2) / w ** 2 ) / (m + 2 / w) ** 2 ); } const t = Math.sqrt(2 * Math.PI) * _ndtr(m); return (m * Math.exp(-(m ** 2) / 2) + Math.exp(-(m ** 2) / 2) ** 2 / t) / t; },
],
switches: [],
allowed: [],
};
lossplot.losses["ipo"] = {
name: "ipo",
names: {"en": "IPO", "zh": "IPO 损失"},
axis: "margin",
variable: "m",
domain: [-Infinity, Infinity],
axisView: [-10.0, 15.0],
requires: null,
parameters: [{"name": "tau", "symbols": {"en": "τ", "zh": "τ"}, "default": 0.1, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["ipo-loss", "identity-preference-optimization", "ipo 损失", "trl:ipo"],
label: labels[1],
functions: [
function (m, tau = 0.1) { return (m - 1 / (2 * tau)) ** 2; },
function (m, tau = 0.1) { return 2 * (m - 1 / (2 * tau)); },
function (m, tau = 0.1) { return 2; },
],
switches: [],
allowed: [],
};
lossplot.losses["kto"] = {
name: "kto",
names: {"en": "KTO", "zh": "KTO 损失"},
axis: "margin",
variable: "m",
domain: [-Infinity, Infinity],
axisView: [-10.0, 15.0],
requires: null,
parameters: [{"name": "beta", "symbols": {"en": "β", "zh": "β"}, "default": 0.1, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}, {"name": "reference", "symbols": {"zh": "参考点"}, "default": 1.0, "interval": [0.0, Infinity, true, false], "sizes": [1e-100, 1e+100]}, {"name": "label", "symbols": {"zh": "标签"}, "default": 1.0, "interval": [-1.0, 1.0, true, true], "sizes": [1e-100, 1e+100], "holes": [[0.0, 0.0, true, true]], "integer": true}],
called: ["kto-loss", "kahneman-tversky-optimization", "kto 损失", "trl:kto"],
label: labels[1],
functions: [
function (m, beta = 0.1, reference = 1, label = 1) { return _sigmoid(beta * (label * reference - m)); },
function (m, beta = 0.1, reference = 1, label = 1) { const t = label * reference - m; return -beta * _sigmoid(beta * t) * _sigmoid(-beta * t); },
function (m, beta = 0.1, reference = 1, label = 1) { const t = label * reference - m; const u = _sigmoid(-beta * t); const v = _sigmoid(beta * t); return beta ** 2 * v * u ** 2 - beta ** 2 * v ** 2 * u; },
],
switches: [],
allowed: [],
};
lossplot.losses["squared"] = {
name: "squared",
names: {"en": "Squared error", "zh": "平方误差"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [],
called: ["mse", "mseloss", "l2", "l2distloss", "squared-error", "quadratic", "mean-squared-error", "rmse", "root-mean-squared-error", "平方误差", "torch:mse", "keras:mean-squared-error", "optax:squared-error", "sklearn:mean-squared-error", "statsmodels:gaussian"],
label: labels[2],
functions: [
function (r) { return r ** 2; },
function (r) { return 2 * r; },
function (r) { return 2; },
],
switches: [],
allowed: [],
};
lossplot.losses["half-squared"] = {
name: "half-squared",
names: {"en": "Half squared error", "zh": "半平方误差"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [],
called: ["l2-loss", "half-mse", "leastsquares", "halfsquarederror", "半平方误差", "sklearn:squared-error", "optax:l2-loss", "xgboost:reg:squarederror", "lightgbm:l2", "catboost:rmse", "statsmodels:leastsquares", "scipy:linear", "ceres:trivialloss"],
label: labels[2],
functions: [
function (r) { return r ** 2 / 2; },
function (r) { return r; },
function (r) { return 1; },
],
switches: [],
allowed: [],
};
lossplot.losses["absolute"] = {
name: "absolute",
names: {"en": "Absolute error", "zh": "绝对误差"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [],
called: ["mae", "l1", "l1loss", "l1distloss", "absolute-error", "mean-absolute-error", "laplace", "lad", "绝对误差", "torch:l1", "keras:mean-absolute-error", "sklearn:absolute-error", "xgboost:reg:absoluteerror", "lightgbm:l1", "catboost:mae", "sklearn:mean-absolute-error"],
label: labels[2],
functions: [
function (r) { return Math.abs(r); },
function (r) { return Math.sign(r); },
function (r) { return 0; },
],
switches: [
function (r) { return r; },
],
allowed: [],
};
lossplot.losses["huber"] = {
name: "huber",
names: {"en": "Huber", "zh": "Huber 损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "delta", "symbols": {"en": "δ", "zh": "δ"}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["huber-loss", "huberloss", "hubert", "huber 损失", "torch:huber", "keras:huber", "optax:huber-loss", "scipy:huber", "catboost:huber", "ceres:huberloss", "scipy:special-huber"],
label: labels[2],
functions: [
function (r, delta = 1) { return Math.abs(r) <= delta ? r ** 2 / 2 : delta * (Math.abs(r) - delta / 2); },
function (r, delta = 1) { return Math.abs(r) <= delta ? r : delta * Math.sign(r); },
function (r, delta = 1) { return Math.abs(r) <= delta ? 1 : 0; },
],
switches: [
function (r, delta = 1) { return r; },
function (r, delta = 1) { return Math.abs(r) - delta; },
],
allowed: [],
};
lossplot.losses["smooth-l1"] = {
name: "smooth-l1",
names: {"en": "Smooth L1", "zh": "平滑 L1 损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "beta", "symbols": {"en": "β", "zh": "β"}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["smoothl1", "smoothl1loss", "smooth-l1-loss", "平滑 l1 损失", "torch:smooth-l1"],
label: labels[2],
functions: [
function (r, beta = 1) { return Math.abs(r) < beta ? r * (r / beta) / 2 : Math.abs(r) - beta / 2; },
function (r, beta = 1) { return Math.abs(r) < beta ? r / beta : Math.sign(r); },
function (r, beta = 1) { return Math.abs(r) < beta ? 1 / beta : 0; },
],
switches: [
function (r, beta = 1) { return r; },
function (r, beta = 1) { return Math.abs(r) - beta; },
],
allowed: [],
};
lossplot.losses["pseudo-huber"] = {
name: "pseudo-huber",
names: {"en": "Pseudo-Huber", "zh": "伪 Huber 损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "delta", "symbols": {"en": "δ", "zh": "δ"}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["pseudohuber", "soft-l1", "softl1", "softlone", "伪 huber 损失", "scipy:soft-l1", "scipy:pseudo-huber", "xgboost:reg:pseudohubererror", "ceres:softloneloss"],
label: labels[2],
functions: [
function (r, delta = 1) { return _pseudohuber(r, delta); },
function (r, delta = 1) { return r / Math.hypot(1, r / delta); },
function (r, delta = 1) { const t = Math.hypot(1, r / delta); return (1 - r ** 2 / (delta ** 2 * t ** 2)) / t; },
],
switches: [],
allowed: [],
};
lossplot.losses["log-cosh"] = {
name: "log-cosh",
names: {"en": "Log-cosh", "zh": "对数双曲余弦损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [],
called: ["logcosh", "logcoshloss", "对数双曲余弦损失", "keras:log-cosh", "optax:log-cosh", "catboost:logcosh"],
label: labels[2],
functions: [
function (r) { return _logcosh(r); },
function (r) { return Math.tanh(r); },
function (r) { return 1 / Math.cosh(r) ** 2; },
],
switches: [],
allowed: [],
};
lossplot.losses["quantile"] = {
name: "quantile",
names: {"en": "Quantile", "zh": "分位数损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "tau", "symbols": {"en": "τ", "zh": "τ"}, "default": 0.5, "interval": [0.0, 1.0, false, false], "sizes": [1e-100, 1e+100]}],
called: ["pinball", "pinball-loss", "mean-pinball-loss", "quantile-loss", "quantileloss", "tick", "check-loss", "分位数损失", "sklearn:pinball", "sklearn:quantile", "xgboost:reg:quantileerror", "catboost:quantile"],
label: labels[2],
functions: [
function (r, tau = 0.5) { return r < 0 ? -tau * r : (1 - tau) * r; },
function (r, tau = 0.5) { return r < 0 ? -tau : 1 - tau; },
function (r, tau = 0.5) { return 0; },
],
switches: [
function (r, tau = 0.5) { return r - 0; },
],
allowed: [],
};
lossplot.losses["epsilon-insensitive"] = {
name: "epsilon-insensitive",
names: {"en": "ε-insensitive", "zh": "ε-不敏感损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "epsilon", "symbols": {"en": "ε", "zh": "ε"}, "default": 0.1, "interval": [0.0, Infinity, true, false], "sizes": [0.0, 1e+100]}],
called: ["epsilon-ins", "l1epsiloninsloss", "epsiloninsloss", "svr", "vapnik", "ε-不敏感损失", "sklearn:epsilon-insensitive"],
label: labels[2],
functions: [
function (r, epsilon = 0.1) { return Math.max(0, Math.abs(r) - epsilon); },
function (r, epsilon = 0.1) { return Math.abs(r) > epsilon ? Math.sign(r) : 0; },
function (r, epsilon = 0.1) { return 0; },
],
switches: [
function (r, epsilon = 0.1) { return r; },
function (r, epsilon = 0.1) { return 0 - (Math.abs(r) - epsilon); },
],
allowed: [],
};
lossplot.losses["charbonnier"] = {
name: "charbonnier",
names: {"en": "Charbonnier", "zh": "Charbonnier 损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "epsilon", "symbols": {"en": "ε", "zh": "ε"}, "default": 0.001, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["charbonnier-loss", "smooth-abs", "charbonnier 损失"],
label: labels[2],
functions: [
function (r, epsilon = 0.001) { return Math.hypot(r, epsilon); },
function (r, epsilon = 0.001) { return r / Math.hypot(r, epsilon); },
function (r, epsilon = 0.001) { return (1 - r ** 2 / Math.hypot(r, epsilon) ** 2) / Math.hypot(r, epsilon); },
],
switches: [],
allowed: [],
};
lossplot.losses["expectile"] = {
name: "expectile",
names: {"en": "Expectile", "zh": "期望分位数损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "tau", "symbols": {"en": "τ", "zh": "τ"}, "default": 0.5, "interval": [0.0, 1.0, false, false], "sizes": [1e-100, 1e+100]}],
called: ["expectile-loss", "asymmetric-squared", "期望分位数损失", "catboost:expectile"],
label: labels[2],
functions: [
function (r, tau = 0.5) { return r < 0 ? r * (tau * r) : r * ((1 - tau) * r); },
function (r, tau = 0.5) { return r < 0 ? 2 * tau * r : 2 * r * (1 - tau); },
function (r, tau = 0.5) { return r < 0 ? 2 * tau : 2 * (1 - tau); },
],
switches: [
function (r, tau = 0.5) { return r - 0; },
],
allowed: [],
};
lossplot.losses["squared-epsilon-insensitive"] = {
name: "squared-epsilon-insensitive",
names: {"en": "Squared ε-insensitive", "zh": "平方 ε-不敏感损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "epsilon", "symbols": {"en": "ε", "zh": "ε"}, "default": 0.1, "interval": [0.0, Infinity, true, false], "sizes": [0.0, 1e+100]}],
called: ["l2epsiloninsloss", "l2-svr", "平方 ε-不敏感损失", "sklearn:squared-epsilon-insensitive"],
label: labels[2],
functions: [
function (r, epsilon = 0.1) { return Math.max(0, Math.abs(r) - epsilon) ** 2; },
function (r, epsilon = 0.1) { return 2 * Math.max(0, Math.abs(r) - epsilon) * Math.sign(r); },
function (r, epsilon = 0.1) { return Math.abs(r) > epsilon ? 2 * Math.sign(r) ** 2 : 0; },
],
switches: [
function (r, epsilon = 0.1) { return r; },
function (r, epsilon = 0.1) { return 0 - (Math.abs(r) - epsilon); },
],
allowed: [],
};
lossplot.losses["power"] = {
name: "power",
names: {"en": "Power", "zh": "幂损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "p", "symbols": {}, "default": 1.5, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["lp", "lpdistloss", "lq", "幂损失", "torch:power", "catboost:lq"],
label: labels[2],
functions: [
function (r, p = 1.5) { return _pow(Math.abs(r), p); },
function (r, p = 1.5) { return p * Math.sign(r) * Math.abs(r) ** (p - 1); },
function (r, p = 1.5) { return p * Math.sign(r) ** 2 * (p - 1) * Math.abs(r) ** (p - 2); },
],
switches: [
function (r, p = 1.5) { return r; },
function (r, p = 1.5) { return Math.abs(r); },
],
allowed: [],
};
lossplot.losses["logistic-distance"] = {
name: "logistic-distance",
names: {"en": "Logistic distance", "zh": "逻辑斯谛距离损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [],
called: ["logitdistloss", "logistic-regression-residual", "逻辑斯谛距离损失"],
label: labels[2],
functions: [
function (r) { return 2 * _logcosh(r / 2); },
function (r) { return Math.tanh(r / 2); },
function (r) { return 1 / (2 * Math.cosh(r / 2) ** 2); },
],
switches: [],
allowed: [],
};
lossplot.losses["periodic"] = {
name: "periodic",
names: {"en": "Periodic", "zh": "周期损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "period", "symbols": {"zh": "周期"}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["periodicloss", "cosine-error", "von-mises", "周期损失"],
label: labels[2],
functions: [
function (r, period = 1) { return _versin2pi(r / period); },
function (r, period = 1) { return 2 * Math.PI * Math.sin(2 * Math.PI * r / period) / period; },
function (r, period = 1) { return 4 * Math.PI ** 2 * Math.cos(2 * Math.PI * r / period) / period ** 2; },
],
switches: [],
allowed: [],
};
lossplot.losses["linex"] = {
name: "linex",
names: {"en": "LINEX", "zh": "LINEX 损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "a", "symbols": {}, "default": 1.0, "interval": [-Infinity, Infinity, false, false], "sizes": [1e-100, 1e+100], "holes": [[0.0, 0.0, true, true]]}, {"name": "b", "symbols": {}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["linear-exponential", "linex 损失"],
label: labels[2],
functions: [
function (r, a = 1, b = 1) { return _linex(r, a, b); },
function (r, a = 1, b = 1) { return b * a * Math.expm1(a * r); },
function (r, a = 1, b = 1) { return b * a ** 2 * Math.exp(a * r); },
],
switches: [],
allowed: [],
};
lossplot.losses["quantile-huber"] = {
name: "quantile-huber",
names: {"en": "Quantile Huber", "zh": "分位数 Huber 损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "tau", "symbols": {"en": "τ", "zh": "τ"}, "default": 0.5, "interval": [0.0, 1.0, false, false], "sizes": [1e-100, 1e+100]}, {"name": "delta", "symbols": {"en": "δ", "zh": "δ"}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["qr-dqn", "huber-pinball", "分位数 huber 损失"],
label: labels[2],
functions: [
function (r, tau = 0.5, delta = 1) { const size = Math.abs(r); return (r <= 0 ? tau : 1 - tau) * ( size <= delta ? r * (r / delta) / 2 : size - delta / 2 ); },
function (r, tau = 0.5, delta = 1) { return (r <= 0 ? tau : 1 - tau) * (Math.abs(r) <= delta ? r / delta : Math.sign(r)); },
function (r, tau = 0.5, delta = 1) { return (r <= 0 ? tau : 1 - tau) * (Math.abs(r) <= delta ? 1 / delta : 0); },
],
switches: [
function (r, tau = 0.5, delta = 1) { return r - 0; },
function (r, tau = 0.5, delta = 1) { return r; },
function (r, tau = 0.5, delta = 1) { return Math.abs(r) - delta; },
],
allowed: [],
};
lossplot.losses["wing"] = {
name: "wing",
names: {"en": "Wing", "zh": "Wing 损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "w", "symbols": {}, "default": 10.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}, {"name": "epsilon", "symbols": {"en": "ε", "zh": "ε"}, "default": 2.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["wing-loss", "wing 损失"],
label: labels[2],
functions: [
function (r, w = 10, epsilon = 2) { if (Math.abs(r) < w) return w * Math.log1p(Math.abs(r) / epsilon); return Math.abs(r) - (w - w * Math.log(1 + w / epsilon)); },
function (r, w = 10, epsilon = 2) { if (Math.abs(r) < w) { return w * Math.sign(r) / (epsilon * (1 + Math.abs(r) / epsilon)); } return Math.sign(r); },
function (r, w = 10, epsilon = 2) { if (Math.abs(r) < w) { return -w * Math.sign(r) ** 2 / (epsilon * (1 + Math.abs(r) / epsilon)) ** 2; } return 0; },
],
switches: [
function (r, w = 10, epsilon = 2) { return r; },
function (r, w = 10, epsilon = 2) { return Math.abs(r) - w; },
function (r, w = 10, epsilon = 2) { return 1 + Math.abs(r) / epsilon; },
],
allowed: [],
};
lossplot.losses["adaptive-wing"] = {
name: "adaptive-wing",
names: {"en": "Adaptive wing", "zh": "自适应 Wing 损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "target", "symbols": {"zh": "目标值"}, "default": 0.0, "interval": [0.0, 1.0, true, true], "sizes": [1e-100, 1e+100]}, {"name": "alpha", "symbols": {"en": "α", "zh": "α"}, "default": 2.1, "interval": [2.0, Infinity, false, false], "sizes": [1e-100, 1000.0]}, {"name": "omega", "symbols": {"en": "ω", "zh": "ω"}, "default": 14.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-09, 1000000000.0]}, {"name": "epsilon", "symbols": {"en": "ε", "zh": "ε"}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}, {"name": "theta", "symbols": {"en": "θ", "zh": "θ"}, "default": 0.5, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["awing", "adaptive-wing-loss", "自适应 wing 损失"],
label: labels[2],
functions: [
function ( r, target = 0, alpha = 2.1, omega = 14, epsilon = 1, theta = 0.5 ) { if (Math.abs(r) < theta) { return omega * _logpow1p(Math.abs(r), epsilon, alpha - target); } const t = alpha - target; return ( omega * _logpow1p(theta, epsilon, t) + omega / theta * t / (1 + (epsilon / theta) ** t) * (Math.abs(r) - theta) ); },
function ( r, target = 0, alpha = 2.1, omega = 14, epsilon = 1, theta = 0.5 ) { if (Math.abs(r) < theta) { const t = alpha - target; const size = Math.abs(r); const u = Math.sign(r) * t; const v = size / epsilon; return omega * ( size <= epsilon ? u * v ** (t - 1) / (epsilon * (1 + v ** t)) : u / (size * (1 + (epsilon / size) ** t)) ); } const t = alpha - target; return omega * t * Math.sign(r) / (theta * (1 + (epsilon / theta) ** t)); },
function ( r, target = 0, alpha = 2.1, omega = 14, epsilon = 1, theta = 0.5 ) { if (Math.abs(r) < theta) { const t = alpha - target; const size = Math.abs(r); const side = Math.sign(r); const u = size / epsilon; const v = epsilon / size; const w = epsilon * (1 + u ** t); const t2 = 1 + v ** t; const u2 = side ** 2; return omega * ( size <= epsilon ? ( u2 * t * (t - 1) * u ** (t - 2) / epsilon - u2 * t ** 2 * (u ** (t - 1)) ** 2 / w ) / w : -side * t * (side * t2 - epsilon * t * v ** (t - 1) * side / size) / (size * t2) ** 2 ); } return 0; },
],
switches: [
function ( r, target = 0, alpha = 2.1, omega = 14, epsilon = 1, theta = 0.5 ) { return r; },
function ( r, target = 0, alpha = 2.1, omega = 14, epsilon = 1, theta = 0.5 ) { return Math.abs(r) - theta; },
function ( r, target = 0, alpha = 2.1, omega = 14, epsilon = 1, theta = 0.5 ) { return Math.abs(r); },
],
allowed: [],
};
lossplot.losses["berhu"] = {
name: "berhu",
names: {"en": "Reverse Huber", "zh": "反向 Huber 损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "c", "symbols": {}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["reverse-huber", "inverse-huber", "反向 huber 损失"],
label: labels[2],
functions: [
function (r, c = 1) { return Math.abs(r) <= c ? Math.abs(r) : r * (r / (2 * c)) + c / 2; },
function (r, c = 1) { return Math.abs(r) <= c ? Math.sign(r) : r / c; },
function (r, c = 1) { return Math.abs(r) <= c ? 0 : 1 / c; },
],
switches: [
function (r, c = 1) { return r; },
function (r, c = 1) { return Math.abs(r) - c; },
],
allowed: [],
};
lossplot.losses["balanced-l1"] = {
name: "balanced-l1",
names: {"en": "Balanced L1", "zh": "平衡 L1 损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "alpha", "symbols": {"en": "α", "zh": "α"}, "default": 0.5, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}, {"name": "gamma", "symbols": {"en": "γ", "zh": "γ"}, "default": 1.5, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["libra", "平衡 l1 损失"],
label: labels[2],
functions: [
function (r, alpha = 0.5, gamma = 1.5) { if (Math.abs(r) < 1) return _balanced(Math.abs(r), alpha, gamma); const t = gamma / alpha; const u = -gamma / alpha; return gamma * Math.abs(r) - alpha * ( gamma < alpha ? _expm1mx(t) / Math.expm1(t) : 1 - t * Math.exp(u) / -Math.expm1(u) ); },
function (r, alpha = 0.5, gamma = 1.5) { if (Math.abs(r) < 1) { if (gamma < 700 * alpha) { return alpha * Math.sign(r) * Math.log1p(Math.expm1(gamma / alpha) * Math.abs(r)); } if (r === 0) return 0; const size = Math.abs(r); return Math.sign(r) * ( gamma + alpha * Math.log(size + Math.exp(-gamma / alpha) * (1 - size)) ); } return gamma * Math.sign(r); },
function (r, alpha = 0.5, gamma = 1.5) { if (Math.abs(r) < 1) { if (gamma < 700 * alpha) { const t = Math.expm1(gamma / alpha); return alpha * Math.sign(r) ** 2 * t / (1 + t * Math.abs(r)); } if (r === 0) return 0; const side = Math.sign(r); const t = Math.exp(-gamma / alpha); return alpha * side * (side - t * side) / (Math.abs(r) + t * (1 - Math.abs(r))); } return 0; },
],
switches: [
function (r, alpha = 0.5, gamma = 1.5) { return r; },
function (r, alpha = 0.5, gamma = 1.5) { return Math.abs(r) - 1; },
],
allowed: [],
};
lossplot.losses["gaussian-nll"] = {
name: "gaussian-nll",
names: {"en": "Gaussian negative log-likelihood", "zh": "高斯负对数似然"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "sigma", "symbols": {"en": "σ", "zh": "σ"}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["gaussiannllloss", "normal-nll", "高斯负对数似然", "torch:gaussian-nll-full", "scipy:norm-logpdf"],
label: labels[2],
functions: [
function (r, sigma = 1) { return Math.log(sigma) + Math.log(2 * Math.PI) / 2 + (r / sigma) ** 2 / 2; },
function (r, sigma = 1) { return r / sigma ** 2; },
function (r, sigma = 1) { return 1 / sigma ** 2; },
],
switches: [],
allowed: [],
};
lossplot.losses["laplace-nll"] = {
name: "laplace-nll",
names: {"en": "Laplace negative log-likelihood", "zh": "拉普拉斯负对数似然"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "b", "symbols": {}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["laplacenll", "拉普拉斯负对数似然", "torch:laplace-nll", "scipy:laplace-logpdf"],
label: labels[2],
functions: [
function (r, b = 1) { return Math.log(2 * b) + Math.abs(r) / b; },
function (r, b = 1) { return Math.sign(r) / b; },
function (r, b = 1) { return 0; },
],
switches: [
function (r, b = 1) { return r; },
],
allowed: [],
};
lossplot.losses["smooth-epsilon-insensitive"] = {
name: "smooth-epsilon-insensitive",
names: {"en": "Smooth ε-insensitive", "zh": "光滑 ε-不敏感损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "epsilon", "symbols": {"en": "ε", "zh": "ε"}, "default": 0.1, "interval": [0.0, Infinity, true, false], "sizes": [0.0, 1e+100]}],
called: ["smooth-svr", "光滑 ε-不敏感损失"],
label: labels[2],
functions: [
function (r, epsilon = 0.1) { return _softplus2(r, epsilon); },
function (r, epsilon = 0.1) { return Math.tanh(r) / (1 + Math.cosh(epsilon) / Math.cosh(r)); },
function (r, epsilon = 0.1) { const u = Math.cosh(r); const v = Math.cosh(epsilon); const t = 1 + v / u; return (1 / u ** 2 + Math.tanh(r) * v * Math.sinh(r) / (t * u ** 2)) / t; },
],
switches: [],
allowed: [],
};
lossplot.losses["epsilon-zero-one"] = {
name: "epsilon-zero-one",
names: {"en": "Zero–one with tolerance", "zh": "带容差的 0-1 损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "epsilon", "symbols": {"en": "ε", "zh": "ε"}, "default": 0.5, "interval": [0.0, Infinity, true, false], "sizes": [0.0, 1e+100]}],
called: ["numerrors", "hit-or-miss", "indicator", "带容差的 0-1 损失"],
label: labels[2],
functions: [
function (r, epsilon = 0.5) { return Math.abs(r) > epsilon ? 1 : 0; },
function (r, epsilon = 0.5) { return 0; },
function (r, epsilon = 0.5) { return 0; },
],
switches: [
function (r, epsilon = 0.5) { return r; },
function (r, epsilon = 0.5) { return Math.abs(r) - epsilon; },
],
allowed: [],
};
lossplot.losses["crps-gaussian"] = {
name: "crps-gaussian",
names: {"en": "Gaussian CRPS", "zh": "高斯连续分级概率评分"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "sigma", "symbols": {"en": "σ", "zh": "σ"}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["crps", "高斯连续分级概率评分"],
label: labels[2],
functions: [
function (r, sigma = 1) { return _normal_crps(r, sigma); },
function (r, sigma = 1) { return _erf(r / (sigma * Math.sqrt(2))); },
function (r, sigma = 1) { const t = sigma * Math.sqrt(2); return 2 * Math.exp(-((r / t) ** 2)) / (t * Math.sqrt(Math.PI)); },
],
switches: [],
allowed: [],
};
lossplot.losses["interval-score"] = {
name: "interval-score",
names: {"en": "Interval score", "zh": "区间评分"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "alpha", "symbols": {"en": "α", "zh": "α"}, "default": 0.05, "interval": [0.0, 1.0, false, false], "sizes": [1e-100, 1e+100]}, {"name": "width", "symbols": {"zh": "宽度"}, "default": 2.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["interval", "winkler", "winkler-score", "mean-interval-score", "区间评分"],
label: labels[2],
functions: [
function (r, alpha = 0.05, width = 2) { return width + 2 / alpha * Math.max(0, Math.abs(r) - width / 2); },
function (r, alpha = 0.05, width = 2) { return Math.abs(r) > width / 2 ? 2 * Math.sign(r) / alpha : 0; },
function (r, alpha = 0.05, width = 2) { return 0; },
],
switches: [
function (r, alpha = 0.05, width = 2) { return r; },
function (r, alpha = 0.05, width = 2) { return 0 - (Math.abs(r) - width / 2); },
],
allowed: [],
};
lossplot.losses["aft-normal"] = {
name: "aft-normal",
names: {"en": "Log-normal survival", "zh": "对数正态生存损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "sigma", "symbols": {"en": "σ", "zh": "σ"}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}, {"name": "censored", "symbols": {"zh": "删失"}, "default": 0.0, "interval": [0.0, 1.0, true, true], "sizes": [1e-100, 1e+100], "integer": true}],
called: ["aft", "log-normal-aft", "对数正态生存损失", "xgboost:survival:aft"],
label: labels[3],
functions: [
function (r, sigma = 1, censored = 0) { if (censored > 0) return -_log_ndtr(r / sigma); return Math.log(sigma) + Math.log(2 * Math.PI) / 2 + (r / sigma) ** 2 / 2; },
function (r, sigma = 1, censored = 0) { if (censored > 0) { if (r / sigma < -20) { const t = r / sigma; return ( (t + 1 / (t + 2 / (t + 3 / (t + 4 / (t + 5 / (t + 6 * sigma / r)))))) / sigma ); } const t = r / sigma; return -Math.exp(-(t ** 2) / 2) / (sigma * Math.sqrt(2 * Math.PI) * _ndtr(t)); } return r / sigma ** 2; },
function (r, sigma = 1, censored = 0) { if (censored > 0) { if (r / sigma < -20) { const u = r / sigma; const t2 = 6 * sigma; const u2 = u + t2 / r; const t = u + 5 / u2; const v = 1 / sigma; const v2 = u + 4 / t; const w = u + 3 / v2; return ( ( v - ( v - 2 * ( v - 3 * (v - 4 * (v - 5 * (v - t2 / r ** 2) / u2 ** 2) / t ** 2) / v2 ** 2 ) / w ** 2 ) / (u + 2 / w) ** 2 ) / sigma ); } const t = sigma * Math.sqrt(2 * Math.PI) * _ndtr(r / sigma); const u = Math.exp(-((r / sigma) ** 2) / 2); return (r * u / sigma ** 2 + u ** 2 / t) / t; } return 1 / sigma ** 2; },
],
switches: [],
allowed: [],
};
lossplot.losses["aft-logistic"] = {
name: "aft-logistic",
names: {"en": "Log-logistic survival", "zh": "对数逻辑斯谛生存损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "sigma", "symbols": {"en": "σ", "zh": "σ"}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}, {"name": "censored", "symbols": {"zh": "删失"}, "default": 0.0, "interval": [0.0, 1.0, true, true], "sizes": [1e-100, 1e+100], "integer": true}],
called: ["log-logistic-aft", "对数逻辑斯谛生存损失", "xgboost:survival:aft-logistic", "scipy:logistic-logpdf"],
label: labels[3],
functions: [
function (r, sigma = 1, censored = 0) { if (censored > 0) return _softplus(-r / sigma); return Math.log(sigma) + _softplus2(r / sigma, 0); },
function (r, sigma = 1, censored = 0) { if (censored > 0) return -_sigmoid(-r / sigma) / sigma; return Math.tanh(r / sigma) / (sigma * (1 + Math.cosh(0) / Math.cosh(r / sigma))); },
function (r, sigma = 1, censored = 0) { if (censored > 0) return _sigmoid(-r / sigma) * _sigmoid(r / sigma) / sigma ** 2; const v = r / sigma; const t = Math.cosh(v); const w = Math.cosh(0); const u = sigma * (1 + w / t); return (1 / (sigma * t ** 2) + Math.tanh(v) * w * Math.sinh(v) / (u * t ** 2)) / u; },
],
switches: [],
allowed: [],
};
lossplot.losses["aft-extreme"] = {
name: "aft-extreme",
names: {"en": "Weibull survival", "zh": "韦布尔生存损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "sigma", "symbols": {"en": "σ", "zh": "σ"}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}, {"name": "censored", "symbols": {"zh": "删失"}, "default": 0.0, "interval": [0.0, 1.0, true, true], "sizes": [1e-100, 1e+100], "integer": true}],
called: ["weibull", "weibull-aft", "韦布尔生存损失", "xgboost:survival:aft-extreme", "scipy:gumbel-r-logpdf"],
label: labels[3],
functions: [
function (r, sigma = 1, censored = 0) { if (censored > 0) return _expscaled(r, -1 / sigma); return Math.log(sigma) + 1 + _linex(r, -1 / sigma, 1); },
function (r, sigma = 1, censored = 0) { if (censored > 0) return -Math.exp(-r / sigma) / sigma; return -Math.expm1(-r / sigma) / sigma; },
function (r, sigma = 1, censored = 0) { return Math.exp(-r / sigma) / sigma ** 2; },
],
switches: [],
allowed: [],
};
lossplot.losses["tukey-biweight"] = {
name: "tukey-biweight",
names: {"en": "Tukey's biweight", "zh": "Tukey 双权损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "c", "symbols": {}, "default": 4.685, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["tukey", "bisquare", "biweight", "tukeybiweight", "tukeyloss", "tukey 双权损失", "statsmodels:tukeybiweight", "ceres:tukeyloss"],
label: labels[2],
functions: [
function (r, c = 4.685) { return Math.abs(r) <= c ? _tukey(r, c, 2) : c ** 2 / 6; },
function (r, c = 4.685) { return Math.abs(r) <= c ? r * _powgap(r / c, 2) ** 2 : 0; },
function (r, c = 4.685) { if (Math.abs(r) <= c) { return _powgap(r / c, 2) ** 2 - 4 * r ** 2 * _powgap(r / c, 2) / c ** 2; } return 0; },
],
switches: [
function (r, c = 4.685) { return r; },
function (r, c = 4.685) { return Math.abs(r) - c; },
],
allowed: [],
};
lossplot.losses["cauchy"] = {
name: "cauchy",
names: {"en": "Cauchy", "zh": "Cauchy 损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "c", "symbols": {}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["cauchyloss", "lorentzian", "log1p-squared", "cauchy 损失", "scipy:cauchy", "ceres:cauchyloss"],
label: labels[2],
functions: [
function (r, c = 1) { return _cauchy(r, c); },
function (r, c = 1) { return Math.abs(r) < c ? r / (1 + (r / c) ** 2) : c / (r / c + c / r); },
function (r, c = 1) { if (Math.abs(r) < c) { return (1 - 2 * r ** 2 / (c ** 2 * (1 + (r / c) ** 2))) / (1 + (r / c) ** 2); } return -c * (1 / c - c / r ** 2) / (r / c + c / r) ** 2; },
],
switches: [],
allowed: [],
};
lossplot.losses["geman-mcclure"] = {
name: "geman-mcclure",
names: {"en": "Geman–McClure", "zh": "Geman–McClure 损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "c", "symbols": {}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["gm", "geman–mcclure 损失"],
label: labels[2],
functions: [
function (r, c = 1) { return _gemanmcclure(r, c); },
function (r, c = 1) { return r * (c / Math.hypot(r, c)) ** 4; },
function (r, c = 1) { const t = Math.hypot(r, c); return (c / t) ** 4 - 4 * r ** 2 * c * (c / t) ** 3 / t ** 3; },
],
switches: [],
allowed: [],
};
lossplot.losses["welsch"] = {
name: "welsch",
names: {"en": "Welsch", "zh": "Welsch 损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "c", "symbols": {}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["leclerc", "correntropy-regression", "welsch 损失"],
label: labels[2],
functions: [
function (r, c = 1) { return _welsch(r, c); },
function (r, c = 1) { return r * Math.exp(-((r / c) ** 2)); },
function (r, c = 1) { return Math.exp(-((r / c) ** 2)) - 2 * r ** 2 * Math.exp(-((r / c) ** 2)) / c ** 2; },
],
switches: [],
allowed: [],
};
lossplot.losses["fair"] = {
name: "fair",
names: {"en": "Fair", "zh": "Fair 损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "c", "symbols": {}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["fair-loss", "fairloss", "fair 损失", "lightgbm:fair"],
label: labels[2],
functions: [
function (r, c = 1) { return _fair(Math.abs(r), c); },
function (r, c = 1) { return r / (1 + Math.abs(r) / c); },
function (r, c = 1) { return (1 - r * Math.sign(r) / (c * (1 + Math.abs(r) / c))) / (1 + Math.abs(r) / c); },
],
switches: [
function (r, c = 1) { return r; },
],
allowed: [],
};
lossplot.losses["arctan"] = {
name: "arctan",
names: {"en": "Arctangent", "zh": "反正切损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "c", "symbols": {}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["arctan-loss", "反正切损失", "scipy:arctan", "ceres:arctanloss"],
label: labels[2],
functions: [
function (r, c = 1) { return _atansquare(r, c); },
function (r, c = 1) { if (Math.abs(r) < c) return r / (1 + (r / c) ** 4); return c * (c / r) ** 3 / (1 + (c / r) ** 4); },
function (r, c = 1) { if (Math.abs(r) < c) { return (1 - 4 * r * (r / c) ** 3 / (c * (1 + (r / c) ** 4))) / (1 + (r / c) ** 4); } const t = 1 + (c / r) ** 4; return ( (-3 * c ** 2 * (c / r) ** 2 / r ** 2 + 4 * c ** 2 * (c / r) ** 6 / (r ** 2 * t)) / t ); },
],
switches: [],
allowed: [],
};
lossplot.losses["andrews-wave"] = {
name: "andrews-wave",
names: {"en": "Andrews' wave", "zh": "Andrews 正弦波损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "a", "symbols": {}, "default": 1.339, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["andrews", "sine", "andrewwave", "andrews 正弦波损失", "statsmodels:andrewwave"],
label: labels[2],
functions: [
function (r, a = 1.339) { return Math.abs(r) <= Math.PI * a ? _wave(r, a) : 2 * a ** 2; },
function (r, a = 1.339) { return Math.abs(r) <= Math.PI * a ? a * Math.sin(r / a) : 0; },
function (r, a = 1.339) { return Math.abs(r) <= Math.PI * a ? Math.cos(r / a) : 0; },
],
switches: [
function (r, a = 1.339) { return r; },
function (r, a = 1.339) { return Math.abs(r) - Math.PI * a; },
],
allowed: [],
};
lossplot.losses["hampel"] = {
name: "hampel",
names: {"en": "Hampel", "zh": "Hampel 损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: "a ≤ b < c",
parameters: [{"name": "a", "symbols": {}, "default": 2.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}, {"name": "b", "symbols": {}, "default": 4.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}, {"name": "c", "symbols": {}, "default": 8.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["hampel17a", "hampel 损失", "statsmodels:hampel"],
label: labels[2],
functions: [
function (r, a = 2, b = 4, c = 8) { if (Math.abs(r) <= a) return r ** 2 / 2; if (Math.abs(r) <= b) return a * (Math.abs(r) - a / 2); if (Math.abs(r) <= c) { const size = Math.abs(r); return a * (size - a / 2 - (size - b) * ((size - b) / (c - b)) / 2); } return a * (b + c - a) / 2; },
function (r, a = 2, b = 4, c = 8) { if (Math.abs(r) <= a) return r; if (Math.abs(r) <= b) return a * Math.sign(r); if (Math.abs(r) <= c) { return a * (Math.sign(r) - Math.sign(r) * (Math.abs(r) - b) / (c - b)); } return 0; },
function (r, a = 2, b = 4, c = 8) { if (Math.abs(r) <= a) return 1; return Math.abs(r) <= b ? 0 : Math.abs(r) <= c ? -a * Math.sign(r) ** 2 / (c - b) : 0; },
],
switches: [
function (r, a = 2, b = 4, c = 8) { return r; },
function (r, a = 2, b = 4, c = 8) { return Math.abs(r) - a; },
function (r, a = 2, b = 4, c = 8) { return Math.abs(r) - b; },
function (r, a = 2, b = 4, c = 8) { return Math.abs(r) - c; },
],
allowed: [
function (r, a = 2, b = 4, c = 8) { if (a <= b && b < c) return 1; return 0; },
],
};
lossplot.losses["ramsay"] = {
name: "ramsay",
names: {"en": "Ramsay", "zh": "Ramsay 损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "a", "symbols": {}, "default": 0.3, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["ramsay-ea", "ramsaye", "ramsay 损失", "statsmodels:ramsaye"],
label: labels[2],
functions: [
function (r, a = 0.3) { return _ramsay(Math.abs(r), a); },
function (r, a = 0.3) { return r * Math.exp(-a * Math.abs(r)); },
function (r, a = 0.3) { return Math.exp(-a * Math.abs(r)) - r * a * Math.sign(r) * Math.exp(-a * Math.abs(r)); },
],
switches: [
function (r, a = 0.3) { return r; },
],
allowed: [],
};
lossplot.losses["truncated-quadratic"] = {
name: "truncated-quadratic",
names: {"en": "Truncated quadratic", "zh": "截断平方损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "c", "symbols": {}, "default": 2.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["talwar", "trimmed-mean", "trimmedmean", "skipped-mean", "clipped-mse", "截断平方损失", "statsmodels:trimmedmean"],
label: labels[2],
functions: [
function (r, c = 2) { return Math.abs(r) <= c ? r ** 2 / 2 : c ** 2 / 2; },
function (r, c = 2) { return Math.abs(r) <= c ? r : 0; },
function (r, c = 2) { return Math.abs(r) <= c ? 1 : 0; },
],
switches: [
function (r, c = 2) { return r; },
function (r, c = 2) { return Math.abs(r) - c; },
],
allowed: [],
};
lossplot.losses["student-t"] = {
name: "student-t",
names: {"en": "Student's t", "zh": "Student t 损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "c", "symbols": {}, "default": 2.3849, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}, {"name": "df", "symbols": {"zh": "自由度"}, "default": 4.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["studentt", "t-loss", "student t 损失", "statsmodels:studentt"],
label: labels[2],
functions: [
function (r, c = 2.3849, df = 4) { return _cauchy(r, c * Math.sqrt(df)); },
function (r, c = 2.3849, df = 4) { if (Math.abs(r) < c * Math.sqrt(df)) return r / (1 + (r / (c * Math.sqrt(df))) ** 2); return c * Math.sqrt(df) / (r / (c * Math.sqrt(df)) + c * Math.sqrt(df) / r); },
function (r, c = 2.3849, df = 4) { if (Math.abs(r) < c * Math.sqrt(df)) { const t = 1 + (r / (c * Math.sqrt(df))) ** 2; return (1 - 2 * r ** 2 / (c ** 2 * df * t)) / t; } const root = Math.sqrt(df); const t = c * root; return -c * root * (1 / t - t / r ** 2) / (r / t + t / r) ** 2; },
],
switches: [],
allowed: [],
};
lossplot.losses["tukey-quartic"] = {
name: "tukey-quartic",
names: {"en": "Tukey quartic", "zh": "Tukey 四次损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "c", "symbols": {}, "default": 3.61752, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}, {"name": "k", "symbols": {}, "default": 4.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["tukeyquartic", "asad", "tukey 四次损失", "statsmodels:tukeyquartic"],
label: labels[2],
functions: [
function (r, c = 3.61752, k = 4) { if (Math.abs(r) <= c) return _tukey(r, c, k); return c * (k / (k + 1)) * (c * (k / (k + 2))) / 2; },
function (r, c = 3.61752, k = 4) { return Math.abs(r) <= c ? r * _powgap(r / c, k) ** 2 : 0; },
function (r, c = 3.61752, k = 4) { if (Math.abs(r) <= c) { const t = _powgap(r / c, k); return t ** 2 - 2 * r * k * t * Math.sign(r / c) * Math.abs(r / c) ** (k - 1) / c; } return 0; },
],
switches: [
function (r, c = 3.61752, k = 4) { return r; },
function (r, c = 3.61752, k = 4) { return Math.abs(r) - c; },
],
allowed: [],
};
lossplot.losses["barron"] = {
name: "barron",
names: {"en": "Barron", "zh": "Barron 损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "alpha", "symbols": {"en": "α", "zh": "α"}, "default": 1.0, "interval": [-Infinity, 2.0, true, true], "sizes": [1e-100, 1e+100]}, {"name": "c", "symbols": {}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["general-robust", "adaptive-robust", "barron-general", "barron 损失"],
label: labels[2],
functions: [
function (r, alpha = 1, c = 1) { return _barron(r, alpha, c); },
function (r, alpha = 1, c = 1) { if (alpha === 2) return r / c ** 2; if (alpha < -1e300) return r * Math.exp(-((r / c) ** 2) / 2) / c ** 2; return ( r * Math.exp((alpha / 2 - 1) * Math.log1p((r / c) ** 2 / Math.abs(alpha - 2))) / c ** 2 ); },
function (r, alpha = 1, c = 1) { if (alpha === 2) return 1 / c ** 2; if (alpha < -1e300) { const t = Math.exp(-((r / c) ** 2) / 2); return (t - r ** 2 * t / c ** 2) / c ** 2; } const size = Math.abs(alpha - 2); const u = (r / c) ** 2 / size; const t = Math.exp((alpha / 2 - 1) * Math.log1p(u)); return (t + 2 * r ** 2 * (alpha / 2 - 1) * t / (c ** 2 * size * (1 + u))) / c ** 2; },
],
switches: [],
allowed: [],
};
lossplot.losses["tolerant"] = {
name: "tolerant",
names: {"en": "Tolerant", "zh": "容忍损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "a", "symbols": {}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}, {"name": "b", "symbols": {}, "default": 0.25, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["tolerantloss", "容忍损失", "ceres:tolerantloss"],
label: labels[2],
functions: [
function (r, a = 1, b = 0.25) { return _tolerant(r, a, b); },
function (r, a = 1, b = 0.25) { return r * _sigmoid((r ** 2 - a) / b); },
function (r, a = 1, b = 0.25) { const t = _sigmoid((r ** 2 - a) / b); return t + 2 * r ** 2 * t * _sigmoid(-(r ** 2 - a) / b) / b; },
],
switches: [],
allowed: [],
};
lossplot.losses["geman-reynolds"] = {
name: "geman-reynolds",
names: {"en": "Geman–Reynolds", "zh": "Geman–Reynolds 损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "c", "symbols": {}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["gemanreynolds", "geman–reynolds 损失"],
label: labels[2],
functions: [
function (r, c = 1) { return _ratio(Math.abs(r) / c); },
function (r, c = 1) { return Math.sign(r) / (c * (1 + Math.abs(r) / c) ** 2); },
function (r, c = 1) { const t = 1 + Math.abs(r) / c; return -2 * Math.sign(r) ** 2 * t / (c * t ** 2) ** 2; },
],
switches: [
function (r, c = 1) { return r; },
],
allowed: [],
};
lossplot.losses["dcs"] = {
name: "dcs",
names: {"en": "Dynamic covariance scaling", "zh": "动态协方差缩放损失"},
axis: "error",
variable: "r",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "phi", "symbols": {"en": "φ", "zh": "φ"}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["dcsloss", "switchable-constraints", "动态协方差缩放损失"],
label: labels[2],
functions: [
function (r, phi = 1) { return r ** 2 <= phi ? r ** 2 / 2 : 3 * phi / 2 - 2 * phi ** 2 / (r ** 2 + phi); },
function (r, phi = 1) { return r ** 2 <= phi ? r : 4 * phi ** 2 * r / (r ** 2 + phi) ** 2; },
function (r, phi = 1) { if (r ** 2 <= phi) return 1; return (4 * phi ** 2 - 16 * phi ** 2 * r ** 2 / (r ** 2 + phi)) / (r ** 2 + phi) ** 2; },
],
switches: [
function (r, phi = 1) { return r ** 2 - phi; },
function (r, phi = 1) { return r ** 2 + phi; },
],
allowed: [],
};
lossplot.losses["log-loss"] = {
name: "log-loss",
names: {"en": "Cross-entropy", "zh": "交叉熵"},
axis: "probability",
variable: "p",
domain: [0.0, 1.0],
axisView: [0.0, 1.0],
requires: null,
parameters: [],
called: ["cross-entropy", "crossentropy", "crossentropyloss", "ce", "bce", "nll", "nllloss", "logloss", "binary-crossentropy", "binary-cross-entropy", "categorical-crossentropy", "categorical-cross-entropy", "negative-log-likelihood", "logarithmic-score", "ignorance", "交叉熵", "torch:nll", "torch:bce", "keras:binary-crossentropy", "sklearn:log-loss-metric", "keras:categorical-crossentropy", "keras:sparse-categorical-crossentropy", "xgboost:logloss"],
label: labels[4],
functions: [
function (p) { return -Math.log(p); },
function (p) { return -1 / p; },
function (p) { return 1 / p ** 2; },
],
switches: [
function (p) { return p; },
],
allowed: [],
mirrored: [
function (p) { return -Math.log1p(-p); },
function (p) { return 1 / (1 - p); },
function (p) { return 1 / (1 - p) ** 2; },
],
mirroredSwitches: [
function (p) { return 1 + -p; },
],
};
lossplot.losses["brier"] = {
name: "brier",
names: {"en": "Brier score", "zh": "Brier 评分"},
axis: "probability",
variable: "p",
domain: [0.0, 1.0],
axisView: [0.0, 1.0],
requires: null,
parameters: [],
called: ["brier-score", "brier-score-loss", "quadratic-score", "mse-prob", "brier 评分", "sklearn:brier-score-loss", "torch:mse-probability", "keras:mean-squared-error-probability"],
label: labels[4],
functions: [
function (p) { return (1 - p) ** 2; },
function (p) { return -2 * (1 - p); },
function (p) { return 2; },
],
switches: [],
allowed: [],
mirrored: [
function (p) { return p ** 2; },
function (p) { return 2 * p; },
function (p) { return 2; },
],
mirroredSwitches: [],
};
lossplot.losses["focal"] = {
name: "focal",
names: {"en": "Focal", "zh": "焦点损失"},
axis: "probability",
variable: "p",
domain: [0.0, 1.0],
axisView: [0.0, 1.0],
requires: null,
parameters: [{"name": "gamma", "symbols": {"en": "γ", "zh": "γ"}, "default": 2.0, "interval": [0.0, Infinity, true, false], "sizes": [1e-100, 1e+100]}, {"name": "alpha", "symbols": {"en": "α", "zh": "α"}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["focal-loss", "focalloss", "sigmoid-focal-loss", "binaryfocalcrossentropy", "焦点损失", "optax:sigmoid-focal-loss-alpha"],
label: labels[4],
functions: [
function (p, gamma = 2, alpha = 1) { return alpha * _focal(p, gamma); },
function (p, gamma = 2, alpha = 1) { return alpha * ( gamma <= 0 ? -1 / p : -_pow1p(-p, gamma) * (gamma * _logratio(p) + 1 / p) ); },
function (p, gamma = 2, alpha = 1) { const size = Math.abs(p - 1); const t = 1 / p ** 2; return alpha * ( gamma <= 0 ? t : gamma * _pow1p(-p, gamma - 1) * (gamma * _logratio(p) + 1 / p) - _pow1p(-p, gamma) * ( ( size <= 0 ? -gamma / 2 : size < 0.5 ? gamma * (-_log1pmx(p - 1) / (p - 1) ** 2 - 1 / p) : gamma * (1 - _xlogy(p, p) / (p - 1)) / (p * (p - 1)) ) - t ) ); },
],
switches: [
function (p, gamma = 2, alpha = 1) { return p; },
],
allowed: [],
mirrored: [
function (p, gamma = 2, alpha = 1) { return alpha * _focal(1 - p, gamma); },
function (p, gamma = 2, alpha = 1) { const t = 1 / (1 - p); return alpha * ( gamma <= 0 ? t : _pow1p(p - 1, gamma) * (gamma * _logratio(1 - p) + t) ); },
function (p, gamma = 2, alpha = 1) { const t = 1 / (1 - p) ** 2; const u = 1 / (1 - p); const size = Math.abs(p); return alpha * ( gamma <= 0 ? t : gamma * _pow1p(p - 1, gamma - 1) * (gamma * _logratio(1 - p) + u) + _pow1p(p - 1, gamma) * ( ( size <= 0 ? gamma / 2 : size < 0.5 ? -gamma * (-_log1pmx(-p) / (-p) ** 2 - u) : gamma * (1 + _xlogy(1 - p, 1 - p) / p) / (p * (1 - p)) ) + t ) ); },
],
mirroredSwitches: [
function (p, gamma = 2, alpha = 1) { return 1 - p; },
],
};
lossplot.losses["asymmetric"] = {
name: "asymmetric",
names: {"en": "Asymmetric", "zh": "非对称损失"},
axis: "probability",
variable: "p",
domain: [0.0, 1.0],
axisView: [0.0, 1.0],
requires: null,
parameters: [{"name": "gamma", "symbols": {"en": "γ", "zh": "γ"}, "default": 4.0, "interval": [0.0, Infinity, true, false], "sizes": [1e-100, 1e+100]}, {"name": "c", "symbols": {}, "default": 0.05, "interval": [0.0, 1.0, true, false], "sizes": [0.0, 1e+100]}, {"name": "positive", "symbols": {"zh": "正标签"}, "default": 0.0, "interval": [0.0, 1.0, true, true], "sizes": [1e-100, 1e+100], "integer": true}],
called: ["asl", "asymmetric-loss", "asymmetricloss", "非对称损失", "timm:asymmetriclossmultilabel", "timm:asymmetriclossmultilabel-positive"],
label: labels[4],
functions: [
function (p, gamma = 4, c = 0.05, positive = 0) { if (positive > 0) return _focal(p, gamma); return p < 1 - c ? _focal(p + c, gamma) : 0; },
function (p, gamma = 4, c = 0.05, positive = 0) { if (positive > 0) { if (gamma <= 0) return -1 / p; return -_pow1p(-p, gamma) * (gamma * _logratio(p) + 1 / p); } if (p < 1 - c) { if (gamma <= 0) return -1 / (p + c); return -_pow1p(-(p + c), gamma) * (gamma * _logratio(p + c) + 1 / (p + c)); } return 0; },
function (p, gamma = 4, c = 0.05, positive = 0) { if (positive > 0) { if (gamma <= 0) return 1 / p ** 2; const size = Math.abs(p - 1); return ( gamma * _pow1p(-p, gamma - 1) * (gamma * _logratio(p) + 1 / p) - _pow1p(-p, gamma) * ( ( size <= 0 ? -gamma / 2 : size < 0.5 ? gamma * (-_log1pmx(p - 1) / (p - 1) ** 2 - 1 / p) : gamma * (1 - _xlogy(p, p) / (p - 1)) / (p * (p - 1)) ) - 1 / p ** 2 ) ); } if (p < 1 - c) { if (gamma <= 0) return 1 / (p + c) ** 2; const t = p + c - 1; const u = 1 / (p + c); const size = Math.abs(t); const v = -(p + c); return ( gamma * _pow1p(v, gamma - 1) * (gamma * _logratio(p + c) + u) - _pow1p(v, gamma) * ( ( size <= 0 ? -gamma / 2 : size < 0.5 ? gamma * (-_log1pmx(t) / t ** 2 - u) : gamma * (1 - _xlogy(p + c, p + c) / t) / ((p + c) * t) ) - 1 / (p + c) ** 2 ) ); } return 0; },
],
switches: [
function (p, gamma = 4, c = 0.05, positive = 0) { return p; },
function (p, gamma = 4, c = 0.05, positive = 0) { return p - (1 - c); },
function (p, gamma = 4, c = 0.05, positive = 0) { return p + c; },
],
allowed: [],
mirrored: [
function (p, gamma = 4, c = 0.05, positive = 0) { if (positive > 0) return _focal(1 - p, gamma); return 1 - p < 1 - c ? _focal(1 - p + c, gamma) : 0; },
function (p, gamma = 4, c = 0.05, positive = 0) { if (positive > 0) { if (gamma <= 0) return 1 / (1 - p); return _pow1p(p - 1, gamma) * (gamma * _logratio(1 - p) + 1 / (1 - p)); } if (1 - p < 1 - c) { if (gamma <= 0) return 1 / (1 - p + c); const t = 1 - p + c; return _pow1p(-t, gamma) * (gamma * _logratio(t) + 1 / t); } return 0; },
function (p, gamma = 4, c = 0.05, positive = 0) { if (positive > 0) { if (gamma <= 0) return 1 / (1 - p) ** 2; const t = 1 / (1 - p); const size = Math.abs(p); return ( gamma * _pow1p(p - 1, gamma - 1) * (gamma * _logratio(1 - p) + t) + _pow1p(p - 1, gamma) * ( ( size <= 0 ? gamma / 2 : size < 0.5 ? -gamma * (-_log1pmx(-p) / (-p) ** 2 - t) : gamma * (1 + _xlogy(1 - p, 1 - p) / p) / (p * (1 - p)) ) + 1 / (1 - p) ** 2 ) ); } if (1 - p < 1 - c) { if (gamma <= 0) return 1 / (1 - p + c) ** 2; const t = 1 - p + c; const size = Math.abs(t - 1); return ( gamma * _pow1p(-t, gamma - 1) * (gamma * _logratio(t) + 1 / t) + _pow1p(-t, gamma) * ( ( size <= 0 ? gamma / 2 : size < 0.5 ? -gamma * (-_log1pmx(t - 1) / (t - 1) ** 2 - 1 / t) : -gamma * (1 - _xlogy(t, t) / (t - 1)) / (t * (t - 1)) ) + 1 / t ** 2 ) ); } return 0; },
],
mirroredSwitches: [
function (p, gamma = 4, c = 0.05, positive = 0) { return 1 - p; },
function (p, gamma = 4, c = 0.05, positive = 0) { return 1 - p - (1 - c); },
function (p, gamma = 4, c = 0.05, positive = 0) { return 1 - p + c; },
],
};
lossplot.losses["spherical"] = {
name: "spherical",
names: {"en": "Spherical score", "zh": "球面评分"},
axis: "probability",
variable: "p",
domain: [0.0, 1.0],
axisView: [0.0, 1.0],
requires: null,
parameters: [],
called: ["spherical-score", "球面评分"],
label: labels[4],
functions: [
function (p) { const root = Math.sqrt(p ** 2 + (1 - p) ** 2); return (1 - p) ** 2 / (root * (p + root)); },
function (p) { const v = (1 - p) ** 2; const root = Math.sqrt(p ** 2 + v); const t = 2 * p - 2 * (1 - p); const w = p + root; const u = root * w; const t2 = 2 * root; return (-2 * (1 - p) - v * (t * w / t2 + root * (1 + t / t2)) / u) / u; },
function (p) { const w = (1 - p) ** 2; const v2 = p ** 2 + w; const root = Math.sqrt(v2); const u = 2 * p - 2 * (1 - p); const t2 = 2 * root; const u2 = p + root; const w2 = 1 + u / t2; const t = u * u2 / t2 + root * w2; const v = root * u2; const t3 = -2 * (1 - p); return ( ( 2 - ( t3 * t + w * ( (4 * u2 + u * w2 - u ** 2 * u2 / (2 * v2)) / t2 + (u * w2 / t2 + (4 - u ** 2 / (2 * v2)) / 2) ) - w * t ** 2 / v ) / v - (t3 - w * t / v) * t / v ) / v ); },
],
switches: [
function (p) { return p ** 2 + (1 - p) ** 2; },
function (p) { return Math.sqrt(p ** 2 + (1 - p) ** 2) * (p + Math.sqrt(p ** 2 + (1 - p) ** 2)); },
],
allowed: [],
mirrored: [
function (p) { const root = Math.sqrt((1 - p) ** 2 + p ** 2); return p ** 2 / (root * (1 - p + root)); },
function (p) { const root = Math.sqrt((1 - p) ** 2 + p ** 2); const t = 1 - p + root; const u = -2 * (1 - p) + 2 * p; const v = 2 * root; return (2 * p - p ** 2 * (u * t / v + root * (u / v - 1)) / (root * t)) / (root * t); },
function (p) { const w = (1 - p) ** 2 + p ** 2; const root = Math.sqrt(w); const u = -2 * (1 - p) + 2 * p; const v = 1 - p + root; const t2 = 2 * root; const v2 = u / t2 - 1; const t = u * v / t2 + root * v2; const u2 = root * v; return ( ( 2 - ( 2 * p * t + p ** 2 * ( (4 * v + u * v2 - u ** 2 * v / (2 * w)) / t2 + (u * v2 / t2 + (4 - u ** 2 / (2 * w)) / 2) ) - p ** 2 * t ** 2 / u2 ) / u2 - (2 * p - p ** 2 * t / u2) * t / u2 ) / u2 ); },
],
mirroredSwitches: [
function (p) { return (1 - p) ** 2 + p ** 2; },
function (p) { return Math.sqrt((1 - p) ** 2 + p ** 2) * (1 - p + Math.sqrt((1 - p) ** 2 + p ** 2)); },
],
};
lossplot.losses["zero-one-probability"] = {
name: "zero-one-probability",
names: {"en": "Zero–one of the probability", "zh": "概率 0-1 损失"},
axis: "probability",
variable: "p",
domain: [0.0, 1.0],
axisView: [0.0, 1.0],
requires: null,
parameters: [],
called: ["zero-one-prob", "accuracy-loss", "hammingloss", "概率 0-1 损失", "sklearn:hamming-loss"],
label: labels[4],
functions: [
function (p) { return p <= 1 / 2 ? 1 : 0; },
function (p) { return 0; },
function (p) { return 0; },
],
switches: [
function (p) { return p - 1 / 2; },
],
allowed: [],
mirrored: [
function (p) { return 1 - p <= 1 / 2 ? 1 : 0; },
function (p) { return 0; },
function (p) { return 0; },
],
mirroredSwitches: [
function (p) { return 1 - p - 1 / 2; },
],
};
lossplot.losses["linear-probability"] = {
name: "linear-probability",
names: {"en": "Linear score", "zh": "线性评分"},
axis: "probability",
variable: "p",
domain: [0.0, 1.0],
axisView: [0.0, 1.0],
requires: null,
parameters: [],
called: ["mae-prob", "linear-score", "unhinged-prob", "线性评分", "torch:l1-probability", "keras:mean-absolute-error-probability"],
label: labels[4],
functions: [
function (p) { return 1 - p; },
function (p) { return -1; },
function (p) { return 0; },
],
switches: [],
allowed: [],
mirrored: [
function (p) { return p; },
function (p) { return 1; },
function (p) { return 0; },
],
mirroredSwitches: [],
};
lossplot.losses["poly1"] = {
name: "poly1",
names: {"en": "Poly-1", "zh": "Poly-1 损失"},
axis: "probability",
variable: "p",
domain: [0.0, 1.0],
axisView: [0.0, 1.0],
requires: null,
parameters: [{"name": "epsilon", "symbols": {"en": "ε", "zh": "ε"}, "default": 2.0, "interval": [-1.0, Infinity, true, false], "sizes": [1e-100, 1e+100]}],
called: ["polyloss", "poly-loss", "poly-loss-cross-entropy", "poly-1 损失", "optax:poly-loss-cross-entropy"],
label: labels[4],
functions: [
function (p, epsilon = 2) { return _logdev(p) + (1 + epsilon) * (1 - p); },
function (p, epsilon = 2) { return (p - 1) / p - (1 + epsilon); },
function (p, epsilon = 2) { return (1 - (p - 1) / p) / p; },
],
switches: [],
allowed: [],
mirrored: [
function (p, epsilon = 2) { return _logdev(1 - p) + (1 + epsilon) * p; },
function (p, epsilon = 2) { return p / (1 - p) + (1 + epsilon); },
function (p, epsilon = 2) { return (1 + p / (1 - p)) / (1 - p); },
],
mirroredSwitches: [],
};
lossplot.losses["gce"] = {
name: "gce",
names: {"en": "Generalized cross-entropy", "zh": "广义交叉熵"},
axis: "probability",
variable: "p",
domain: [0.0, 1.0],
axisView: [0.0, 1.0],
requires: null,
parameters: [{"name": "q", "symbols": {}, "default": 0.7, "interval": [0.0, 1.0, false, true], "sizes": [1e-100, 1e+100]}],
called: ["generalized-cross-entropy", "box-cox", "lq-loss", "广义交叉熵", "scipy:boxcox"],
label: labels[4],
functions: [
function (p, q = 0.7) { return -_boxcox(p, q); },
function (p, q = 0.7) { return -(p ** (q - 1)); },
function (p, q = 0.7) { return -(q - 1) * p ** (q - 2); },
],
switches: [],
allowed: [],
mirrored: [
function (p, q = 0.7) { return -_boxcox(1 - p, q); },
function (p, q = 0.7) { return (1 - p) ** (q - 1); },
function (p, q = 0.7) { return -(q - 1) * (1 - p) ** (q - 2); },
],
mirroredSwitches: [],
};
lossplot.losses["truncated-gce"] = {
name: "truncated-gce",
names: {"en": "Truncated generalized cross-entropy", "zh": "截断广义交叉熵"},
axis: "probability",
variable: "p",
domain: [0.0, 1.0],
axisView: [0.0, 1.0],
requires: null,
parameters: [{"name": "q", "symbols": {}, "default": 0.7, "interval": [0.0, 1.0, false, true], "sizes": [1e-100, 1e+100]}, {"name": "k", "symbols": {}, "default": 0.5, "interval": [0.0, 1.0, false, false], "sizes": [1e-100, 1e+100]}],
called: ["truncated-lq", "truncated-lq-loss", "truncatedloss", "截断广义交叉熵"],
label: labels[4],
functions: [
function (p, q = 0.7, k = 0.5) { return -_boxcox(Math.max(p, k), q); },
function (p, q = 0.7, k = 0.5) { return p < k ? 0 : -(Math.max(p, k) ** (q - 1)); },
function (p, q = 0.7, k = 0.5) { return p < k ? 0 : p < k ? 0 : -(q - 1) * Math.max(p, k) ** (q - 2); },
],
switches: [
function (p, q = 0.7, k = 0.5) { return p - k; },
],
allowed: [],
mirrored: [
function (p, q = 0.7, k = 0.5) { return -_boxcox(Math.max(1 - p, k), q); },
function (p, q = 0.7, k = 0.5) { return 1 - p < k ? 0 : Math.max(1 - p, k) ** (q - 1); },
function (p, q = 0.7, k = 0.5) { return 1 - p < k ? 0 : 1 - p < k ? 0 : -(q - 1) * Math.max(1 - p, k) ** (q - 2); },
],
mirroredSwitches: [
function (p, q = 0.7, k = 0.5) { return 1 - p - k; },
],
};
lossplot.losses["alpha-loss"] = {
name: "alpha-loss",
names: {"en": "α-loss", "zh": "α-损失"},
axis: "probability",
variable: "p",
domain: [0.0, 1.0],
axisView: [0.0, 1.0],
requires: null,
parameters: [{"name": "alpha", "symbols": {"en": "α", "zh": "α"}, "default": 2.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["tunable-loss", "α-损失"],
label: labels[4],
functions: [
function (p, alpha = 2) { return _alphaloss(p, alpha); },
function (p, alpha = 2) { return -(p ** (-1 / alpha)); },
function (p, alpha = 2) { return p ** (-1 / alpha - 1) / alpha; },
],
switches: [
function (p, alpha = 2) { return p; },
],
allowed: [],
mirrored: [
function (p, alpha = 2) { return _alphaloss(1 - p, alpha); },
function (p, alpha = 2) { return (1 - p) ** (-1 / alpha); },
function (p, alpha = 2) { return (1 - p) ** (-1 / alpha - 1) / alpha; },
],
mirroredSwitches: [
function (p, alpha = 2) { return 1 - p; },
],
};
lossplot.losses["tsallis"] = {
name: "tsallis",
names: {"en": "Tsallis score", "zh": "Tsallis 评分"},
axis: "probability",
variable: "p",
domain: [0.0, 1.0],
axisView: [0.0, 1.0],
requires: null,
parameters: [{"name": "q", "symbols": {}, "default": 1.5, "interval": [1.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["power-score", "density-power", "tsallis 评分"],
label: labels[4],
functions: [
function (p, q = 1.5) { return _tsallis(p, q); },
function (p, q = 1.5) { return -q * (q - 1) * ((1 - p) * p ** (q - 2) + (1 - p) ** (q - 1)); },
function (p, q = 1.5) { return ( -q * (q - 1) * ( -(p ** (q - 2)) + (1 - p) * (q - 2) * p ** (q - 3) - (q - 1) * (1 - p) ** (q - 2) ) ); },
],
switches: [
function (p, q = 1.5) { return p; },
],
allowed: [],
mirrored: [
function (p, q = 1.5) { return _tsallis(1 - p, q); },
function (p, q = 1.5) { return q * (q - 1) * (p * (1 - p) ** (q - 2) + p ** (q - 1)); },
function (p, q = 1.5) { return ( q * (q - 1) * ((1 - p) ** (q - 2) - p * (q - 2) * (1 - p) ** (q - 3) + (q - 1) * p ** (q - 2)) ); },
],
mirroredSwitches: [
function (p, q = 1.5) { return 1 - p; },
],
};
lossplot.losses["taylor-ce"] = {
name: "taylor-ce",
names: {"en": "Taylor cross-entropy", "zh": "Taylor 交叉熵"},
axis: "probability",
variable: "p",
domain: [0.0, 1.0],
axisView: [0.0, 1.0],
requires: null,
parameters: [{"name": "order", "symbols": {"zh": "阶数"}, "default": 2.0, "interval": [1.0, 1000.0, true, true], "sizes": [1e-100, 1e+100], "integer": true}],
called: ["taylor-cross-entropy", "taylor 交叉熵"],
label: labels[4],
functions: [
function (p, order = 2) { return _taylor(p, order); },
function (p, order = 2) { if (p === 0) return order * p * (order - 1) / 2 - order; return p < 0.5 ? Math.expm1(order * Math.log1p(-p)) / p : ((1 - p) ** order - 1) / p; },
function (p, order = 2) { if (p === 0) return order * (order - 1) / 2; if (p < 0.5) { const t = order * Math.log1p(-p); return (-order * Math.exp(t) / (1 - p) - Math.expm1(t) / p) / p; } return (-order * (1 - p) ** (order - 1) - ((1 - p) ** order - 1) / p) / p; },
],
switches: [],
allowed: [],
mirrored: [
function (p, order = 2) { return _taylor(1 - p, order); },
function (p, order = 2) { if (1 === p) return -(order * (order - 1) * (1 - p) / 2 - order); if (1 - p < 0.5) return -Math.expm1(order * Math.log1p(p - 1)) / (1 - p); return -(p ** order - 1) / (1 - p); },
function (p, order = 2) { if (1 === p) return order * (order - 1) / 2; if (1 - p < 0.5) { const t = order * Math.log1p(p - 1); return (-order * Math.exp(t) / p - Math.expm1(t) / (1 - p)) / (1 - p); } return (-order * p ** (order - 1) - (p ** order - 1) / (1 - p)) / (1 - p); },
],
mirroredSwitches: [],
};
lossplot.losses["boosting-score"] = {
name: "boosting-score",
names: {"en": "Boosting score", "zh": "提升评分"},
axis: "probability",
variable: "p",
domain: [0.0, 1.0],
axisView: [0.0, 1.0],
requires: null,
parameters: [],
called: ["exp-prob", "adaboost-score", "提升评分"],
label: labels[4],
functions: [
function (p) { return Math.sqrt(1 - p) / Math.sqrt(p); },
function (p) { return (-1 / (2 * Math.sqrt(1 - p)) - Math.sqrt(1 - p) / (2 * p)) / Math.sqrt(p); },
function (p) { const root = Math.sqrt(1 - p); const t = 2 * root; return ( ( -1 / (root * t ** 2) - (-1 / t - root / p) / (2 * p) - (-1 / t - root / (2 * p)) / (2 * p) ) / Math.sqrt(p) ); },
],
switches: [
function (p) { return 1 - p; },
function (p) { return p; },
function (p) { return Math.sqrt(p); },
],
allowed: [],
mirrored: [
function (p) { return Math.sqrt(p) / Math.sqrt(1 - p); },
function (p) { return (1 / (2 * Math.sqrt(p)) + Math.sqrt(p) / (2 * (1 - p))) / Math.sqrt(1 - p); },
function (p) { const root = Math.sqrt(p); const t = 2 * (1 - p); const u = 2 * root; return ( (-1 / (root * u ** 2) + (1 / u + root / (1 - p)) / t + (1 / u + root / t) / t) / Math.sqrt(1 - p) ); },
],
mirroredSwitches: [
function (p) { return p; },
function (p) { return 1 - p; },
function (p) { return Math.sqrt(1 - p); },
],
};
lossplot.losses["label-smoothing-ce"] = {
name: "label-smoothing-ce",
names: {"en": "Label-smoothing cross-entropy", "zh": "标签平滑交叉熵"},
axis: "probability",
variable: "p",
domain: [0.0, 1.0],
axisView: [0.0, 1.0],
requires: null,
parameters: [{"name": "epsilon", "symbols": {"en": "ε", "zh": "ε"}, "default": 0.1, "interval": [0.0, 1.0, false, false], "sizes": [1e-100, 1e+100]}, {"name": "classes", "symbols": {"zh": "类别数"}, "default": 2.0, "interval": [2.0, Infinity, true, false], "sizes": [1e-100, 1e+100], "integer": true}],
called: ["label-smoothing", "ls-ce", "标签平滑交叉熵", "torch:cross-entropy-label-smoothing", "keras:categorical-crossentropy-label-smoothing", "keras:binary-crossentropy-label-smoothing"],
label: labels[4],
functions: [
function (p, epsilon = 0.1, classes = 2) { const t = classes - 1; return -(1 - epsilon + epsilon / classes) * Math.log(p) - epsilon * t / classes * ( Math.log1p(-p) - Math.log(t) ); },
function (p, epsilon = 0.1, classes = 2) { return -(1 - epsilon + epsilon / classes) / p + epsilon * (classes - 1) / ( classes * (1 - p) ); },
function (p, epsilon = 0.1, classes = 2) { return ( (1 - epsilon + epsilon / classes) / p ** 2 + epsilon * classes * (classes - 1) / (classes * (1 - p)) ** 2 ); },
],
switches: [
function (p, epsilon = 0.1, classes = 2) { return p; },
function (p, epsilon = 0.1, classes = 2) { return 1 + -p; },
],
allowed: [],
mirrored: [
function (p, epsilon = 0.1, classes = 2) { const t = classes - 1; return -(1 - epsilon + epsilon / classes) * Math.log1p(-p) - epsilon * t / classes * ( Math.log(p) - Math.log(t) ); },
function (p, epsilon = 0.1, classes = 2) { return (1 - epsilon + epsilon / classes) / (1 - p) - epsilon * (classes - 1) / ( classes * p ); },
function (p, epsilon = 0.1, classes = 2) { return ( (1 - epsilon + epsilon / classes) / (1 - p) ** 2 + epsilon * classes * (classes - 1) / (classes * p) ** 2 ); },
],
mirroredSwitches: [
function (p, epsilon = 0.1, classes = 2) { return 1 + -p; },
function (p, epsilon = 0.1, classes = 2) { return p; },
],
};
lossplot.losses["symmetric-ce"] = {
name: "symmetric-ce",
names: {"en": "Symmetric cross-entropy", "zh": "对称交叉熵"},
axis: "probability",
variable: "p",
domain: [0.0, 1.0],
axisView: [0.0, 1.0],
requires: null,
parameters: [{"name": "alpha", "symbols": {"en": "α", "zh": "α"}, "default": 0.1, "interval": [0.0, Infinity, true, false], "sizes": [1e-100, 1e+100]}, {"name": "beta", "symbols": {"en": "β", "zh": "β"}, "default": 1.0, "interval": [0.0, Infinity, true, false], "sizes": [1e-100, 1e+100]}, {"name": "A", "symbols": {}, "default": -4.0, "interval": [-Infinity, 0.0, false, false], "sizes": [1e-100, 1e+100]}],
called: ["sce", "symmetric-cross-entropy", "对称交叉熵"],
label: labels[4],
functions: [
function (p, alpha = 0.1, beta = 1, A = -4) { return -_xlogy(alpha, p) - beta * A * (1 - p); },
function (p, alpha = 0.1, beta = 1, A = -4) { return -alpha / p + beta * A; },
function (p, alpha = 0.1, beta = 1, A = -4) { return alpha / p ** 2; },
],
switches: [
function (p, alpha = 0.1, beta = 1, A = -4) { return p; },
],
allowed: [],
mirrored: [
function (p, alpha = 0.1, beta = 1, A = -4) { return -_xlogy(alpha, 1 - p) - beta * A * p; },
function (p, alpha = 0.1, beta = 1, A = -4) { return alpha / (1 - p) - beta * A; },
function (p, alpha = 0.1, beta = 1, A = -4) { return alpha / (1 - p) ** 2; },
],
mirroredSwitches: [
function (p, alpha = 0.1, beta = 1, A = -4) { return 1 - p; },
],
};
lossplot.losses["normalized-ce"] = {
name: "normalized-ce",
names: {"en": "Normalized cross-entropy", "zh": "归一化交叉熵"},
axis: "probability",
variable: "p",
domain: [0.0, 1.0],
axisView: [0.0, 1.0],
requires: null,
parameters: [],
called: ["nce-loss", "归一化交叉熵"],
label: labels[4],
functions: [
function (p) { return _logshare(p); },
function (p) { const t = Math.log1p(-p); return (t / p + Math.log(p) / (1 - p)) / (Math.log(p) + t) ** 2; },
function (p) { const t = Math.log1p(-p); const u = Math.log(p); const v = u / (1 - p); return ( ( (-1 / (1 - p) - t / p) / p + (1 / p + v) / (1 - p) - 2 * (t / p + v) * (1 / p - 1 / (1 - p)) / (u + t) ) / (u + t) ** 2 ); },
],
switches: [],
allowed: [],
mirrored: [
function (p) { return _logshare(1 - p); },
function (p) { const t = Math.log1p(p - 1); return -(t / (1 - p) + Math.log(1 - p) / p) / (Math.log(1 - p) + t) ** 2; },
function (p) { const t = Math.log1p(p - 1); const u = Math.log(1 - p); const v = -1 / (1 - p); const w = t / (1 - p); return ( ( -((1 / p + w) / (1 - p) + (v - u / p) / p) + 2 * (w + u / p) * (v + 1 / p) / (u + t) ) / (u + t) ** 2 ); },
],
mirroredSwitches: [],
};
lossplot.losses["soft-dice"] = {
name: "soft-dice",
names: {"en": "Soft Dice", "zh": "软 Dice 损失"},
axis: "probability",
variable: "p",
domain: [0.0, 1.0],
axisView: [0.0, 1.0],
requires: null,
parameters: [],
called: ["dice", "dice-loss", "diceloss", "软 dice 损失", "keras:dice", "optax:dice-loss", "monai:dice", "smp:dice"],
label: labels[4],
functions: [
function (p) { return (1 - p) / (1 + p); },
function (p) { return (-1 - (1 - p) / (1 + p)) / (1 + p); },
function (p) { return -2 * (-1 - (1 - p) / (1 + p)) / (1 + p) ** 2; },
],
switches: [
function (p) { return 1 + p; },
],
allowed: [],
mirrored: [
function (p) { return p / (1 + (1 - p)); },
function (p) { return (1 + p / (1 + (1 - p))) / (1 + (1 - p)); },
function (p) { return 2 * (1 + p / (1 + (1 - p))) / (1 + (1 - p)) ** 2; },
],
mirroredSwitches: [
function (p) { return 1 + (1 - p); },
],
};
lossplot.losses["dice-squared"] = {
name: "dice-squared",
names: {"en": "Squared Dice", "zh": "平方 Dice 损失"},
axis: "probability",
variable: "p",
domain: [0.0, 1.0],
axisView: [0.0, 1.0],
requires: null,
parameters: [],
called: ["squared-dice", "v-net", "vnet-dice", "平方 dice 损失", "monai:dice-squared"],
label: labels[4],
functions: [
function (p) { return _squareddice(p); },
function (p) { return -2 * (1 - p) * (1 + p) / (1 + p ** 2) ** 2; },
function (p) { const t = 1 + p ** 2; return (2 * (1 + p) - 2 * (1 - p) + 8 * p * (1 - p) * (1 + p) / t) / t ** 2; },
],
switches: [],
allowed: [],
mirrored: [
function (p) { return _squareddice(1 - p); },
function (p) { return 2 * p * (1 + (1 - p)) / (1 + (1 - p) ** 2) ** 2; },
function (p) { const t = 1 + (1 - p) ** 2; return (2 * (1 + (1 - p)) - 2 * p + 8 * p * (1 + (1 - p)) * (1 - p) / t) / t ** 2; },
],
mirroredSwitches: [],
};
lossplot.losses["log-cosh-dice"] = {
name: "log-cosh-dice",
names: {"en": "Log-cosh Dice", "zh": "log-cosh Dice 损失"},
axis: "probability",
variable: "p",
domain: [0.0, 1.0],
axisView: [0.0, 1.0],
requires: null,
parameters: [],
called: ["logcosh-dice", "log-cosh-dice-loss", "log-cosh dice 损失"],
label: labels[4],
functions: [
function (p) { return p < 1 / 4 ? _logcosh(1 - 2 * p / (1 + p)) : _logcosh((1 - p) / (1 + p)); },
function (p) { if (p < 1 / 4) { return -(2 - 2 * p / (1 + p)) * Math.tanh(1 - 2 * p / (1 + p)) / (1 + p); } return (-1 - (1 - p) / (1 + p)) * Math.tanh((1 - p) / (1 + p)) / (1 + p); },
function (p) { if (p < 1 / 4) { const t = 2 * p / (1 + p); const u = (2 - t) * Math.tanh(1 - t) / (1 + p); return (u + (2 - t) ** 2 / ((1 + p) * Math.cosh(1 - t) ** 2) + u) / (1 + p); } const t = (1 - p) / (1 + p); const u = Math.tanh(t); return ( ( -(-1 - t) * u / (1 + p) + (-1 - t) ** 2 / ((1 + p) * Math.cosh(t) ** 2) - (-1 - t) * u / (1 + p) ) / (1 + p) ); },
],
switches: [
function (p) { return p - 1 / 4; },
function (p) { return 1 + p; },
],
allowed: [],
mirrored: [
function (p) { if (1 - p < 1 / 4) return _logcosh(1 - 2 * (1 - p) / (1 + (1 - p))); return _logcosh(p / (1 + (1 - p))); },
function (p) { if (1 - p < 1 / 4) { const t = 2 * (1 - p) / (1 + (1 - p)); return -(t - 2) * Math.tanh(1 - t) / (1 + (1 - p)); } return (1 + p / (1 + (1 - p))) * Math.tanh(p / (1 + (1 - p))) / (1 + (1 - p)); },
function (p) { if (1 - p < 1 / 4) { const u = 1 + (1 - p); const t = 2 * (1 - p) / u; const v = Math.tanh(1 - t); return ( (-(t - 2) * v / u + (t - 2) ** 2 / (u * Math.cosh(1 - t) ** 2) - (t - 2) * v / u) / u ); } const t = 1 + (1 - p); const u = (1 + p / t) * Math.tanh(p / t) / t; return (u + (1 + p / t) ** 2 / (t * Math.cosh(p / t) ** 2) + u) / t; },
],
mirroredSwitches: [
function (p) { return 1 - p - 1 / 4; },
function (p) { return 1 + (1 - p); },
],
};
lossplot.losses["tversky"] = {
name: "tversky",
names: {"en": "Tversky", "zh": "Tversky 损失"},
axis: "probability",
variable: "p",
domain: [0.0, 1.0],
axisView: [0.0, 1.0],
requires: null,
parameters: [{"name": "beta", "symbols": {"en": "β", "zh": "β"}, "default": 0.5, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["tversky-loss", "tversky 损失", "keras:tversky", "optax:dice-loss-tversky", "monai:tversky", "smp:tversky"],
label: labels[4],
functions: [
function (p, beta = 0.5) { return _tversky(p, beta); },
function (p, beta = 0.5) { return -beta / (p + beta * (1 - p)) ** 2; },
function (p, beta = 0.5) { return 2 * beta * (1 - beta) / (p + beta * (1 - p)) ** 3; },
],
switches: [
function (p, beta = 0.5) { return p + beta * (1 - p); },
],
allowed: [],
mirrored: [
function (p, beta = 0.5) { return _tversky(1 - p, beta); },
function (p, beta = 0.5) { return beta / (1 - p + beta * p) ** 2; },
function (p, beta = 0.5) { return -2 * beta * (beta - 1) / (1 - p + beta * p) ** 3; },
],
mirroredSwitches: [
function (p, beta = 0.5) { return 1 - p + beta * (1 - (1 - p)); },
],
};
lossplot.losses["focal-tversky"] = {
name: "focal-tversky",
names: {"en": "Focal Tversky", "zh": "焦点 Tversky 损失"},
axis: "probability",
variable: "p",
domain: [0.0, 1.0],
axisView: [0.0, 1.0],
requires: null,
parameters: [{"name": "beta", "symbols": {"en": "β", "zh": "β"}, "default": 0.7, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}, {"name": "gamma", "symbols": {"en": "γ", "zh": "γ"}, "default": 0.75, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["focal-tversky-loss", "focaltverskyloss", "焦点 tversky 损失", "smp:focal-tversky"],
label: labels[4],
functions: [
function (p, beta = 0.7, gamma = 0.75) { return _focaltversky(p, gamma, beta); },
function (p, beta = 0.7, gamma = 0.75) { const t = p + beta * (1 - p); return -gamma * (beta / t) ** gamma * (1 - p) ** (gamma - 1) / t; },
function (p, beta = 0.7, gamma = 0.75) { const t = p + beta * (1 - p); const u = gamma - 1; const t2 = beta / t; const v = gamma * t2 ** gamma; const w = (1 - p) ** u; const u2 = 1 - beta; return ( ( gamma ** 2 * beta * t2 ** u * u2 * w / t ** 2 + v * u * (1 - p) ** (gamma - 2) + v * w * u2 / t ) / t ); },
],
switches: [
function (p, beta = 0.7, gamma = 0.75) { return p + beta * (1 - p); },
],
allowed: [],
mirrored: [
function (p, beta = 0.7, gamma = 0.75) { return _focaltversky(1 - p, gamma, beta); },
function (p, beta = 0.7, gamma = 0.75) { const t = 1 - p + beta * p; return gamma * (beta / t) ** gamma * p ** (gamma - 1) / t; },
function (p, beta = 0.7, gamma = 0.75) { const t = 1 - p + beta * p; const u = gamma - 1; const w = beta / t; const v = gamma * w ** gamma; const t2 = beta - 1; return ( ( -(gamma ** 2) * beta * w ** u * t2 * p ** u / t ** 2 + v * u * p ** (gamma - 2) - v * p ** u * t2 / t ) / t ); },
],
mirroredSwitches: [
function (p, beta = 0.7, gamma = 0.75) { return 1 - p + beta * (1 - (1 - p)); },
],
};
lossplot.losses["poisson-mean"] = {
name: "poisson-mean",
names: {"en": "Poisson", "zh": "泊松损失"},
axis: "prediction",
variable: "x",
domain: [0.0, Infinity],
axisView: [0.0, 5.0],
requires: null,
parameters: [{"name": "target", "symbols": {"zh": "目标值"}, "default": 1.0, "interval": [0.0, Infinity, true, false], "sizes": [1e-100, 1e+100]}],
called: ["keras-poisson", "泊松损失", "keras:poisson", "torch:poisson-nll-mean"],
label: labels[5],
functions: [
function (x, target = 1) { return x - _xlogy(target, x); },
function (x, target = 1) { return 1 - target / x; },
function (x, target = 1) { return target / x ** 2; },
],
switches: [
function (x, target = 1) { return x; },
],
allowed: [],
};
lossplot.losses["poisson-full"] = {
name: "poisson-full",
names: {"en": "Poisson negative log-likelihood", "zh": "泊松负对数似然"},
axis: "prediction",
variable: "x",
domain: [0.0, Infinity],
axisView: [0.0, 5.0],
requires: null,
parameters: [{"name": "target", "symbols": {"zh": "目标值"}, "default": 1.0, "interval": [0.0, Infinity, true, false], "sizes": [1e-100, 1e+100]}],
called: ["poisson-nll", "poisson-nll-full", "泊松负对数似然", "scipy:poisson-logpmf", "xgboost:poisson-nloglik"],
label: labels[5],
functions: [
function (x, target = 1) { return _poissonnll(x, target); },
function (x, target = 1) { if (target > 0) return (x - target) / x; return 1; },
function (x, target = 1) { if (target > 0) return (1 - (x - target) / x) / x; return 0; },
],
switches: [
function (x, target = 1) { return x; },
],
allowed: [],
};
lossplot.losses["poisson-deviance"] = {
name: "poisson-deviance",
names: {"en": "Poisson deviance", "zh": "泊松偏差"},
axis: "prediction",
variable: "x",
domain: [0.0, Infinity],
axisView: [0.0, 5.0],
requires: null,
parameters: [{"name": "target", "symbols": {"zh": "目标值"}, "default": 1.0, "interval": [0.0, Infinity, true, false], "sizes": [1e-100, 1e+100]}],
called: ["mean-poisson-deviance", "generalized-kl", "泊松偏差", "sklearn:mean-poisson-deviance", "statsmodels:poisson"],
label: labels[5],
functions: [
function (x, target = 1) { if (target > 0) return 2 * _poissongap(x, target); return 2 * x; },
function (x, target = 1) { if (target > 0) return 2 * (x - target) / x; return 2; },
function (x, target = 1) { if (target > 0) return (2 - 2 * (x - target) / x) / x; return 0; },
],
switches: [
function (x, target = 1) { return x; },
],
allowed: [],
};
lossplot.losses["gamma-deviance"] = {
name: "gamma-deviance",
names: {"en": "Gamma deviance", "zh": "伽马偏差"},
axis: "prediction",
variable: "x",
domain: [0.0, Infinity],
axisView: [0.0, 5.0],
requires: null,
parameters: [{"name": "target", "symbols": {"zh": "目标值"}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["mean-gamma-deviance", "itakura-saito", "伽马偏差", "sklearn:mean-gamma-deviance", "statsmodels:gamma", "xgboost:gamma-deviance", "lightgbm:gamma-deviance"],
label: labels[5],
functions: [
function (x, target = 1) { return 2 * _gammagap(x, target); },
function (x, target = 1) { return 2 * (x - target) / x ** 2; },
function (x, target = 1) { return (2 - 4 * (x - target) / x) / x ** 2; },
],
switches: [
function (x, target = 1) { return x; },
],
allowed: [],
};
lossplot.losses["tweedie-deviance"] = {
name: "tweedie-deviance",
names: {"en": "Tweedie deviance", "zh": "Tweedie 偏差"},
axis: "prediction",
variable: "x",
domain: [0.0, Infinity],
axisView: [0.0, 5.0],
requires: "max(target, 2 − power) > 0",
parameters: [{"name": "target", "symbols": {"zh": "目标值"}, "default": 1.0, "interval": [0.0, Infinity, true, false], "sizes": [1e-100, 1e+100]}, {"name": "power", "symbols": {"zh": "幂指数"}, "default": 1.5, "interval": [-Infinity, Infinity, false, false], "sizes": [1e-100, 1e+100], "holes": [[0.0, 1.0, false, true], [2.0, 2.0, true, true]]}],
called: ["mean-tweedie-deviance", "tweedie 偏差", "sklearn:mean-tweedie-deviance", "statsmodels:tweedie"],
label: labels[5],
functions: [
function (x, target = 1, power = 1.5) { return 2 * _tweediegap(x, target, power); },
function (x, target = 1, power = 1.5) { return 2 * (target <= 0 ? x ** (1 - power) : (x - target) * x ** -power); },
function (x, target = 1, power = 1.5) { const t = x ** -power; return 2 * ( target <= 0 ? (1 - power) * t : t - power * (x - target) * x ** (-power - 1) ); },
],
switches: [
function (x, target = 1, power = 1.5) { return x; },
],
allowed: [
function (x, target = 1, power = 1.5) { if (Math.max(target, 2 - power) > 0) return 1; return 0; },
],
};
lossplot.losses["bce-probability"] = {
name: "bce-probability",
names: {"en": "Binary cross-entropy", "zh": "二元交叉熵"},
axis: "prediction",
variable: "x",
domain: [0.0, 1.0],
axisView: [0.0, 1.0],
requires: null,
parameters: [{"name": "target", "symbols": {"zh": "目标值"}, "default": 0.7, "interval": [0.0, 1.0, true, true], "sizes": [1e-100, 1e+100]}],
called: ["bceloss", "soft-bce", "二元交叉熵", "torch:bce-soft", "keras:binary-crossentropy-soft"],
label: labels[6],
functions: [
function (x, target = 0.7) { return -_xlogy(target, x) - _xlog1py(1 - target, -x); },
function (x, target = 0.7) { return -target / x + (1 - target) / (1 - x); },
function (x, target = 0.7) { return target / x ** 2 + (1 - target) / (1 - x) ** 2; },
],
switches: [
function (x, target = 0.7) { return x; },
],
allowed: [],
};
lossplot.losses["quality-focal"] = {
name: "quality-focal",
names: {"en": "Quality focal", "zh": "质量焦点损失"},
axis: "prediction",
variable: "x",
domain: [0.0, 1.0],
axisView: [0.0, 1.0],
requires: null,
parameters: [{"name": "target", "symbols": {"zh": "目标值"}, "default": 0.5, "interval": [0.0, 1.0, true, true], "sizes": [0.0001, 1e+100]}, {"name": "beta", "symbols": {"en": "β", "zh": "β"}, "default": 2.0, "interval": [0.0, Infinity, true, false], "sizes": [0.1, 64.0]}],
called: ["qfl", "quality-focal-loss", "qualityfocalloss", "generalized-focal", "质量焦点损失"],
label: labels[6],
functions: [
function (x, target = 0.5, beta = 2) { const t = _pow(Math.abs(x - target), beta); return -_xlogy(target, x) * t - _xlog1py(1 - target, -x) * t; },
function (x, target = 0.5, beta = 2) { const v = x - target; const size = Math.abs(v); const side = Math.sign(v); const t = size ** (beta - 1); const u = _pow(size, beta); const w = 1 - target; return ( -target * u / x - beta * _xlogy(target, x) * side * t - (-w * u / (1 - x) + beta * _xlog1py(w, -x) * side * t) ); },
function (x, target = 0.5, beta = 2) { const v2 = x - target; const size = Math.abs(v2); const side = Math.sign(v2); const t2 = beta - 1; const t = size ** t2; const v = 1 - target; const u = -beta * v * side * t; const w = size ** (beta - 2); const u2 = _pow(size, beta); const w2 = side ** 2; return ( (-target * beta * side * t + target * u2 / x) / x - (beta * target * side * t / x + beta * _xlogy(target, x) * w2 * t2 * w) - ( (u - v * u2 / (1 - x)) / (1 - x) + (u / (1 - x) + beta * _xlog1py(v, -x) * w2 * t2 * w) ) ); },
],
switches: [
function (x, target = 0.5, beta = 2) { return x; },
function (x, target = 0.5, beta = 2) { return x - target; },
function (x, target = 0.5, beta = 2) { return Math.abs(x - target); },
],
allowed: [],
};
lossplot.losses["varifocal"] = {
name: "varifocal",
names: {"en": "Varifocal", "zh": "变焦点损失"},
axis: "prediction",
variable: "x",
domain: [0.0, 1.0],
axisView: [0.0, 1.0],
requires: null,
parameters: [{"name": "target", "symbols": {"zh": "目标值"}, "default": 0.0, "interval": [0.0, 1.0, true, true], "sizes": [1e-100, 1e+100]}, {"name": "alpha", "symbols": {"en": "α", "zh": "α"}, "default": 0.75, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}, {"name": "gamma", "symbols": {"en": "γ", "zh": "γ"}, "default": 2.0, "interval": [0.0, Infinity, true, false], "sizes": [1e-100, 1e+100]}],
called: ["vfl", "varifocal-loss", "varifocalloss", "变焦点损失"],
label: labels[6],
functions: [
function (x, target = 0, alpha = 0.75, gamma = 2) { if (target > 0) return target * (-_xlogy(target, x) - _xlog1py(1 - target, -x)); return alpha * _focalother(x, gamma); },
function (x, target = 0, alpha = 0.75, gamma = 2) { if (target > 0) return target * (-target / x + (1 - target) / (1 - x)); return alpha * ( gamma <= 0 ? 1 / (1 - x) : _pow(x, gamma) / (1 - x) - gamma * _pow(x, gamma - 1) * Math.log1p(-x) ); },
function (x, target = 0, alpha = 0.75, gamma = 2) { if (target > 0) return target * (target / x ** 2 + (1 - target) / (1 - x) ** 2); const t = gamma - 1; return alpha * ( gamma <= 0 ? 1 / (1 - x) ** 2 : (gamma * x ** t + _pow(x, gamma) / (1 - x)) / (1 - x) + (gamma * _pow(x, t) / (1 - x) - gamma * t * x ** (gamma - 2) * Math.log1p(-x)) ); },
],
switches: [
function (x, target = 0, alpha = 0.75, gamma = 2) { return x; },
function (x, target = 0, alpha = 0.75, gamma = 2) { return 1 - x; },
],
allowed: [],
};
lossplot.losses["kl-bernoulli"] = {
name: "kl-bernoulli",
names: {"en": "Kullback–Leibler divergence", "zh": "KL 散度"},
axis: "prediction",
variable: "x",
domain: [0.0, 1.0],
axisView: [0.0, 1.0],
requires: null,
parameters: [{"name": "target", "symbols": {"zh": "目标值"}, "default": 0.7, "interval": [0.0, 1.0, false, false], "sizes": [1e-100, 1e+100]}],
called: ["kl", "kld", "kl-div", "kldiv", "kldivloss", "forward-kl", "kl 散度", "torch:kl-div", "torch:kl-div-log-target", "keras:kl-divergence", "optax:kl-divergence", "optax:kl-divergence-with-log-targets", "scipy:rel-entr"],
label: labels[6],
functions: [
function (x, target = 0.7) { return target * _logdev(x / target) + (1 - target) * _logdev((1 - x) / (1 - target)); },
function (x, target = 0.7) { const t = 1 - target; return target * (x / target - 1) / x - t * ((1 - x) / t - 1) / (1 - x); },
function (x, target = 0.7) { const t = 1 - target; return ( (1 - target * (x / target - 1) / x) / x - (t * ((1 - x) / t - 1) / (1 - x) - 1) / (1 - x) ); },
],
switches: [],
allowed: [],
};
lossplot.losses["reverse-kl-bernoulli"] = {
name: "reverse-kl-bernoulli",
names: {"en": "Reverse Kullback–Leibler divergence", "zh": "反向 KL 散度"},
axis: "prediction",
variable: "x",
domain: [0.0, 1.0],
axisView: [0.0, 1.0],
requires: null,
parameters: [{"name": "target", "symbols": {"zh": "目标值"}, "default": 0.7, "interval": [0.0, 1.0, false, false], "sizes": [1e-100, 1e+100]}],
called: ["reverse-kl", "mode-seeking-kl", "反向 kl 散度", "scipy:rel-entr-reverse"],
label: labels[6],
functions: [
function (x, target = 0.7) { const t = 1 - target; return target * _xlogxdev(x / target) + t * _xlogxdev((1 - x) / t); },
function (x, target = 0.7) { return Math.log(x / target) - Math.log((1 - x) / (1 - target)); },
function (x, target = 0.7) { return 1 / x + 1 / (1 - x); },
],
switches: [],
allowed: [],
};
lossplot.losses["msle"] = {
name: "msle",
names: {"en": "Squared logarithmic error", "zh": "平方对数误差"},
axis: "prediction",
variable: "x",
domain: [-1.0, Infinity],
axisView: [-1.0, 5.0],
requires: null,
parameters: [{"name": "target", "symbols": {"zh": "目标值"}, "default": 1.0, "interval": [-1.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["mean-squared-log-error", "squaredlogerror", "rmsle", "平方对数误差", "sklearn:mean-squared-log-error", "keras:mean-squared-logarithmic-error"],
label: labels[7],
functions: [
function (x, target = 1) { return _log1pgap(x, target) ** 2; },
function (x, target = 1) { return 2 * _log1pgap(x, target) / (1 + x); },
function (x, target = 1) { return (2 / (1 + x) - 2 * _log1pgap(x, target) / (1 + x)) / (1 + x); },
],
switches: [
function (x, target = 1) { return 1 + x; },
],
allowed: [],
};
lossplot.losses["mape"] = {
name: "mape",
names: {"en": "Absolute percentage error", "zh": "绝对百分比误差"},
axis: "prediction",
variable: "x",
domain: [-Infinity, Infinity],
axisView: [-3.0, 5.0],
requires: null,
parameters: [{"name": "target", "symbols": {"zh": "目标值"}, "default": 1.0, "interval": [-Infinity, Infinity, false, false], "sizes": [1e-100, 1e+100], "holes": [[0.0, 0.0, true, true]]}],
called: ["mean-absolute-percentage-error", "绝对百分比误差", "sklearn:mean-absolute-percentage-error"],
label: labels[7],
functions: [
function (x, target = 1) { return Math.abs(x - target) / Math.abs(target); },
function (x, target = 1) { return Math.sign(x - target) / Math.abs(target); },
function (x, target = 1) { return 0; },
],
switches: [
function (x, target = 1) { return x - target; },
],
allowed: [],
};
lossplot.losses["smape"] = {
name: "smape",
names: {"en": "Symmetric percentage error", "zh": "对称百分比误差"},
axis: "prediction",
variable: "x",
domain: [-Infinity, Infinity],
axisView: [-3.0, 5.0],
requires: null,
parameters: [{"name": "target", "symbols": {"zh": "目标值"}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["symmetric-mape", "对称百分比误差"],
label: labels[7],
functions: [
function (x, target = 1) { return x > 0 ? Math.sign(x - target) * (2 - 4 * target / (x + target)) : 2; },
function (x, target = 1) { return x > 0 ? 4 * target * Math.sign(x - target) / (x + target) ** 2 : 0; },
function (x, target = 1) { return x > 0 ? -8 * target * Math.sign(x - target) / (x + target) ** 3 : 0; },
],
switches: [
function (x, target = 1) { return x - 0; },
function (x, target = 1) { return x - target; },
function (x, target = 1) { return x + target; },
],
allowed: [],
};
lossplot.losses["gaussian-nll-variance"] = {
name: "gaussian-nll-variance",
names: {"en": "Gaussian of unknown variance", "zh": "方差未知的高斯损失"},
axis: "prediction",
variable: "x",
domain: [0.0, Infinity],
axisView: [0.0, 5.0],
requires: null,
parameters: [{"name": "residual", "symbols": {"zh": "残差"}, "default": 1.0, "interval": [-Infinity, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["gaussian-nll-var", "方差未知的高斯损失", "torch:gaussian-nll-variance"],
label: labels[8],
functions: [
function (x, residual = 1) { return (Math.log(x) + residual ** 2 / x) / 2; },
function (x, residual = 1) { return (1 / x - residual ** 2 / x ** 2) / 2; },
function (x, residual = 1) { return (-1 / x ** 2 + 2 * residual ** 2 / x ** 3) / 2; },
],
switches: [
function (x, residual = 1) { return x; },
],
allowed: [],
};
lossplot.losses["gaussian-nll-log-sigma"] = {
name: "gaussian-nll-log-sigma",
names: {"en": "Gaussian of unknown log sigma", "zh": "对数 σ 未知的高斯损失"},
axis: "prediction",
variable: "x",
domain: [-Infinity, Infinity],
axisView: [-2.0, 3.0],
requires: null,
parameters: [{"name": "residual", "symbols": {"zh": "残差"}, "default": 1.0, "interval": [-Infinity, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["gaussian-nll-logsigma", "heteroscedastic", "对数 σ 未知的高斯损失", "torch:gaussian-nll-log-sigma"],
label: labels[9],
functions: [
function (x, residual = 1) { if (residual === 0) return x; if (Math.abs(Math.log(Math.abs(residual)) - x) < 1 / 2) { const t = Math.log(Math.abs(residual)); return t + 1 / 2 + _expm1mx(2 * (t - x)) / 2; } return x + (residual * Math.exp(-x)) ** 2 / 2; },
function (x, residual = 1) { if (residual === 0) return 1; if (Math.abs(Math.log(Math.abs(residual)) - x) < 1 / 2) { return -Math.expm1(2 * (Math.log(Math.abs(residual)) - x)); } return 1 - residual ** 2 * Math.exp(-x) ** 2; },
function (x, residual = 1) { if (residual === 0) return 0; if (Math.abs(Math.log(Math.abs(residual)) - x) < 1 / 2) { return 2 * Math.exp(2 * (Math.log(Math.abs(residual)) - x)); } return 2 * residual ** 2 * Math.exp(-x) ** 2; },
],
switches: [
function (x, residual = 1) { return Math.log(Math.abs(residual)) - x; },
function (x, residual = 1) { return Math.abs(Math.log(Math.abs(residual)) - x) - 1 / 2; },
],
allowed: [],
};
lossplot.losses["negative-binomial"] = {
name: "negative-binomial",
names: {"en": "Negative binomial", "zh": "负二项损失"},
axis: "prediction",
variable: "x",
domain: [0.0, Infinity],
axisView: [0.0, 5.0],
requires: null,
parameters: [{"name": "target", "symbols": {"zh": "目标值"}, "default": 1.0, "interval": [0.0, Infinity, true, false], "sizes": [1e-100, 1e+100]}, {"name": "alpha", "symbols": {"en": "α", "zh": "α"}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["nb2", "负二项损失", "statsmodels:negativebinomial"],
label: labels[5],
functions: [
function (x, target = 1, alpha = 1) { return _negbinomial(x, target, alpha); },
function (x, target = 1, alpha = 1) { return (x - target) / (x * (1 + alpha * x)); },
function (x, target = 1, alpha = 1) { const t = 1 + alpha * x; return (1 - (x - target) * (t + x * alpha) / (x * t)) / (x * t); },
],
switches: [
function (x, target = 1, alpha = 1) { return x; },
],
allowed: [],
};
lossplot.losses["poisson-log"] = {
name: "poisson-log",
names: {"en": "Poisson with log link", "zh": "对数链接泊松损失"},
axis: "score",
variable: "x",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "target", "symbols": {"zh": "目标值"}, "default": 1.0, "interval": [0.0, Infinity, true, false], "sizes": [1e-100, 1e+100]}],
called: ["poisson", "poissonloss", "poissonnllloss", "对数链接泊松损失", "torch:poisson-nll", "sklearn:poisson", "xgboost:count:poisson", "lightgbm:poisson", "catboost:poisson"],
label: labels[10],
functions: [
function (x, target = 1) { return _poissonlog(x, target); },
function (x, target = 1) { return Math.exp(x) - target; },
function (x, target = 1) { return Math.exp(x); },
],
switches: [],
allowed: [],
};
lossplot.losses["gamma-log"] = {
name: "gamma-log",
names: {"en": "Gamma with log link", "zh": "对数链接伽马损失"},
axis: "score",
variable: "x",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "target", "symbols": {"zh": "目标值"}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["gamma", "exponential-nll", "对数链接伽马损失", "sklearn:gamma", "xgboost:reg:gamma", "lightgbm:gamma"],
label: labels[10],
functions: [
function (x, target = 1) { if (Math.abs(x - Math.log(target)) < 1) { return 1 + _expm1mx(Math.log(target) - x) + Math.log(target); } return x + target * Math.exp(-x); },
function (x, target = 1) { if (Math.abs(x - Math.log(target)) < 1) return -Math.expm1(Math.log(target) - x); return 1 - target * Math.exp(-x); },
function (x, target = 1) { if (Math.abs(x - Math.log(target)) < 1) return Math.exp(Math.log(target) - x); return target * Math.exp(-x); },
],
switches: [
function (x, target = 1) { return x - Math.log(target); },
function (x, target = 1) { return Math.abs(x - Math.log(target)) - 1; },
],
allowed: [],
};
lossplot.losses["tweedie-log"] = {
name: "tweedie-log",
names: {"en": "Tweedie with log link", "zh": "对数链接 Tweedie 损失"},
axis: "score",
variable: "x",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "target", "symbols": {"zh": "目标值"}, "default": 1.0, "interval": [0.0, Infinity, true, false], "sizes": [1e-100, 1e+100]}, {"name": "power", "symbols": {"zh": "幂指数"}, "default": 1.5, "interval": [1.0, 2.0, false, false], "sizes": [1e-100, 1e+100]}],
called: ["tweedie", "对数链接 tweedie 损失", "xgboost:reg:tweedie", "lightgbm:tweedie", "catboost:tweedie", "sklearn:tweedie"],
label: labels[10],
functions: [
function (x, target = 1, power = 1.5) { return _tweedielog(x, target, power); },
function (x, target = 1, power = 1.5) { return Math.exp(x * (2 - power)) + ( target > 0 ? -target * Math.exp(x * (1 - power)) : 0 ); },
function (x, target = 1, power = 1.5) { const t = 2 - power; const u = 1 - power; return t * Math.exp(x * t) + (target > 0 ? -target * u * Math.exp(x * u) : 0); },
],
switches: [],
allowed: [],
};
lossplot.losses["bce-logits"] = {
name: "bce-logits",
names: {"en": "Binary cross-entropy with logits", "zh": "带 logits 的二元交叉熵"},
axis: "score",
variable: "x",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "target", "symbols": {"zh": "目标值"}, "default": 1.0, "interval": [0.0, 1.0, true, true], "sizes": [1e-100, 1e+100]}, {"name": "w", "symbols": {}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["sigmoid-binary-cross-entropy", "xentropy", "weighted-bce", "weighted-cross-entropy", "带 logits 的二元交叉熵", "torch:bce-with-logits-soft", "torch:bce-with-logits-pos-weight", "keras:binary-crossentropy-logits", "optax:sigmoid-binary-cross-entropy-soft", "lightgbm:cross-entropy", "sklearn:half-binomial", "xgboost:reg:logistic", "catboost:crossentropy"],
label: labels[11],
functions: [
function (x, target = 1, w = 1) { return w * target * _softplus(-x) + (1 - target) * _softplus(x); },
function (x, target = 1, w = 1) { return -w * target * _sigmoid(-x) + (1 - target) * _sigmoid(x); },
function (x, target = 1, w = 1) { const t = _sigmoid(-x); return w * target * t * _sigmoid(x) + (1 - target) * _sigmoid(x) * t; },
],
switches: [],
allowed: [],
};
lossplot.losses["softmax-ce-gap"] = {
name: "softmax-ce-gap",
names: {"en": "Softmax cross-entropy", "zh": "softmax 交叉熵"},
axis: "score",
variable: "x",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "classes", "symbols": {"zh": "类别数"}, "default": 2.0, "interval": [2.0, Infinity, true, false], "sizes": [1e-100, 1e+100], "integer": true}],
called: ["softmax-cross-entropy", "sparse-categorical-crossentropy", "softmax 交叉熵", "torch:cross-entropy", "optax:softmax-cross-entropy", "keras:sparse-categorical-crossentropy-from-logits", "keras:categorical-crossentropy-from-logits", "sklearn:half-multinomial", "xgboost:multi:softprob", "lightgbm:multiclass", "catboost:multiclass"],
label: labels[12],
functions: [
function (x, classes = 2) { return _softplus(Math.log(classes - 1) - x); },
function (x, classes = 2) { return -_sigmoid(Math.log(classes - 1) - x); },
function (x, classes = 2) { return _sigmoid(Math.log(classes - 1) - x) * _sigmoid(x - Math.log(classes - 1)); },
],
switches: [],
allowed: [],
};
lossplot.losses["all-threshold"] = {
name: "all-threshold",
names: {"en": "All-threshold", "zh": "全阈值损失"},
axis: "score",
variable: "x",
domain: [-Infinity, Infinity],
axisView: [-5.0, 5.0],
requires: "target ≤ classes",
parameters: [{"name": "target", "symbols": {"zh": "目标值"}, "default": 3.0, "interval": [1.0, Infinity, true, false], "sizes": [1e-100, 1000.0], "integer": true}, {"name": "classes", "symbols": {"zh": "类别数"}, "default": 5.0, "interval": [2.0, Infinity, true, false], "sizes": [1e-100, 1000.0], "integer": true}, {"name": "step", "symbols": {"zh": "步长"}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["logistic-at", "ordinal", "全阈值损失"],
label: labels[13],
functions: [
function (x, target = 3, classes = 5, step = 1) { if (Math.abs(2 * target - 1 - classes) * Math.max(0, step - 1) <= 0) { const u = classes + 1; const t = u - 2 * target; const v = classes / 2; return _softplus2sum( x - step * (target - u / 2), step, Math.min(target - 1, classes - target) ) + _softplussum(Math.sign(t) * x, step, v - Math.abs(t), v - 1); } const t = classes / 2; return _softplussum(-x, step, t - target + 1, t - 1) + _softplussum( x, step, target - t, t - 1 ); },
function (x, target = 3, classes = 5, step = 1) { if (Math.abs(2 * target - 1 - classes) * Math.max(0, step - 1) <= 0) { const w = classes + 1; const t = w - 2 * target; const u = Math.min(target - 1, classes - target) - 0.5; const v = step * (target - w / 2); const side = Math.sign(t); const t2 = classes / 2; return ( _sigmoidsum(x - v, step, 0.5, u, 1) - _sigmoidsum(v - x, step, 0.5, u, 1) + side * _sigmoidsum(side * x, step, t2 - Math.abs(t), t2 - 1, 1) ); } const t = classes / 2; return -_sigmoidsum(-x, step, t - target + 1, t - 1, 1) + _sigmoidsum( x, step, target - t, t - 1, 1 ); },
function (x, target = 3, classes = 5, step = 1) { if (Math.abs(2 * target - 1 - classes) * Math.max(0, step - 1) <= 0) { const t = Math.min(target - 1, classes - target) - 0.5; const u2 = classes + 1; const u = step * (target - u2 / 2); const v = u2 - 2 * target; const w = classes / 2; const side = Math.sign(v); const t2 = w - Math.abs(v); const v2 = side * x; return ( _sigmoidsum(x - u, step, 0.5, t, 1) - _sigmoidsum(x - u, step, 0.5, t, 2) + (_sigmoidsum(u - x, step, 0.5, t, 1) - _sigmoidsum(u - x, step, 0.5, t, 2)) + side ** 2 * (_sigmoidsum(v2, step, t2, w - 1, 1) - _sigmoidsum(v2, step, t2, w - 1, 2)) ); } const t = classes / 2; const u = t - target + 1; const v = target - t; return ( _sigmoidsum(-x, step, u, t - 1, 1) - _sigmoidsum(-x, step, u, t - 1, 2) + (_sigmoidsum(x, step, v, t - 1, 1) - _sigmoidsum(x, step, v, t - 1, 2)) ); },
],
switches: [],
allowed: [
function (x, target = 3, classes = 5, step = 1) { if (target <= classes) return 1; return 0; },
],
};
lossplot.losses["immediate-threshold"] = {
name: "immediate-threshold",
names: {"en": "Immediate-threshold", "zh": "邻近阈值损失"},
axis: "score",
variable: "x",
domain: [-Infinity, Infinity],
axisView: [-5.0, 5.0],
requires: "target ≤ classes",
parameters: [{"name": "target", "symbols": {"zh": "目标值"}, "default": 3.0, "interval": [1.0, Infinity, true, false], "sizes": [1e-100, 1000.0], "integer": true}, {"name": "classes", "symbols": {"zh": "类别数"}, "default": 5.0, "interval": [2.0, Infinity, true, false], "sizes": [1e-100, 1000.0], "integer": true}, {"name": "step", "symbols": {"zh": "步长"}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["logistic-it", "邻近阈值损失"],
label: labels[13],
functions: [
function (x, target = 3, classes = 5, step = 1) { if (1 < target && target < classes) { if (Math.abs(2 * target - 1 - classes) * Math.max(0, step - 1) <= 0) { return _softplus2(x - step * (target - (classes + 1) / 2), step / 2); } const t = classes / 2; return _softplus(step * (target - 1 - t) - x) + _softplus(x - step * (target - t)); } if (target < classes) return _softplus(x - step * (target - classes / 2)); return _softplus(step * (target - 1 - classes / 2) - x); },
function (x, target = 3, classes = 5, step = 1) { if (1 < target && target < classes) { if (Math.abs(2 * target - 1 - classes) * Math.max(0, step - 1) <= 0) { const t = x - step * (target - (classes + 1) / 2); return Math.tanh(t) / (1 + Math.cosh(step / 2) / Math.cosh(t)); } const t = classes / 2; return -_sigmoid(step * (target - 1 - t) - x) + _sigmoid(x - step * (target - t)); } if (target < classes) return _sigmoid(x - step * (target - classes / 2)); return -_sigmoid(step * (target - 1 - classes / 2) - x); },
function (x, target = 3, classes = 5, step = 1) { if (1 < target && target < classes) { if (Math.abs(2 * target - 1 - classes) * Math.max(0, step - 1) <= 0) { const t = x - step * (target - (classes + 1) / 2); const u = Math.cosh(step / 2); const v = Math.cosh(t); const w = 1 + u / v; return (1 / v ** 2 + Math.tanh(t) * u * Math.sinh(t) / (w * v ** 2)) / w; } const t = step * (target - 1 - classes / 2); const u = step * (target - classes / 2); return _sigmoid(t - x) * _sigmoid(x - t) + _sigmoid(x - u) * _sigmoid(u - x); } if (target < classes) { const t = step * (target - classes / 2); return _sigmoid(x - t) * _sigmoid(t - x); } const t = step * (target - 1 - classes / 2); return _sigmoid(t - x) * _sigmoid(x - t); },
],
switches: [],
allowed: [
function (x, target = 3, classes = 5, step = 1) { if (target <= classes) return 1; return 0; },
],
};
lossplot.losses["immediate-threshold-hinge"] = {
name: "immediate-threshold-hinge",
names: {"en": "Immediate-threshold hinge", "zh": "邻近阈值合页损失"},
axis: "score",
variable: "x",
domain: [-Infinity, Infinity],
axisView: [-5.0, 5.0],
requires: "target ≤ classes",
parameters: [{"name": "target", "symbols": {"zh": "目标值"}, "default": 3.0, "interval": [1.0, Infinity, true, false], "sizes": [1e-100, 1000.0], "integer": true}, {"name": "classes", "symbols": {"zh": "类别数"}, "default": 5.0, "interval": [2.0, Infinity, true, false], "sizes": [1e-100, 1000.0], "integer": true}, {"name": "step", "symbols": {"zh": "步长"}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["svor-exc", "svorex", "邻近阈值合页损失"],
label: labels[13],
functions: [
function (x, target = 3, classes = 5, step = 1) { if (1 < target && target < classes) { const t = classes / 2; return Math.max(0, 1 + step * (target - 1 - t) - x) + Math.max( 0, 1 + x - step * (target - t) ); } if (target < classes) return Math.max(0, 1 + x - step * (target - classes / 2)); return Math.max(0, 1 + step * (target - 1 - classes / 2) - x); },
function (x, target = 3, classes = 5, step = 1) { if (1 < target && target < classes) { const t = classes / 2; return (x < 1 + step * (target - 1 - t) ? -1 : 0) + ( 1 + x > step * (target - t) ? 1 : 0 ); } if (target < classes) return 1 + x > step * (target - classes / 2) ? 1 : 0; return x < 1 + step * (target - 1 - classes / 2) ? -1 : 0; },
function (x, target = 3, classes = 5, step = 1) { return 0; },
],
switches: [
function (x, target = 3, classes = 5, step = 1) { return 0 - (1 + step * (target - 1 - classes / 2) - x); },
function (x, target = 3, classes = 5, step = 1) { return 0 - (1 + x - step * (target - classes / 2)); },
],
allowed: [
function (x, target = 3, classes = 5, step = 1) { if (target <= classes) return 1; return 0; },
],
};
lossplot.losses["cumulative-logit"] = {
name: "cumulative-logit",
names: {"en": "Cumulative logit", "zh": "累积 logit 损失"},
axis: "score",
variable: "x",
domain: [-Infinity, Infinity],
axisView: [-5.0, 5.0],
requires: "target ≤ classes",
parameters: [{"name": "target", "symbols": {"zh": "目标值"}, "default": 3.0, "interval": [1.0, Infinity, true, false], "sizes": [1e-100, 1000.0], "integer": true}, {"name": "classes", "symbols": {"zh": "类别数"}, "default": 5.0, "interval": [2.0, Infinity, true, false], "sizes": [1e-100, 1000.0], "integer": true}, {"name": "step", "symbols": {"zh": "步长"}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["proportional-odds", "ordered-logit", "ordinal-logistic", "累积 logit 损失"],
label: labels[13],
functions: [
function (x, target = 3, classes = 5, step = 1) { if (1 < target && target < classes) { if (Math.abs(2 * target - 1 - classes) * Math.max(0, step - 1) <= 0) { return Math.log1p(1 / Math.expm1(step)) + _softplus2( x - step * (target - (classes + 1) / 2), step / 2 ); } const t = classes / 2; return ( Math.log1p(1 / Math.expm1(step)) + _softplus(step * (target - 1 - t) - x) + _softplus(x - step * (target - t)) ); } if (target < classes) return _softplus(x - step * (target - classes / 2)); return _softplus(step * (target - 1 - classes / 2) - x); },
function (x, target = 3, classes = 5, step = 1) { if (1 < target && target < classes) { if (Math.abs(2 * target - 1 - classes) * Math.max(0, step - 1) <= 0) { const t = x - step * (target - (classes + 1) / 2); return Math.tanh(t) / (1 + Math.cosh(step / 2) / Math.cosh(t)); } const t = classes / 2; return -_sigmoid(step * (target - 1 - t) - x) + _sigmoid(x - step * (target - t)); } if (target < classes) return _sigmoid(x - step * (target - classes / 2)); return -_sigmoid(step * (target - 1 - classes / 2) - x); },
function (x, target = 3, classes = 5, step = 1) { if (1 < target && target < classes) { if (Math.abs(2 * target - 1 - classes) * Math.max(0, step - 1) <= 0) { const t = x - step * (target - (classes + 1) / 2); const u = Math.cosh(step / 2); const v = Math.cosh(t); const w = 1 + u / v; return (1 / v ** 2 + Math.tanh(t) * u * Math.sinh(t) / (w * v ** 2)) / w; } const t = step * (target - 1 - classes / 2); const u = step * (target - classes / 2); return _sigmoid(t - x) * _sigmoid(x - t) + _sigmoid(x - u) * _sigmoid(u - x); } if (target < classes) { const t = step * (target - classes / 2); return _sigmoid(x - t) * _sigmoid(t - x); } const t = step * (target - 1 - classes / 2); return _sigmoid(t - x) * _sigmoid(x - t); },
],
switches: [],
allowed: [
function (x, target = 3, classes = 5, step = 1) { if (target <= classes) return 1; return 0; },
],
};
lossplot.losses["distillation"] = {
name: "distillation",
names: {"en": "Distillation", "zh": "蒸馏损失"},
axis: "score",
variable: "x",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "teacher", "symbols": {"zh": "教师概率"}, "default": 0.8, "interval": [0.0, 1.0, false, false], "sizes": [1e-100, 1e+100]}, {"name": "T", "symbols": {}, "default": 4.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["knowledge-distillation", "distillation-loss", "kd-loss", "hinton-kd", "蒸馏损失"],
label: labels[11],
functions: [
function (x, teacher = 0.8, T = 4) { return _distill(x, teacher / (1 - teacher), T); },
function (x, teacher = 0.8, T = 4) { return T * (_sigmoid(x / T) - _sigmoid(Math.log(teacher / (1 - teacher)) / T)); },
function (x, teacher = 0.8, T = 4) { return _sigmoid(x / T) * _sigmoid(-x / T); },
],
switches: [],
allowed: [],
};
lossplot.losses["lsgan"] = {
name: "lsgan",
names: {"en": "Least-squares critic", "zh": "最小二乘评判器损失"},
axis: "score",
variable: "x",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "target", "symbols": {"zh": "目标值"}, "default": 1.0, "interval": [-Infinity, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["ls-gan", "least-squares-gan", "最小二乘评判器损失"],
label: labels[14],
functions: [
function (x, target = 1) { return (x - target) * ((x - target) / 2); },
function (x, target = 1) { return x - target; },
function (x, target = 1) { return 1; },
],
switches: [],
allowed: [],
};
lossplot.losses["hinge-embedding"] = {
name: "hinge-embedding",
names: {"en": "Hinge embedding", "zh": "合页嵌入损失"},
axis: "distance",
variable: "x",
domain: [0.0, Infinity],
axisView: [0.0, 3.0],
requires: null,
parameters: [{"name": "label", "symbols": {"zh": "标签"}, "default": -1.0, "interval": [-1.0, 1.0, true, true], "sizes": [1e-100, 1e+100], "holes": [[0.0, 0.0, true, true]], "integer": true}, {"name": "margin", "symbols": {"zh": "间隔"}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [0.0, 1e+100]}],
called: ["hingeembeddingloss", "hinge-embedding-loss", "合页嵌入损失", "torch:hinge-embedding"],
label: labels[15],
functions: [
function (x, label = -1, margin = 1) { if (label > 0) return x; return Math.max(0, margin - x); },
function (x, label = -1, margin = 1) { if (label > 0) return 1; return x < margin ? -1 : 0; },
function (x, label = -1, margin = 1) { return 0; },
],
switches: [
function (x, label = -1, margin = 1) { return 0 - (margin - x); },
],
allowed: [],
};
lossplot.losses["contrastive"] = {
name: "contrastive",
names: {"en": "Contrastive", "zh": "对比损失"},
axis: "distance",
variable: "x",
domain: [0.0, Infinity],
axisView: [0.0, 3.0],
requires: null,
parameters: [{"name": "similar", "symbols": {"zh": "相似"}, "default": 0.0, "interval": [0.0, 1.0, true, true], "sizes": [1e-100, 1e+100], "integer": true}, {"name": "margin", "symbols": {"zh": "间隔"}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [0.0, 1e+100]}],
called: ["contrastive-loss", "siamese", "对比损失"],
label: labels[15],
functions: [
function (x, similar = 0, margin = 1) { if (similar > 0) return x ** 2 / 2; return Math.max(0, margin - x) ** 2 / 2; },
function (x, similar = 0, margin = 1) { if (similar > 0) return x; return -Math.max(0, margin - x); },
function (x, similar = 0, margin = 1) { if (similar > 0) return 1; return x < margin ? 1 : 0; },
],
switches: [
function (x, similar = 0, margin = 1) { return 0 - (margin - x); },
],
allowed: [],
};
lossplot.losses["contrastive-legacy"] = {
name: "contrastive-legacy",
names: {"en": "Legacy contrastive", "zh": "旧版对比损失"},
axis: "distance",
variable: "x",
domain: [0.0, Infinity],
axisView: [0.0, 3.0],
requires: null,
parameters: [{"name": "similar", "symbols": {"zh": "相似"}, "default": 0.0, "interval": [0.0, 1.0, true, true], "sizes": [1e-100, 1e+100], "integer": true}, {"name": "margin", "symbols": {"zh": "间隔"}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["legacy-contrastive", "contrastive-squared-margin", "旧版对比损失"],
label: labels[15],
functions: [
function (x, similar = 0, margin = 1) { if (similar > 0) return x * (x / 2); return x < Math.sqrt(margin) ? (margin - x ** 2) / 2 : 0; },
function (x, similar = 0, margin = 1) { if (similar > 0) return x; return x < Math.sqrt(margin) ? -x : 0; },
function (x, similar = 0, margin = 1) { if (similar > 0) return 1; return x < Math.sqrt(margin) ? -1 : 0; },
],
switches: [
function (x, similar = 0, margin = 1) { return x - Math.sqrt(margin); },
],
allowed: [],
};
lossplot.losses["triplet"] = {
name: "triplet",
names: {"en": "Triplet", "zh": "三元组损失"},
axis: "distance",
variable: "x",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [{"name": "margin", "symbols": {"zh": "间隔"}, "default": 1.0, "interval": [0.0, Infinity, true, false], "sizes": [0.0, 1e+100]}],
called: ["tripletmarginloss", "triplet-margin-loss", "三元组损失", "torch:triplet-margin", "torch:triplet-margin-with-distance", "optax:triplet-margin-loss"],
label: labels[16],
functions: [
function (x, margin = 1) { return Math.max(0, x + margin); },
function (x, margin = 1) { return x > -margin ? 1 : 0; },
function (x, margin = 1) { return 0; },
],
switches: [
function (x, margin = 1) { return 0 - (x + margin); },
],
allowed: [],
};
lossplot.losses["soft-margin-triplet"] = {
name: "soft-margin-triplet",
names: {"en": "Soft-margin triplet", "zh": "软间隔三元组损失"},
axis: "distance",
variable: "x",
domain: [-Infinity, Infinity],
axisView: [-3.0, 3.0],
requires: null,
parameters: [],
called: ["softplus", "软间隔三元组损失", "torch:softplus"],
label: labels[16],
functions: [
function (x) { return _softplus(x); },
function (x) { return _sigmoid(x); },
function (x) { return _sigmoid(x) * _sigmoid(-x); },
],
switches: [],
allowed: [],
};
lossplot.losses["cosine-embedding"] = {
name: "cosine-embedding",
names: {"en": "Cosine embedding", "zh": "余弦嵌入损失"},
axis: "similarity",
variable: "s",
domain: [-1.0, 1.0],
axisView: [-1.0, 1.0],
requires: null,
parameters: [{"name": "label", "symbols": {"zh": "标签"}, "default": -1.0, "interval": [-1.0, 1.0, true, true], "sizes": [1e-100, 1e+100], "holes": [[0.0, 0.0, true, true]], "integer": true}, {"name": "margin", "symbols": {"zh": "间隔"}, "default": 0.0, "interval": [-1.0, 1.0, true, true], "sizes": [0.0, 1e+100]}],
called: ["cosineembeddingloss", "cosine-embedding-loss", "余弦嵌入损失", "torch:cosine-embedding"],
label: labels[17],
functions: [
function (s, label = -1, margin = 0) { if (label > 0) return 1 - s; return Math.max(0, s - margin); },
function (s, label = -1, margin = 0) { if (label > 0) return -1; return s > margin ? 1 : 0; },
function (s, label = -1, margin = 0) { return 0; },
],
switches: [
function (s, label = -1, margin = 0) { return 0 - (s - margin); },
],
allowed: [],
};
lossplot.losses["cosine-distance"] = {
name: "cosine-distance",
names: {"en": "Cosine distance", "zh": "余弦距离"},
axis: "similarity",
variable: "s",
domain: [-1.0, 1.0],
axisView: [-1.0, 1.0],
requires: null,
parameters: [],
called: ["cosine", "余弦距离", "optax:cosine-distance", "torch:cosine-distance"],
label: labels[17],
functions: [
function (s) { return 1 - s; },
function (s) { return -1; },
function (s) { return 0; },
],
switches: [],
allowed: [],
};
lossplot.losses["info-nce"] = {
name: "info-nce",
names: {"en": "InfoNCE", "zh": "InfoNCE 损失"},
axis: "similarity",
variable: "s",
domain: [-1.0, 1.0],
axisView: [-1.0, 1.0],
requires: null,
parameters: [{"name": "temperature", "symbols": {"zh": "温度"}, "default": 0.1, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}, {"name": "negatives", "symbols": {"zh": "负样本数"}, "default": 255.0, "interval": [1.0, Infinity, true, false], "sizes": [1e-100, 1e+100]}, {"name": "negative", "symbols": {"zh": "负样本相似度"}, "default": 0.0, "interval": [-1.0, 1.0, true, true], "sizes": [0.0, 1e+100]}],
called: ["infonce", "nt-xent", "ntxent", "infonce 损失", "torch:info-nce"],
label: labels[17],
functions: [
function (s, temperature = 0.1, negatives = 255, negative = 0) { return _softplus(Math.log(negatives) + (negative - s) / temperature); },
function (s, temperature = 0.1, negatives = 255, negative = 0) { return -_sigmoid(Math.log(negatives) + (negative - s) / temperature) / temperature; },
function (s, temperature = 0.1, negatives = 255, negative = 0) { const t = Math.log(negatives) + (negative - s) / temperature; return _sigmoid(t) * _sigmoid(-t) / temperature ** 2; },
],
switches: [],
allowed: [],
};
lossplot.losses["l1-penalty"] = {
name: "l1-penalty",
names: {"en": "L1 penalty", "zh": "L1 惩罚"},
axis: "coefficient",
variable: "w",
domain: [-Infinity, Infinity],
axisView: [-5.0, 5.0],
requires: null,
parameters: [{"name": "lambda", "symbols": {"en": "λ", "zh": "λ"}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["lasso", "l1-regularization", "l1-norm", "l1 惩罚", "sklearn:lasso", "keras:l1"],
label: labels[18],
functions: [
function (w, lambda = 1) { return lambda * Math.abs(w); },
function (w, lambda = 1) { return lambda * Math.sign(w); },
function (w, lambda = 1) { return 0; },
],
switches: [
function (w, lambda = 1) { return w; },
],
allowed: [],
};
lossplot.losses["l2-penalty"] = {
name: "l2-penalty",
names: {"en": "L2 penalty", "zh": "L2 惩罚"},
axis: "coefficient",
variable: "w",
domain: [-Infinity, Infinity],
axisView: [-5.0, 5.0],
requires: null,
parameters: [{"name": "lambda", "symbols": {"en": "λ", "zh": "λ"}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["ridge", "ridge-penalty", "l2-regularization", "tikhonov", "weight-decay", "l2 惩罚", "sklearn:ridge", "keras:l2"],
label: labels[18],
functions: [
function (w, lambda = 1) { return w * (lambda * w); },
function (w, lambda = 1) { return 2 * lambda * w; },
function (w, lambda = 1) { return 2 * lambda; },
],
switches: [],
allowed: [],
};
lossplot.losses["elastic-net"] = {
name: "elastic-net",
names: {"en": "Elastic net", "zh": "弹性网惩罚"},
axis: "coefficient",
variable: "w",
domain: [-Infinity, Infinity],
axisView: [-5.0, 5.0],
requires: null,
parameters: [{"name": "lambda", "symbols": {"en": "λ", "zh": "λ"}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}, {"name": "alpha", "symbols": {"en": "α", "zh": "α"}, "default": 0.5, "interval": [0.0, 1.0, true, true], "sizes": [1e-100, 1e+100]}],
called: ["elasticnet", "enet", "l1-l2", "弹性网惩罚", "sklearn:elasticnet"],
label: labels[18],
functions: [
function (w, lambda = 1, alpha = 0.5) { return lambda * (alpha * Math.abs(w)) + w * (lambda * ((1 - alpha) / 2 * w)); },
function (w, lambda = 1, alpha = 0.5) { return lambda * alpha * Math.sign(w) + lambda * w * (1 - alpha); },
function (w, lambda = 1, alpha = 0.5) { return lambda * (1 - alpha); },
],
switches: [
function (w, lambda = 1, alpha = 0.5) { return w; },
],
allowed: [],
};
lossplot.losses["scad"] = {
name: "scad",
names: {"en": "SCAD", "zh": "SCAD 惩罚"},
axis: "coefficient",
variable: "w",
domain: [-Infinity, Infinity],
axisView: [-5.0, 5.0],
requires: null,
parameters: [{"name": "lambda", "symbols": {"en": "λ", "zh": "λ"}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}, {"name": "a", "symbols": {}, "default": 3.7, "interval": [2.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["scad-penalty", "smoothly-clipped-absolute-deviation", "scad 惩罚"],
label: labels[18],
functions: [
function (w, lambda = 1, a = 3.7) { if (Math.abs(w) <= lambda) return lambda * Math.abs(w); if (Math.abs(w) <= a * lambda) { const size = Math.abs(w); return lambda * size - (size - lambda) * ((size - lambda) / (2 * (a - 1))); } return (a + 1) / 2 * lambda * lambda; },
function (w, lambda = 1, a = 3.7) { if (Math.abs(w) <= lambda) return lambda * Math.sign(w); if (Math.abs(w) <= a * lambda) { return lambda * Math.sign(w) - Math.sign(w) * (Math.abs(w) - lambda) / (a - 1); } return 0; },
function (w, lambda = 1, a = 3.7) { if (Math.abs(w) <= lambda) return 0; return Math.abs(w) <= a * lambda ? -(Math.sign(w) ** 2) / (a - 1) : 0; },
],
switches: [
function (w, lambda = 1, a = 3.7) { return w; },
function (w, lambda = 1, a = 3.7) { return Math.abs(w) - lambda; },
function (w, lambda = 1, a = 3.7) { return Math.abs(w) - a * lambda; },
],
allowed: [],
};
lossplot.losses["mcp"] = {
name: "mcp",
names: {"en": "Minimax concave penalty", "zh": "极小极大凹惩罚"},
axis: "coefficient",
variable: "w",
domain: [-Infinity, Infinity],
axisView: [-5.0, 5.0],
requires: null,
parameters: [{"name": "lambda", "symbols": {"en": "λ", "zh": "λ"}, "default": 1.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}, {"name": "gamma", "symbols": {"en": "γ", "zh": "γ"}, "default": 3.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["mcpenalty", "mc-penalty", "minimax-concave-penalty", "mc+", "极小极大凹惩罚"],
label: labels[18],
functions: [
function (w, lambda = 1, gamma = 3) { if (Math.abs(w) <= gamma * lambda) { return lambda * Math.abs(w) - w * (w / (2 * gamma)); } return gamma / 2 * lambda * lambda; },
function (w, lambda = 1, gamma = 3) { return Math.abs(w) <= gamma * lambda ? lambda * Math.sign(w) - w / gamma : 0; },
function (w, lambda = 1, gamma = 3) { return Math.abs(w) <= gamma * lambda ? -1 / gamma : 0; },
],
switches: [
function (w, lambda = 1, gamma = 3) { return w; },
function (w, lambda = 1, gamma = 3) { return Math.abs(w) - gamma * lambda; },
],
allowed: [],
};
lossplot.losses["ppo-clip"] = {
name: "ppo-clip",
names: {"en": "Clipped PPO", "zh": "裁剪 PPO 损失"},
axis: "ratio",
variable: "x",
domain: [0.0, Infinity],
axisView: [0.0, 2.0],
requires: null,
parameters: [{"name": "advantage", "symbols": {"zh": "优势"}, "default": 1.0, "interval": [-Infinity, Infinity, false, false], "sizes": [1e-100, 1e+100], "holes": [[0.0, 0.0, true, true]]}, {"name": "epsilon", "symbols": {"en": "ε", "zh": "ε"}, "default": 0.2, "interval": [0.0, 1.0, false, false], "sizes": [0.0, 1e+100]}],
called: ["ppo", "clipped-surrogate", "clipppoloss", "ppo-loss", "grpo", "裁剪 ppo 损失", "trl:grpo"],
label: labels[19],
functions: [
function (x, advantage = 1, epsilon = 0.2) { if (advantage > 0) return -advantage * Math.min(x, 1 + epsilon); return -advantage * Math.max(x, 1 - epsilon); },
function (x, advantage = 1, epsilon = 0.2) { if (advantage > 0) return x > 1 + epsilon ? 0 : -advantage; return x < 1 - epsilon ? 0 : -advantage; },
function (x, advantage = 1, epsilon = 0.2) { return 0; },
],
switches: [
function (x, advantage = 1, epsilon = 0.2) { return x - (1 + epsilon); },
function (x, advantage = 1, epsilon = 0.2) { return x - (1 - epsilon); },
],
allowed: [],
};
lossplot.losses["dual-clip-ppo"] = {
name: "dual-clip-ppo",
names: {"en": "Dual-clip PPO", "zh": "双裁剪 PPO 损失"},
axis: "ratio",
variable: "x",
domain: [0.0, Infinity],
axisView: [0.0, 2.0],
requires: null,
parameters: [{"name": "advantage", "symbols": {"zh": "优势"}, "default": -1.0, "interval": [-Infinity, Infinity, false, false], "sizes": [1e-100, 1e+100], "holes": [[0.0, 0.0, true, true]]}, {"name": "epsilon", "symbols": {"en": "ε", "zh": "ε"}, "default": 0.2, "interval": [0.0, 1.0, false, false], "sizes": [0.0, 1e+100]}, {"name": "c", "symbols": {}, "default": 3.0, "interval": [1.0, Infinity, false, false], "sizes": [0.0, 1e+100]}],
called: ["dual-clip", "ppo-dual-clip", "双裁剪 ppo 损失", "trl:grpo-delta"],
label: labels[19],
functions: [
function (x, advantage = -1, epsilon = 0.2, c = 3) { if (advantage > 0) return -advantage * Math.min(x, 1 + epsilon); return -advantage * Math.min(Math.max(x, 1 - epsilon), c); },
function (x, advantage = -1, epsilon = 0.2, c = 3) { if (advantage > 0) return x > 1 + epsilon ? 0 : -advantage; return Math.max(x, 1 - epsilon) > c ? 0 : x < 1 - epsilon ? 0 : -advantage; },
function (x, advantage = -1, epsilon = 0.2, c = 3) { return 0; },
],
switches: [
function (x, advantage = -1, epsilon = 0.2, c = 3) { return x - (1 + epsilon); },
function (x, advantage = -1, epsilon = 0.2, c = 3) { return x - (1 - epsilon); },
function (x, advantage = -1, epsilon = 0.2, c = 3) { return Math.max(x, 1 - epsilon) - c; },
],
allowed: [],
};
lossplot.losses["iou"] = {
name: "iou",
names: {"en": "IoU", "zh": "IoU 损失"},
axis: "overlap",
variable: "u",
domain: [0.0, 1.0],
axisView: [0.0, 1.0],
requires: null,
parameters: [],
called: ["iou-loss", "iouloss", "jaccard", "jaccard-loss", "jaccard-distance", "linear-iou", "giou", "diou", "ciou", "iou 损失", "torchvision:generalized-box-iou-loss", "torchvision:distance-box-iou-loss", "torchvision:complete-box-iou-loss", "monai:boxgiouloss", "monai:jaccard", "smp:jaccard"],
label: labels[20],
functions: [
function (u) { return 1 - u; },
function (u) { return -1; },
function (u) { return 0; },
],
switches: [],
allowed: [],
};
lossplot.losses["log-iou"] = {
name: "log-iou",
names: {"en": "Log-IoU", "zh": "对数 IoU 损失"},
axis: "overlap",
variable: "u",
domain: [0.0, 1.0],
axisView: [0.0, 1.0],
requires: null,
parameters: [],
called: ["unitbox", "unitbox-loss", "iou-log", "对数 iou 损失", "smp:jaccard-log"],
label: labels[20],
functions: [
function (u) { return -Math.log(u); },
function (u) { return -1 / u; },
function (u) { return 1 / u ** 2; },
],
switches: [
function (u) { return u; },
],
allowed: [],
};
lossplot.losses["alpha-iou"] = {
name: "alpha-iou",
names: {"en": "α-IoU", "zh": "α-IoU 损失"},
axis: "overlap",
variable: "u",
domain: [0.0, 1.0],
axisView: [0.0, 1.0],
requires: null,
parameters: [{"name": "alpha", "symbols": {"en": "α", "zh": "α"}, "default": 3.0, "interval": [0.0, Infinity, false, false], "sizes": [1e-100, 1e+100]}],
called: ["power-iou", "α-iou 损失"],
label: labels[20],
functions: [
function (u, alpha = 3) { return -alpha * _boxcox(u, alpha); },
function (u, alpha = 3) { return -alpha * u ** (alpha - 1); },
function (u, alpha = 3) { return -alpha * (alpha - 1) * u ** (alpha - 2); },
],
switches: [],
allowed: [],
};
})();
