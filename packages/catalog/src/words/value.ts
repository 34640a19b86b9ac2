import type { Value } from '../difference.ts';

/** A value as a person reads it: `none`, `yes`, a list with commas, a text as it is. */
export function valueInWords(value: Value): string {
  if (value === null || value === '') return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(valueInWords).join(', ');
  if (typeof value === 'object') {
    return Object.entries(value)
      .filter(([, inner]) => inner !== null && inner !== false)
      .map(([name, inner]) => `${propertyInWords(name)} ${valueInWords(inner)}`)
      .join(', ');
  }
  return shortTypes(String(value));
}

/** `nullsNotDistinct` as `nulls not distinct`. */
export function propertyInWords(property: string): string {
  return property.replace(/\./g, ' ').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** Type names as people write them. */
export function shortTypes(text: string): string {
  return text
    .replace(/\bcharacter varying\b/g, 'varchar')
    .replace(/\b(timestamp|time)(\(\d\))? with time zone\b/g, '$1tz$2')
    .replace(/\b(timestamp|time)(\(\d\))? without time zone\b/g, '$1$2');
}
