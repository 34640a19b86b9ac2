import { suggest } from '@godwit/diagnostics';
import type { RelationName } from '@godwit/migrator';
import { nameOfRange, parseStatements } from '@godwit/migrator/statements';
import { InvalidHeader } from '../errors/check-errors.ts';
import type { CheckFile, Expectation } from './check.ts';
import { CHECK, type Header, type Section } from './split-checks.ts';

/** What the headers of a check say, before its targets are looked up. */
export interface CheckHeaders {
  readonly from: Header | null;
  readonly until: Header | null;
  readonly expects: Expectation;
  readonly needs: readonly RelationName[];
}

/** Each with an example. */
const KNOWN = {
  [CHECK]: 'a user rates a book once',
  From: '000018-add-ratings',
  Until: '000039-drop-status',
  Raises: '23505 uq_ratings_user_book',
  Uses: 'ix_books_title',
  Needs: 'shelf.books, shelf.users',
} as const;

/** @throws InvalidHeader */
export async function readHeaders(file: CheckFile, section: Section): Promise<CheckHeaders> {
  const seen = new Map<string, Header>();
  for (const header of [section.name, ...section.headers]) {
    assertKnown(file, header);
    if (seen.has(header.name))
      throw invalid(file, header, `${header.name} stands twice in one check`, `a check has one: --! ${exampleOf(header.name)}`);
    if (!header.value) throw invalid(file, header, `${header.name} says nothing`, `write it after a colon: --! ${exampleOf(header.name)}`);
    seen.set(header.name, header);
  }
  const needs = seen.get('Needs');
  return {
    from: seen.get('From') ?? null,
    until: seen.get('Until') ?? null,
    expects: expectationOf(file, seen),
    needs: needs === undefined ? [] : await tablesOf(file, needs),
  };
}

/** @throws InvalidHeader for a line that is no header of a check */
export function assertKnown(file: CheckFile, header: Header): void {
  const names = Object.keys(KNOWN);
  if (names.includes(header.name)) return;
  const [near] = suggest(header.name, names);
  throw invalid(
    file,
    header,
    `\`${header.line}\` is no header of a check`,
    near === undefined ? `a check has: ${names.join(', ')}` : `did you mean: --! ${exampleOf(near)}`,
  );
}

function expectationOf(file: CheckFile, headers: ReadonlyMap<string, Header>): Expectation {
  const [raises, uses] = [headers.get('Raises'), headers.get('Uses')];
  if (raises !== undefined && uses !== undefined)
    throw invalid(file, uses, 'Raises and Uses stand in one check', 'a statement that fails has no plan: make them two checks');
  if (uses !== undefined) return { kind: 'uses index', index: uses.value ?? '' };
  if (raises === undefined) return { kind: 'equal rows' };
  const [, sqlState, constraint] = /^([0-9A-Z]{5})(?:\s+(\S.*))?$/.exec(raises.value ?? '') ?? [];
  if (sqlState === undefined)
    throw invalid(
      file,
      raises,
      `Raises does not understand '${raises.value}'`,
      `an SQLSTATE of five characters, and the name of the constraint when it is one: --! ${exampleOf('Raises')}`,
    );
  return { kind: 'raises', sqlState, constraint: constraint ?? null };
}

/** Names as SQL has them, so that quoted ones are understood. */
async function tablesOf(file: CheckFile, header: Header): Promise<readonly RelationName[]> {
  const { statements, problem } = await parseStatements(`table ${header.value?.replaceAll(',', '; table ')}`);
  const names = statements.flatMap(({ node }) => {
    const [table] = 'SelectStmt' in node ? (node.SelectStmt.fromClause ?? []) : [];
    return table !== undefined && 'RangeVar' in table ? [nameOfRange(table.RangeVar)] : [];
  });
  if (problem !== null || names.length !== statements.length)
    throw invalid(file, header, `Needs does not understand '${header.value}'`, `names of tables: --! ${exampleOf('Needs')}`);
  return names;
}

function exampleOf(name: string): string {
  return `${name}: ${Object.entries(KNOWN).find(([known]) => known === name)?.[1] ?? ''}`;
}

function invalid(file: CheckFile, { offset }: Header, message: string, help: string): InvalidHeader {
  return new InvalidHeader({ file, offset }, { message, help });
}
