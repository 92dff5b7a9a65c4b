/* Made by lossplot gallery; seal 93e2032592b1c599 */
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
function _log1pmx(x) {
if (Math.abs(x) >= 0.5) return Math.log1p(x) - x;
const s = x / (2 + x);
let series = 0;
for (let k = 17; k > 0; k--) series = (series + 1 / (2 * k + 1)) * s * s;
return 2 * s * series - x * s;
}
function _xlogy(x, y) {
return x === 0 ? 0 : x * Math.log(y);
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
function _squareddice(x) {
return (1 - x) ** 2 / (1 + x ** 2);
}
function _logcosh(x) {
if (Math.abs(x) < 1) return Math.log1p(2 * Math.sinh(x / 2) ** 2);
return Math.abs(x) + Math.log1p(Math.exp(-2 * Math.abs(x))) - Math.log(2);
}
function _tversky(x, y) {
return y * (1 - x) / (x + y * (1 - x));
}
function _focaltversky(x, y, z) {
return Math.exp(-y * Math.log1p(x / (z * (1 - x))));
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
lossplot.logOdds["asymmetric"] = {
functions: [
function (m, gamma = 4, c = 0.05, positive = 0) { if (positive > 0) return Math.exp(-gamma * _softplus(m)) * _softplus(-m); return _sigmoid(m) < 1 - c ? _focal(_sigmoid(m) + c, gamma) : 0; },
function (m, gamma = 4, c = 0.05, positive = 0) { if (positive > 0) { const t = Math.exp(-gamma * _softplus(m)); return -gamma * _sigmoid(m) * t * _softplus(-m) - t * _sigmoid(-m); } if (_sigmoid(m) < 1 - c) { if (gamma <= 0) return -_sigmoid(m) * _sigmoid(-m) / (_sigmoid(m) + c); const t = _sigmoid(m); return ( -t * _sigmoid(-m) * _pow1p(-(t + c), gamma) * (gamma * _logratio(t + c) + 1 / (t + c)) ); } return 0; },
function (m, gamma = 4, c = 0.05, positive = 0) { if (positive > 0) { const t = Math.exp(-gamma * _softplus(m)); const u = _sigmoid(m); const v = _sigmoid(-m); const w = -gamma * u; return ( (w * v * t + gamma ** 2 * u ** 2 * t) * _softplus(-m) + gamma * u * t * v + (t * v * u - w * t * v) ); } if (_sigmoid(m) < 1 - c) { if (gamma <= 0) { const t = _sigmoid(m); const u = _sigmoid(-m); return (-t * u ** 2 + t ** 2 * u + t ** 2 * u ** 2 / (t + c)) / (t + c); } const t = _sigmoid(m); const u = _sigmoid(-m); const v = t + c - 1; const u2 = -(t + c); const w = _pow1p(u2, gamma); const t2 = 1 / (t + c); const size = Math.abs(v); return ( ((-t * u ** 2 + t ** 2 * u) * w + gamma * t ** 2 * u ** 2 * _pow1p(u2, gamma - 1)) * (gamma * _logratio(t + c) + t2) - t * u * w * ( gamma * ( size <= 0 ? -t * u / 2 : size < 0.5 ? t * u * (-_log1pmx(v) / v ** 2 - t2) : t * u * (1 - _xlogy(t + c, t + c) / v) / ((t + c) * v) ) - t * u / (t + c) ** 2 ) ); } return 0; },
],
switches: [
function (m, gamma = 4, c = 0.05, positive = 0) { return _sigmoid(m) - (1 - c); },
function (m, gamma = 4, c = 0.05, positive = 0) { return _sigmoid(m) + c; },
],
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
lossplot.logOdds["truncated-gce"] = {
functions: [
function (m, q = 0.7, k = 0.5) { return -_boxcox(Math.max(_sigmoid(m), k), q); },
function (m, q = 0.7, k = 0.5) { if (_sigmoid(m) < k) return 0; return -(Math.max(_sigmoid(m), k) ** (q - 1)) * _sigmoid(m) * _sigmoid(-m); },
function (m, q = 0.7, k = 0.5) { if (_sigmoid(m) < k) return 0; const t = _sigmoid(m); const u = _sigmoid(-m); const v = Math.max(t, k); const w = v ** (q - 1); return ( ((t < k ? 0 : -(t ** 2) * (q - 1) * v ** (q - 2) * u) - w * t * u) * u + w * t ** 2 * u ); },
],
switches: [
function (m, q = 0.7, k = 0.5) { return _sigmoid(m) - k; },
],
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
lossplot.logOdds["dice-squared"] = {
functions: [
function (m) { return _squareddice(_sigmoid(m)); },
function (m) { const t = _sigmoid(m); return -2 * t * _sigmoid(-m) * (1 - t) * (1 + t) / (1 + t ** 2) ** 2; },
function (m) { const t = _sigmoid(m); const w = _sigmoid(-m); const u = w ** 2; const v = 2 * t ** 2; const t2 = 1 + t ** 2; return ( ( ((-2 * t * u + v * w) * (1 - t) + v * u) * (1 + t) - v * u * (1 - t) + 8 * t ** 3 * u * (1 - t) * (1 + t) / t2 ) / t2 ** 2 ); },
],
switches: [],
};
lossplot.logOdds["log-cosh-dice"] = {
functions: [
function (m) { if (_sigmoid(m) < 1 / 4) return _logcosh(1 - 2 * _sigmoid(m) / (1 + _sigmoid(m))); return _logcosh(_sigmoid(-m) / (1 + _sigmoid(m))); },
function (m) { if (_sigmoid(m) < 1 / 4) { const t = _sigmoid(m); const u = _sigmoid(-m); return ( -(2 * t * u - 2 * t ** 2 * u / (1 + t)) * Math.tanh(1 - 2 * t / (1 + t)) / (1 + t) ); } const t = _sigmoid(m); const u = _sigmoid(-m); return (-u * t - u ** 2 * t / (1 + t)) * Math.tanh(u / (1 + t)) / (1 + t); },
function (m) { if (_sigmoid(m) < 1 / 4) { const t = _sigmoid(m); const u = _sigmoid(-m); const v = 1 - 2 * t / (1 + t); const t2 = 2 * t ** 2 * u; const w = 2 * t * u - t2 / (1 + t); const u2 = Math.tanh(v); const v2 = 2 * t ** 3; return ( ( ( (4 * t ** 2 * u ** 2 - v2 * u - v2 * u ** 2 / (1 + t)) / (1 + t) - (2 * t * u ** 2 - t2) ) * u2 + w ** 2 / ((1 + t) * Math.cosh(v) ** 2) + w * u2 * t * u / (1 + t) ) / (1 + t) ); } const t = _sigmoid(m); const u = _sigmoid(-m); const u2 = u ** 2 * t; const v = -u * t - u2 / (1 + t); const t2 = u / (1 + t); const w = Math.tanh(t2); return ( ( ( u * t ** 2 - u2 - (-2 * u ** 2 * t ** 2 + u ** 3 * t - u ** 3 * t ** 2 / (1 + t)) / (1 + t) ) * w + v ** 2 / ((1 + t) * Math.cosh(t2) ** 2) - v * w * t * u / (1 + t) ) / (1 + t) ); },
],
switches: [
function (m) { return _sigmoid(m) - 1 / 4; },
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
lossplot.logOdds["focal-tversky"] = {
functions: [
function (m, beta = 0.7, gamma = 0.75) { return _focaltversky(_sigmoid(m), gamma, beta); },
function (m, beta = 0.7, gamma = 0.75) { const t = _sigmoid(m); const u = t + beta * (1 - t); return -gamma * t * _sigmoid(-m) * (beta / u) ** gamma * (1 - t) ** (gamma - 1) / u; },
function (m, beta = 0.7, gamma = 0.75) { const t = _sigmoid(m); const u = t + beta * (1 - t); const v = _sigmoid(-m); const t3 = beta / u; const w = t3 ** gamma; const t2 = gamma - 1; const u2 = t * v - beta * t * v; const v2 = gamma * t ** 2; const w2 = (1 - t) ** t2; return ( ( ( (-gamma * t * v ** 2 + v2 * v) * w + gamma ** 2 * beta * t * v * t3 ** t2 * u2 / u ** 2 ) * w2 + v2 * v ** 2 * w * t2 * (1 - t) ** (gamma - 2) + gamma * t * v * w * w2 * u2 / u ) / u ); },
],
switches: [
function (m, beta = 0.7, gamma = 0.75) { return _sigmoid(m) + beta * (1 - _sigmoid(m)); },
],
};
})();
