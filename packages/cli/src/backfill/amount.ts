const STEPS = [
  { from: 1e9, unit: 'G' },
  { from: 1e6, unit: 'M' },
  { from: 1e4, unit: 'k', by: 1e3 },
] as const;

/** `84`, `9,500`, `12 k`, `1.2 M`: a number of rows at a glance. */
export function amount(number: number): string {
  const step = STEPS.find(({ from }) => number >= from);
  if (step === undefined) return String(Math.round(number)).replace(/\B(?=(\d{3})+$)/g, ',');
  const value = number / ('by' in step ? step.by : step.from);
  return `${value < 100 && step.unit !== 'k' ? value.toFixed(1) : Math.round(value)} ${step.unit}`;
}

/** `12 kB`, `3.4 MB`. */
export function bytes(number: number): string {
  const [value, unit] = number >= 1e9 ? [number / 1e9, 'GB'] : number >= 1e6 ? [number / 1e6, 'MB'] : [number / 1e3, 'kB'];
  return `${value < 100 && unit !== 'kB' ? value.toFixed(1) : Math.round(value)} ${unit}`;
}
