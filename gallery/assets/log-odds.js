/* Made by lossplot gallery; seal 2ec09272f51da2c5 */
(function () {
"use strict";
const lossplot = (globalThis.lossplot ??= { losses: {} });
lossplot.logOdds = {};
function _softplus(x) {
return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}
function _sigmoid(x) {
return (x >= 0 ? 1 : Math.exp(-Math.abs(x))) / (1 + Math.exp(-Math.abs(x)));
}
function _boxcox(x, y) {
if (y === 0) return Math.log(x);
return x > 1 / 2 ? Math.expm1(y * Math.log(x)) / y : (x ** y - 1) / y;
}
function _alphaloss(x, y) {
return -_boxcox(x, 1 - 1 / y);
}
function _expm1mx(x) {
if (Math.abs(x) >= 1) return Math.expm1(x) - x;
let series = 1;
for (let k = 20; k > 2; k--) series = 1 + x / k * series;
return x ** 2 / 2 * series;
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
function _tversky(x, y) {
return y * (1 - x) / (x + y * (1 - x));
}
lossplot.logOdds["log-loss"] = {
functions: [
function (m) { return _softplus(-m); },
function (m) { return -_sigmoid(-m); },
function (m) { return _sigmoid(-m) * _sigmoid(m); },
],
switches: [],
};
lossplot.logOdds["brier"] = {
functions: [
function (m) { return _sigmoid(-m) ** 2; },
function (m) { return -2 * _sigmoid(-m) ** 2 * _sigmoid(m); },
function (m) { return 4 * _sigmoid(-m) ** 2 * _sigmoid(m) ** 2 - 2 * _sigmoid(-m) ** 3 * _sigmoid(m); },
],
switches: [],
};
lossplot.logOdds["focal"] = {
functions: [
function (m, gamma = 2, alpha = 1) { return alpha * (Math.exp(-gamma * _softplus(m)) * _softplus(-m)); },
function (m, gamma = 2, alpha = 1) { const t = Math.exp(-gamma * _softplus(m)); return alpha * (-gamma * _sigmoid(m) * t * _softplus(-m) - t * _sigmoid(-m)); },
function (m, gamma = 2, alpha = 1) { const t = Math.exp(-gamma * _softplus(m)); const u = _sigmoid(m); const v = _sigmoid(-m); const w = -gamma * u; return alpha * ( (w * v * t + gamma ** 2 * u ** 2 * t) * _softplus(-m) + gamma * u * t * v + (t * v * u - w * t * v) ); },
],
switches: [],
};
lossplot.logOdds["spherical"] = {
functions: [
function (m) { const root = Math.sqrt(_sigmoid(m) ** 2 + _sigmoid(-m) ** 2); return _sigmoid(-m) ** 2 / (root * (_sigmoid(m) + root)); },
function (m) { const t = _sigmoid(m); const u = _sigmoid(-m); const root = Math.sqrt(t ** 2 + u ** 2); const v = 2 * t ** 2 * u - 2 * u ** 2 * t; const t2 = t + root; const w = root * t2; const u2 = 2 * root; return (-2 * u ** 2 * t - u ** 2 * (v * t2 / u2 + root * (t * u + v / u2)) / w) / w; },
function (m) { const u = _sigmoid(m); const v = _sigmoid(-m); const w2 = u ** 2 + v ** 2; const root = Math.sqrt(w2); const t = 2 * u ** 2 * v - 2 * v ** 2 * u; const v2 = 2 * root; const t3 = u * v + t / v2; const u3 = u + root; const w = t * u3 / v2 + root * t3; const w3 = 2 * v ** 3 * u; const t2 = 4 * u ** 2 * v ** 2 - 2 * u ** 3 * v - (-4 * v ** 2 * u ** 2 + w3); const u2 = root * u3; const v3 = -2 * v ** 2 * u; return ( ( 4 * v ** 2 * u ** 2 - w3 - ( v3 * w + v ** 2 * ( (t2 * u3 + t * t3 - t ** 2 * u3 / (2 * w2)) / v2 + ( t * t3 / v2 + root * (u * v ** 2 - u ** 2 * v + (t2 - t ** 2 / (2 * w2)) / v2) ) ) - v ** 2 * w ** 2 / u2 ) / u2 - (v3 - v ** 2 * w / u2) * w / u2 ) / u2 ); },
],
switches: [
function (m) { return _sigmoid(m) ** 2 + _sigmoid(-m) ** 2; },
function (m) { const root = Math.sqrt(_sigmoid(m) ** 2 + _sigmoid(-m) ** 2); return root * (_sigmoid(m) + root); },
],
};
lossplot.logOdds["zero-one-probability"] = {
functions: [
function (m) { return _sigmoid(m) <= 1 / 2 ? 1 : 0; },
function (m) { return 0; },
function (m) { return 0; },
],
switches: [
function (m) { return _sigmoid(m) - 1 / 2; },
],
};
lossplot.logOdds["linear-probability"] = {
functions: [
function (m) { return _sigmoid(-m); },
function (m) { return -_sigmoid(-m) * _sigmoid(m); },
function (m) { return _sigmoid(-m) * _sigmoid(m) ** 2 - _sigmoid(-m) ** 2 * _sigmoid(m); },
],
switches: [],
};
lossplot.logOdds["poly1"] = {
functions: [
function (m, epsilon = 2) { return _softplus(-m) - _sigmoid(-m) + (1 + epsilon) * _sigmoid(-m); },
function (m, epsilon = 2) { const t = _sigmoid(-m); return -t + t * _sigmoid(m) - (1 + epsilon) * t * _sigmoid(m); },
function (m, epsilon = 2) { const t = _sigmoid(-m); const u = _sigmoid(m); const v = 1 + epsilon; return t * u + (-t * u ** 2 + t ** 2 * u) - (-v * t * u ** 2 + v * t ** 2 * u); },
],
switches: [],
};
lossplot.logOdds["gce"] = {
functions: [
function (m, q = 0.7) { return -_boxcox(_sigmoid(m), q); },
function (m, q = 0.7) { return -_sigmoid(m) * _sigmoid(-m) * _sigmoid(m) ** (q - 1); },
function (m, q = 0.7) { const t = _sigmoid(m); const u = _sigmoid(-m); return (-t * u ** 2 + t ** 2 * u) * t ** (q - 1) - t ** 2 * u ** 2 * (q - 1) * t ** ( q - 2 ); },
],
switches: [],
};
lossplot.logOdds["alpha-loss"] = {
functions: [
function (m, alpha = 2) { return _alphaloss(_sigmoid(m), alpha); },
function (m, alpha = 2) { return -_sigmoid(m) * _sigmoid(-m) * _sigmoid(m) ** (-1 / alpha); },
function (m, alpha = 2) { const t = _sigmoid(m); const u = _sigmoid(-m); const v = -1 / alpha; return (-t * u ** 2 + t ** 2 * u) * t ** v + t ** 2 * u ** 2 * t ** (v - 1) / alpha; },
],
switches: [
function (m, alpha = 2) { return _sigmoid(m); },
],
};
lossplot.logOdds["tsallis"] = {
functions: [
function (m, q = 1.5) { return _tsallis(_sigmoid(m), q); },
function (m, q = 1.5) { const t = _sigmoid(m); return ( -q * t * _sigmoid(-m) * (q - 1) * ((1 - t) * t ** (q - 2) + (1 - t) ** (q - 1)) ); },
function (m, q = 1.5) { const t = _sigmoid(m); const u = _sigmoid(-m); const v = t ** (q - 2); return ( (-q * t * u ** 2 + q * t ** 2 * u) * (q - 1) * ((1 - t) * v + (1 - t) ** (q - 1)) - q * t * u * (q - 1) * ( -t * u * v + (1 - t) * (q - 2) * t ** (q - 3) * t * u - (q - 1) * (1 - t) ** (q - 2) * t * u ) ); },
],
switches: [
function (m, q = 1.5) { return _sigmoid(m); },
],
};
lossplot.logOdds["taylor-ce"] = {
functions: [
function (m, order = 2) { return _taylor(_sigmoid(m), order); },
function (m, order = 2) { if (_sigmoid(m) === 0) { return _sigmoid(m) * _sigmoid(-m) * (order * (order - 1) * _sigmoid(m) / 2 - order); } if (_sigmoid(m) < 0.5) { return _sigmoid(-m) * Math.expm1(order * Math.log1p(-_sigmoid(m))); } return _sigmoid(-m) * ((1 - _sigmoid(m)) ** order - 1); },
function (m, order = 2) { if (_sigmoid(m) === 0) { const t = _sigmoid(m); const u = _sigmoid(-m); const v = order - 1; return ( (t * u ** 2 - t ** 2 * u) * (order * v * t / 2 - order) + order * t ** 2 * u ** 2 * v / 2 ); } if (_sigmoid(m) < 0.5) { const t = _sigmoid(m); const u = order * Math.log1p(-t); const v = _sigmoid(-m); return -v * t * Math.expm1(u) - order * v ** 2 * t * Math.exp(u) / (1 - t); } const t = _sigmoid(m); const u = _sigmoid(-m); return -u * t * ((1 - t) ** order - 1) - order * u ** 2 * (1 - t) ** (order - 1) * t; },
],
switches: [],
};
lossplot.logOdds["boosting-score"] = {
functions: [
function (m) { return Math.sqrt(_sigmoid(-m)) / Math.sqrt(_sigmoid(m)); },
function (m) { const t = _sigmoid(-m); const root = Math.sqrt(t); return (-t * _sigmoid(m) / (2 * root) - root * t / 2) / Math.sqrt(_sigmoid(m)); },
function (m) { const t = _sigmoid(-m); const u = _sigmoid(m); const root = Math.sqrt(t); const v = 2 * root; const w = t * u ** 2; const t2 = root * t; return ( ( (w - t ** 2 * u - w / 2) / v - (-(t ** 2) * u / v - t2 * u) / 2 - (-t * u / v - t2 / 2) * t / 2 ) / Math.sqrt(u) ); },
],
switches: [
function (m) { return _sigmoid(-m); },
function (m) { return _sigmoid(m); },
function (m) { return Math.sqrt(_sigmoid(m)); },
],
};
lossplot.logOdds["label-smoothing-ce"] = {
functions: [
function (m, epsilon = 0.1, classes = 2) { const t = classes - 1; return -(1 - epsilon + epsilon / classes) * -_softplus(-m) - epsilon * t / classes * ( -_softplus(m) - Math.log(t) ); },
function (m, epsilon = 0.1, classes = 2) { return ( -(1 - epsilon + epsilon / classes) * _sigmoid(-m) + epsilon * (classes - 1) * _sigmoid(m) / classes ); },
function (m, epsilon = 0.1, classes = 2) { const t = _sigmoid(-m); const u = _sigmoid(m); return ( (1 - epsilon + epsilon / classes) * t * u + epsilon * (classes - 1) * u * t / classes ); },
],
switches: [],
};
lossplot.logOdds["symmetric-ce"] = {
functions: [
function (m, alpha = 0.1, beta = 1, A = -4) { return alpha * _softplus(-m) - beta * A * _sigmoid(-m); },
function (m, alpha = 0.1, beta = 1, A = -4) { return -alpha * _sigmoid(-m) + beta * A * _sigmoid(-m) * _sigmoid(m); },
function (m, alpha = 0.1, beta = 1, A = -4) { const t = _sigmoid(-m); const u = _sigmoid(m); return alpha * t * u + (-beta * A * t * u ** 2 + beta * A * t ** 2 * u); },
],
switches: [],
};
lossplot.logOdds["normalized-ce"] = {
functions: [
function (m) { return _softplus(-m) / (_softplus(-m) + _softplus(m)); },
function (m) { const t = _softplus(-m) + _softplus(m); return (-_sigmoid(-m) - _softplus(-m) * (-_sigmoid(-m) + _sigmoid(m)) / t) / t; },
function (m) { const w = _softplus(-m); const t = w + _softplus(m); const u = _sigmoid(-m); const v = _sigmoid(m); return ( ( u * v - (-u * (-u + v) + 2 * w * u * v - w * (-u + v) ** 2 / t) / t - (-u - w * (-u + v) / t) * (-u + v) / t ) / t ); },
],
switches: [
function (m) { return _softplus(-m) + _softplus(m); },
],
};
lossplot.logOdds["soft-dice"] = {
functions: [
function (m) { return _sigmoid(-m) / (1 + _sigmoid(m)); },
function (m) { const t = _sigmoid(m); return (-_sigmoid(-m) * t - _sigmoid(-m) ** 2 * t / (1 + t)) / (1 + t); },
function (m) { const t = _sigmoid(m); const u = _sigmoid(-m); const v = u ** 2 * t; return ( ( u * t ** 2 - v - (-2 * u ** 2 * t ** 2 + u ** 3 * t - u ** 3 * t ** 2 / (1 + t)) / (1 + t) - (-u * t - v / (1 + t)) * t * u / (1 + t) ) / (1 + t) ); },
],
switches: [
function (m) { return 1 + _sigmoid(m); },
],
};
lossplot.logOdds["tversky"] = {
functions: [
function (m, beta = 0.5) { return _tversky(_sigmoid(m), beta); },
function (m, beta = 0.5) { const t = _sigmoid(m); return -beta * t * _sigmoid(-m) / (t + beta * (1 - t)) ** 2; },
function (m, beta = 0.5) { const t = _sigmoid(m); const u = _sigmoid(-m); const v = t + beta * (1 - t); return ( ( -beta * t * u ** 2 + beta * t ** 2 * u + 2 * beta * t * u * (t * u - beta * t * u) / v ) / v ** 2 ); },
],
switches: [
function (m, beta = 0.5) { return _sigmoid(m) + beta * (1 - _sigmoid(m)); },
],
};
})();
