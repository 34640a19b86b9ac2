import type { ParseResult } from 'libpg-query';
import { unitsOfPoints } from './byte-offsets.ts';
import type { SqlParser } from './parser.ts';
import type { UnreplacedPlaceholder } from './statement.ts';

/** graphile-migrate's rule for the name of a placeholder. */
const PLACEHOLDER = /:[A-Z][0-9A-Z_]+/y;

/**
 * What may stand for `:NAME` in turn: the name `_name`, a literal, a number; each as long as the placeholder, so that offsets hold. The
 * first tells which placeholder it stands for: see `standInFor`.
 */
const STAND_INS = [standInFor, (name: string) => `'${'x'.repeat(name.length - 2)}'`, (name: string) => '1'.repeat(name.length)];

type Tolerant =
  | { readonly ok: true; readonly tree: ParseResult; readonly sql: string; readonly placeholders: readonly UnreplacedPlaceholder[] }
  | { readonly ok: false; readonly error: unknown; readonly offset: number };

/**
 * Parses SQL in which placeholders may be left. Only where the parser stumbles over a `:NAME` is one assumed: `x::TEXT` and
 * `a[1:N]` are SQL. What is returned as `sql` is the text that parsed, equal in length to the one given.
 */
export function parseTolerant(parser: SqlParser, sql: string): Tolerant {
  const tries = new Map<number, { readonly name: string; readonly attempt: number; readonly error: unknown }>();
  let text = sql;
  for (;;) {
    try {
      const tree = parser.parse(text);
      const placeholders = [...tries].map(([offset, { name }]) => ({ name, offset })).sort((a, b) => a.offset - b.offset);
      return { ok: true, tree, sql: text, placeholders };
    } catch (error) {
      const points = parser.positionOf(error);
      if (points === null) throw error;
      const offset = unitsOfPoints(text, points);
      const before = tries.get(offset);
      const name = before?.name ?? placeholderAt(text, offset);
      const attempt = before === undefined ? 0 : before.attempt + 1;
      const standIn = STAND_INS[attempt];
      if (name === null || standIn === undefined) return { ok: false, error: before?.error ?? error, offset };
      tries.set(offset, { name, attempt, error: before?.error ?? error });
      text = text.slice(0, offset) + standIn(name) + text.slice(offset + name.length);
    }
  }
}

/** How a placeholder that stands for a name is called in the parse tree: `:SCHEMA` is `_schema`. */
export function standInFor(placeholder: string): string {
  return `_${placeholder.slice(1).toLowerCase()}`;
}

function placeholderAt(text: string, offset: number): string | null {
  PLACEHOLDER.lastIndex = offset;
  return PLACEHOLDER.exec(text)?.[0] ?? null;
}
