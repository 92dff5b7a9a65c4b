// Exact fractions, as Python has them.

const bits = new DataView(new ArrayBuffer(8));

function size(n) {
  return n < 0n ? -n : n;
}

function common(a, b) {
  while (b) [a, b] = [b, a % b];
  return size(a);
}

/** A whole number as a number of JavaScript's if it holds it. */
function plain(n) {
  return n >= -9007199254740991n && n <= 9007199254740991n ? Number(n) : n;
}

export class Fraction {
  constructor(top, bottom = 1n) {
    if (bottom === 0n) throw Fraction.errors.ZeroDivisionError();
    const divisor = (common(top, bottom) || 1n) * (bottom < 0n ? -1n : 1n);
    this.top = top / divisor;
    this.bottom = bottom / divisor;
  }
  get numerator() {
    return plain(this.top);
  }
  get denominator() {
    return plain(this.bottom);
  }
  plus(other) {
    return new Fraction(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom);
  }
  times(other) {
    return new Fraction(this.top * other.top, this.bottom * other.bottom);
  }
  over(other) {
    return new Fraction(this.top * other.bottom, this.bottom * other.top);
  }
  opposite() {
    return new Fraction(-this.top, this.bottom);
  }
  /** The remainder of a division, with the sign of the divisor. */
  modulo(other) {
    const [a, b] = [this.top * other.bottom, other.top * this.bottom];
    const rest = ((a % b) + b) % b;
    return new Fraction(rest, this.bottom * other.bottom);
  }
  /** A whole power. */
  power(exponent) {
    const n = BigInt(Math.abs(exponent));
    return exponent < 0 ? new Fraction(this.bottom ** n, this.top ** n) : new Fraction(this.top ** n, this.bottom ** n);
  }
  compare(other) {
    const difference = this.top * other.bottom - other.top * this.bottom;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }
  /** The nearest double, exactly rounded. */
  valueOf() {
    return quotient(this.top, this.bottom);
  }
  /** The nearest fraction with no greater denominator. */
  limited(most) {
    const limit = BigInt(most);
    if (this.bottom <= limit) return this;
    let [p0, q0, p1, q1] = [0n, 1n, 1n, 0n];
    let [n, d] = [this.top, this.bottom];
    while (true) {
      const whole = floored(n, d);
      const q2 = q0 + whole * q1;
      if (q2 > limit) break;
      [p0, q0, p1, q1] = [p1, q1, p0 + whole * p1, q2];
      [n, d] = [d, n - whole * d];
    }
    const k = (limit - q0) / q1;
    const [one, other] = [new Fraction(p1, q1), new Fraction(p0 + k * p1, q0 + k * q1)];
    const distance = (each) => { const gap = each.plus(this.opposite()); return gap.top < 0n ? gap.opposite() : gap; };
    return distance(one).compare(distance(other)) <= 0 ? one : other;
  }
}

function floored(a, b) {
  const whole = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? whole - 1n : whole;
}

function quotient(top, bottom) {
  if (top === 0n) return 0;
  const sign = top < 0n ? -1 : 1;
  const above = size(top);
  const shift = Math.max(above.toString(2).length - bottom.toString(2).length - 54, -1074 - 1);
  const [a, b] = shift > 0 ? [above, bottom << BigInt(shift)] : [above << BigInt(-shift), bottom];
  let whole = a / b;
  // A last bit that is set tells rounding that something is left.
  if (a % b) whole = (whole << 1n) | 1n;
  else whole <<= 1n;
  const value = Number(whole) * 2 ** Math.max(shift - 1, -1074) * (shift - 1 < -1074 ? 2 ** (shift - 1 + 1074) : 1);
  if (!Number.isFinite(value)) throw Fraction.errors.OverflowError();
  return sign * value;
}

/** The fraction that a number is. */
export function fractionOf(value, bottom = null) {
  if (bottom !== null) return fractionOf(value).over(fractionOf(bottom));
  if (value instanceof Fraction) return value;
  if (typeof value === "bigint") return new Fraction(value);
  if (Number.isInteger(value)) return new Fraction(BigInt(value));
  if (!Number.isFinite(value)) throw (Number.isNaN(value) ? Fraction.errors.ValueError : Fraction.errors.OverflowError)();
  bits.setFloat64(0, value);
  const exponent = Math.max((bits.getUint16(0) >> 4) & 0x7ff, 1) - 1075;
  const whole = BigInt(value / 2 ** exponent);
  return exponent >= 0 ? new Fraction(whole << BigInt(exponent)) : new Fraction(whole, 1n << BigInt(-exponent));
}
