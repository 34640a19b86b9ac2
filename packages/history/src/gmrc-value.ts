import { InvalidGmrcValue } from './errors/gmrc.ts';

/** One key of `.gmrc` and the value that somebody wrote there. */
export interface GmrcEntry {
  readonly path: string;
  readonly key: string;
  readonly value: unknown;
}

/** Null when it is not set. @throws InvalidGmrcValue when it is no text */
export function textValue(entry: GmrcEntry): string | null {
  if (entry.value === undefined) return null;
  if (typeof entry.value === 'string') return entry.value;
  throw invalid(entry, `is ${describe(entry.value)}, not text`, `"${entry.key}": "…"`);
}

/** The same of a text that something is made of. @throws InvalidGmrcValue when it is empty */
export function nonEmptyText(entry: GmrcEntry): string | null {
  const text = textValue(entry);
  if (text === '') throw invalid(entry, 'is empty', `"${entry.key}": "…", or leave it out`);
  return text;
}

/** True when it is not set. @throws InvalidGmrcValue when it is neither true nor false */
export function booleanValue(entry: GmrcEntry): boolean {
  if (entry.value === undefined) return true;
  if (typeof entry.value === 'boolean') return entry.value;
  throw invalid(entry, `is ${describe(entry.value)}, not true or false`, `"${entry.key}": false`);
}

/** `pgSettings`. @throws InvalidGmrcValue unless all values are text or numbers */
export function settingsValue(entry: GmrcEntry): Readonly<Record<string, string>> {
  return mapValue(entry, (name, value) => {
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    throw invalid(entry, `has ${describe(value)} for ${name}, not text`, `"${name}": "on"`);
  });
}

/** `placeholders`. @throws InvalidGmrcValue unless names are `:UPPER_CASE` and values text */
export function placeholdersValue(entry: GmrcEntry): Readonly<Record<string, string>> {
  return mapValue(entry, (name, value) => {
    if (!/^:[A-Z][0-9A-Z_]+$/.test(name)) {
      throw invalid(entry, `has the name ${JSON.stringify(name)}`, 'A placeholder is a colon and capitals: ":DATABASE_VISITOR"');
    }
    if (typeof value === 'string') return value;
    throw invalid(entry, `has ${describe(value)} for ${name}, not text`, `"${name}": "!ENV" takes it from the environment`);
  });
}

/** The error for a value that cannot stand. */
export function invalid(entry: GmrcEntry, reason: string, help: string): InvalidGmrcValue {
  return new InvalidGmrcValue({ path: entry.path, key: entry.key, reason, help });
}

/** What kind of value it is, in words; never the value, which may be a secret. */
export function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function mapValue(entry: GmrcEntry, check: (name: string, value: unknown) => string): Readonly<Record<string, string>> {
  const { value } = entry;
  if (!value) return {};
  if (typeof value !== 'object') throw invalid(entry, `is ${describe(value)}, not an object`, `"${entry.key}": { … }`);
  return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, check(name, text)]));
}
