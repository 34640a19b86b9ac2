/** A longer one says no more to whoever reads it. */
const MOST_CHARACTERS = 1_000;

/** A value as a person reads it: what could be taken for something else, or for nothing, is quoted. */
export function describeValue(value: string | null): string {
  if (value === null) return 'null';
  if (value.trim() !== value || value === '' || value === 'null') return JSON.stringify(value);
  return value.length <= MOST_CHARACTERS ? value : `${value.slice(0, MOST_CHARACTERS)}…`;
}
