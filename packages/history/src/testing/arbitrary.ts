import fc from 'fast-check';
import { chainRevisions } from '../chain.ts';
import type { History } from '../history.ts';
import { invalidMessageReason } from '../message.ts';
import { parseRevisionFile } from '../parse-revision-file.ts';
import type { Revision } from '../revision.ts';
import { committed } from './committed.ts';

/** SQL-like text with everything that hurts: other scripts, quotes, dashes, markers, blank lines, lone CR; never blank. */
export const bodies = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('--! Previous: -', '--! no-transaction', "select ':X', $$ä$$;", '', '  -- x', '\t', '\r', '--! Included a.sql'),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((lines) => lines.join('\n'))
  .filter((body) => body.trim() !== '');

/** Messages that a person may give: one line, not blank. */
export const messages = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 80 })
  .filter((message) => invalidMessageReason(message) === null && message.trim() !== '');

/** A history and, for each of its revisions by name, the one before it (null: base). */
export interface Grown {
  readonly history: History;
  readonly parents: ReadonlyMap<string, string | null>;
}

/**
 * A tree as branches make it: each revision goes on top of an earlier one (or base) and takes the next number of its own line, so
 * that siblings and cousins share numbers. The files come in any order.
 */
export const histories: fc.Arbitrary<Grown> = fc
  .array(fc.nat(), { minLength: 1, maxLength: 25 })
  .chain((choices) => fc.tuple(fc.constant(choices), fc.array(fc.nat(), { minLength: choices.length, maxLength: choices.length })))
  .map(([choices, order]) => grow(choices, order));

/** The same without forks. */
export const lines: fc.Arbitrary<Grown> = fc.integer({ min: 1, max: 30 }).map((length) =>
  grow(
    Array.from({ length }, (_, index) => index),
    [],
  ),
);

function grow(choices: readonly number[], order: readonly number[]): Grown {
  const revisions: Revision[] = [];
  const parents = new Map<string, string | null>();
  for (const [index, choice] of choices.entries()) {
    const parent = revisions[(choice % (index + 1)) - 1] ?? null;
    const file = committed((parent?.number ?? 0) + 1, `step ${index}x`, parent?.hash ?? null, `select ${index};`);
    const { revision } = parseRevisionFile({ path: file.file, text: file.text });
    if (revision === null) throw new Error('a committed file must parse');
    revisions.push(revision);
    parents.set(revision.name, parent?.name ?? null);
  }
  const shuffled = revisions.map((revision, index) => ({ revision, key: order[index] ?? index })).sort((a, b) => a.key - b.key);
  const chain = chainRevisions(
    shuffled.map(({ revision }) => revision),
    new Set(),
  );
  return { history: { folder: 'migrations', ...chain }, parents };
}
