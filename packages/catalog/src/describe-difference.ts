import { kindOfId } from './catalog-object.ts';
import type { Change, Difference, Value } from './difference.ts';
import { grantsChangeInWords } from './words/grants-change.ts';
import { listChangeInWords } from './words/list-change.ts';
import { stateChangeInWords } from './words/state-change.ts';
import { textChangeInWords } from './words/text-change.ts';
import { propertyInWords, valueInWords } from './words/value.ts';

/** Texts that say what they are without their property's name. */
const BARE = ['definition', 'nullability'];

/** A difference in words, a line a change: `index shelf.ix_books_title is missing`, `column shelf.books.title: type varchar(255) → varchar(512)`. */
export function describeDifference(difference: Difference): string[] {
  const { kind, object, changes } = difference;
  const lines =
    kind === 'changed'
      ? changes.flatMap((change) => describeChange(object, change))
      : [`${object} is ${kind === 'added' ? 'new' : 'missing'}`];
  return lines.map((line, at) => (at === lines.length - 1 ? `${line}${describeParts(difference)}` : line));
}

function describeChange(id: string, change: Change): readonly string[] {
  const { property, before, after, movedLast } = change;
  const state = stateChangeInWords(id, change);
  if (state !== null) return [state];
  if (property === 'comment') return [describeComment(id, before, after)];
  if (movedLast !== undefined)
    return [`column order of ${id.slice(id.indexOf(' ') + 1)}: ${valueInWords(before)} → ${valueInWords(after)}`];
  if (isWords(before) && isWords(after)) {
    return property === 'grants'
      ? grantsChangeInWords(id, before, after)
      : listChangeInWords(property, before, after).map((line) => `${id}: ${line}`);
  }
  const name = BARE.includes(property) ? '' : `${propertyInWords(property)} `;
  const isText = typeof before === 'string' && typeof after === 'string';
  return [`${id}: ${name}${isText ? textChangeInWords(before, after) : `${valueInWords(before)} → ${valueInWords(after)}`}`];
}

function describeComment(id: string, before: Value, after: Value): string {
  if (after === null) return `comment on ${id} is missing: ${valueInWords(before)}`;
  if (before === null) return `comment on ${id} is new: ${valueInWords(after)}`;
  return `comment on ${id}: ${textChangeInWords(String(before), String(after))}`;
}

/** `(with 3 columns, 1 index)` of what comes or goes, `(likewise 2 below it)` of what changes in partitions too. */
function describeParts({ object, parts }: Difference): string {
  const kindOf = (id: string) => kindOfId(id) ?? 'object';
  if (parts.length === 0) return '';
  const counts = new Map<string, number>();
  for (const part of parts) counts.set(kindOf(part), (counts.get(kindOf(part)) ?? 0) + 1);
  return counts.size === 1 && counts.has(kindOf(object))
    ? ` (likewise ${parts.length} below it)`
    : ` (with ${[...counts].map(([kind, count]) => plural(count, kind)).join(', ')})`;
}

function plural(count: number, kind: string): string {
  if (count === 1) return `1 ${kind}`;
  const irregular: Readonly<Record<string, string>> = {
    index: 'indexes',
    policy: 'policies',
    statistics: 'statistics',
    'operator class': 'operator classes',
  };
  return `${count} ${irregular[kind] ?? `${kind}s`}`;
}

function isWords(value: Value): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
