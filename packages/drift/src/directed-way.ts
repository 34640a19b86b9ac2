import type { Catalog, Difference } from '@godwit/catalog';
import type { DifferenceStatement } from '@godwit/difference';
import { quoteIdentifier } from '@godwit/postgres';
import type { Way, WayPart } from './drift.ts';
import type { Ways } from './find-ways.ts';
import type { IgnoreRule, Sifted } from './ignore-rule.ts';
import { ownerStatement } from './owner-drift.ts';
import { planParts } from './plan-parts.ts';
import { type Direction, renamesIn } from './renames-in.ts';
import type { SideDrift } from './side-drift.ts';
import type { TrialDatabase } from './trial-database.ts';

export interface WayParts {
  /** Null where there is nothing to be tried. */
  readonly trial: TrialDatabase | null;
  readonly live: Catalog;
  readonly expected: Catalog;
  /** Null when the structure is as it should be. */
  readonly ways: Ways | null;
  readonly structure: Sifted;
  readonly owners: readonly Difference[];
  readonly sides: readonly SideDrift[];
  readonly ignore: readonly IgnoreRule[];
}

/** What runs in one direction, in its order, without what is ignored. */
export async function directedWay(direction: Direction, parts: WayParts): Promise<Way> {
  const { trial, live, expected, ways, structure, owners, sides, ignore } = parts;
  const { statements, unmodelled, refused } = ways?.[direction] ?? { statements: [], unmodelled: [], refused: [] };
  const isWanted = ({ object, sql, summary }: DifferenceStatement): boolean =>
    !structure.silenced.has(object) && !isIgnored(sql, ignore) && !refused.some((line) => line.startsWith(`${summary}: `));
  const silenced = [...structure.silenced];
  return {
    parts: [
      ...(direction === 'repair' ? missingExtensions(structure.kept, expected) : []),
      ...(trial === null
        ? []
        : await planParts({
            trial,
            start: direction === 'adopt' || ways === null ? [] : ways.adopt.statements.map(({ sql }) => sql),
            staying: unmodelled.length + refused.length + structure.ignored,
            statements: statements.filter(isWanted),
            ...(direction === 'repair' ? { from: live, to: expected } : { from: expected, to: live }),
            renames: renamesIn(direction, ways?.renames ?? []),
          })),
      ...partsOf(
        'give objects to their owners',
        owners.flatMap(({ before, after }) => ownerStatement(direction === 'repair' ? before : after) ?? []),
      ),
      ...partsOf(
        'set what is no part of a schema',
        sides.flatMap((side) => side[direction] ?? []),
      ),
      ...surplusExtensions(structure.kept, direction),
    ],
    left: [...refused, ...unmodelled].filter((line) => !silenced.some((id) => line.includes(id))),
  };
}

function partsOf(title: string, statements: readonly string[]): readonly WayPart[] {
  return statements.length === 0 ? [] : [{ title, statements, transactional: true, losesData: false, before: null }];
}

/** Kinds of change that are statements of their own. */
const SEPARATE: Readonly<Record<string, RegExp>> = { comment: /^comment on /, grants: /^(?:grant|revoke|alter default privileges) / };

function isIgnored(sql: string, ignore: readonly IgnoreRule[]): boolean {
  return ignore.some(({ object, property }) => object === '*' && property !== undefined && SEPARATE[property]?.test(sql) === true);
}

const EXTENSION = 'extension ';

/** First, since what is missing with it needs it. The database of the revisions has it, so that nobody noticed there. */
function missingExtensions(differences: readonly Difference[], { extensions }: Catalog): readonly WayPart[] {
  const missing = differences.flatMap(({ kind, object }) =>
    kind === 'removed' && object.startsWith(EXTENSION) ? [object.slice(EXTENSION.length)] : [],
  );
  const inSchema = (name: string) => (extensions[name] === undefined ? '' : ` with schema ${quoteIdentifier(extensions[name].schema)}`);
  return partsOf(
    'create extensions',
    missing.map((name) => `create extension if not exists ${quoteIdentifier(name)}${inSchema(name)}`),
  );
}

/** Last, since what uses an extension has to go before it. */
function surplusExtensions(differences: readonly Difference[], direction: Direction): readonly WayPart[] {
  const surplus = differences.filter(
    ({ kind, object }) => kind === (direction === 'repair' ? 'added' : 'removed') && object.startsWith(EXTENSION),
  );
  const statements = surplus.map(({ object }) => `drop extension ${quoteIdentifier(object.slice(EXTENSION.length))}`);
  return partsOf('drop extensions', statements).map((part) => ({ ...part, losesData: true }));
}
