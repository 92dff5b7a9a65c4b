// Random numbers that are the same as in Python: SplitMix64, counted (lossplot/_training/random.py).

const MASK = 64;
const [GAMMA, FIRST, SECOND] = [0x9e3779b97f4a7c15n, 0xbf58476d1ce4e5b9n, 0x94d049bb133111ebn];
// What a stream is for: the second number of its key, after the seed.
export const PLACES = 1n;
export const NOISE = 2n;
export const SPLIT = 3n;
export const FLIPS = 4n;
export const OUTLIERS = 5n;
export const START = 6n;
export const ORDER = 7n;
export const BALANCE = 8n;

function mix(word) {
  let z = BigInt.asUintN(MASK, word);
  z = BigInt.asUintN(MASK, (z ^ (z >> 30n)) * FIRST);
  z = BigInt.asUintN(MASK, (z ^ (z >> 27n)) * SECOND);
  return z ^ (z >> 31n);
}

/** The key of the stream that belongs to `numbers`. */
export function stream(...numbers) {
  return numbers.reduce((key, number) => mix(key + GAMMA + BigInt(number)), 0n);
}

/** `count` numbers of [0, 1). */
export function uniforms(key, count) {
  return Float64Array.from({ length: count }, (_, i) => Number(mix(key + BigInt(i + 1) * GAMMA) >> 11n) * 2 ** -53);
}

/** `count` numbers of the standard normal distribution. */
export function normals(key, count) {
  const numbers = uniforms(key, 2 * count);
  return Float64Array.from({ length: count }, (_, i) => Math.sqrt(-2 * Math.log(1 - numbers[i])) * Math.cos(2 * Math.PI * numbers[count + i]));
}

/** The numbers below `count` in random order. */
export function permutation(key, count) {
  const numbers = uniforms(key, count);
  return Array.from(numbers.keys()).sort((a, b) => numbers[a] - numbers[b]);
}
