/** Of two vectors of length 1: 1 when they are the same, 0 when they have nothing to do with each other. */
export function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}
