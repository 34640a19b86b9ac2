import type { Way, WayPart } from '@godwit/drift';

/** A script for psql. What belongs together is in a transaction. */
export function* repairScript({ parts }: Pick<Way, 'parts'>): Generator<string> {
  for (const [at, part] of parts.entries()) {
    if (at > 0) yield '';
    yield* remarks(part);
    const isBlock = part.transactional && part.statements.length > 1;
    if (isBlock) yield 'begin;';
    for (const sql of part.statements) yield `${sql};`;
    if (isBlock) yield 'commit;';
  }
}

/** The body of the next revision; what must not be together with it comes after, for revisions of their own. */
export function* adoptScript({ parts }: Pick<Way, 'parts'>): Generator<string> {
  for (const [at, part] of parts.entries()) {
    if (at > 0) yield* ['', '-- in a revision of its own:'];
    if (!part.transactional) yield '--! no-transaction';
    yield* remarks(part);
    for (const sql of part.statements) yield `${sql};`;
  }
}

function* remarks({ before, losesData }: WayPart): Generator<string> {
  if (before !== null) yield `-- first: ${before}`;
  if (losesData) yield '-- loses data';
}
