// Doubles in their order: neighbours, and bisection to the last bit.

const bits = new DataView(new ArrayBuffer(8));
const SIZE = 0x7fff_ffff_ffff_ffffn;

/** The number of x among all doubles, zero being number 0. */
function ordinal(x) {
  bits.setFloat64(0, x);
  const number = bits.getBigInt64(0);
  return number >= 0n ? number : -(number & SIZE);
}

/** The double whose number is `number`. */
function double(number) {
  bits.setBigInt64(0, number < 0n ? -number : number);
  const size = bits.getFloat64(0);
  return number < 0n ? -size : size;
}

/** The distance from |x| to the next double. */
export function ulp(x) {
  const size = Math.abs(x);
  return double(ordinal(size) + 1n) - size;
}

/** The double halfway between a and b in the order of doubles. */
export function middle(a, b) {
  return double((ordinal(a) + ordinal(b)) >> 1n);
}

/** The last double where `test` holds, as it does at a, and the next, where it does not, as at b. */
export function bisect(test, a, b) {
  let low = ordinal(a);
  let high = ordinal(b);
  while (high - low > 1n) {
    const between = (low + high) >> 1n;
    if (test(double(between))) low = between;
    else high = between;
  }
  return [double(low), double(high)];
}
