import { propertyInWords } from './value.ts';

/** How one item of a list is called; lists that are not here are read as one thing and shown whole. */
const ITEMS: Readonly<Record<string, string>> = {
  options: 'option',
  toastOptions: 'toast option',
  foreignOptions: 'foreign option',
  config: 'setting',
  labels: 'label',
  roles: 'role',
  tags: 'tag',
  tables: 'table',
  schemas: 'schema',
  operators: 'operator',
  functions: 'function',
  mappings: 'mapping of',
};

/**
 * What went from a list and what came to it, a line each: `label calm is new, after ok`, `option fillfactor 70 → 80`. A list that is read
 * as one thing, or has only another order, is shown whole.
 */
export function listChangeInWords(property: string, before: readonly string[], after: readonly string[]): readonly string[] {
  const gone = before.filter((item) => !after.includes(item));
  const come = after.filter((item) => !before.includes(item));
  const item = ITEMS[property];
  if (item === undefined || gone.length + come.length === 0) {
    return [`${propertyInWords(property)} ${before.join(', ') || 'none'} → ${after.join(', ') || 'none'}`];
  }
  const lines: string[] = [];
  for (const old of gone) {
    const key = keyOf(old);
    const successor = key === null ? undefined : come.find((other) => keyOf(other) === key);
    lines.push(
      successor === undefined ? `${item} ${old} is missing` : `${item} ${key} ${old.replace(KEY, '')} → ${successor.replace(KEY, '')}`,
    );
  }
  const replaced = new Set(gone.map(keyOf));
  for (const added of come) {
    if (keyOf(added) !== null && replaced.has(keyOf(added))) continue;
    const place = after[after.indexOf(added) - 1];
    const where = property !== 'labels' ? '' : place === undefined ? ', first' : `, after ${place}`;
    lines.push(`${item} ${added} is new${where}`);
  }
  return lines;
}

const KEY = /^(\w+)(?:=|: )/;

/** `fillfactor` of `fillfactor=70`, `word` of `word: simple`. */
function keyOf(item: string): string | null {
  return KEY.exec(item)?.[1] ?? null;
}
