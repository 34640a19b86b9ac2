/** `SET (…)` and `RESET (…)` that make one list of options into another, as `alter` takes them; empty when they are equal. */
export function setAndReset(alter: string, before: readonly string[], after: readonly string[], prefix = ''): readonly string[] {
  const wrong = after.filter((option) => !before.includes(option));
  const kept = new Set(after.map(nameOf));
  const gone = before.map(nameOf).filter((name) => !kept.has(name));
  return [
    ...(wrong.length === 0 ? [] : [`${alter} set (${wrong.map((option) => `${prefix}${option}`).join(', ')})`]),
    ...(gone.length === 0 ? [] : [`${alter} reset (${gone.map((name) => `${prefix}${name}`).join(', ')})`]),
  ];
}

function nameOf(option: string): string {
  return option.slice(0, option.indexOf('='));
}
