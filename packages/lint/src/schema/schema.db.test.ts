import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRevisionFile } from '@godwit/history';
import { parseStatements } from '@godwit/migrator/statements';
import { withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { TABLES_OF_SERVER } from '../testing/sql-tables.ts';
import { formatType } from './column-type.ts';
import { createSchema } from './schema.ts';
import type { Table } from './table.ts';

const MIGRATIONS = join(import.meta.dirname, '../../../../migrations');

interface ServerTable {
  readonly schema: string;
  readonly name: string;
  readonly kind: string;
  readonly rowSecurity: boolean;
  readonly partitionOf: string | null;
  readonly columns: readonly string[];
  readonly constraints: readonly string[];
  readonly indexes: readonly string[];
}

const KINDS: Readonly<Record<Table['kind'], string>> = {
  table: 'r',
  'partitioned table': 'p',
  'foreign table': 'f',
  view: 'v',
  'materialized view': 'm',
};

const CONSTRAINTS = { check: 'c', 'not null': 'n', 'foreign key': 'f', unique: 'u', 'primary key': 'p', exclusion: 'x' } as const;

/** A table as the query of the server writes it. */
function asServerTable({ name, kind, rowSecurity, partitionOf, columns, constraints, indexes }: Table): ServerTable {
  return {
    ...name,
    kind: KINDS[kind],
    rowSecurity,
    partitionOf: partitionOf === null ? null : `${partitionOf.schema}.${partitionOf.name}`,
    columns: [...columns.values()].map(({ name: column, type, notNull, hasDefault }) =>
      [
        column,
        type === null ? '?' : standardName(formatType(type)),
        ...(notNull ? ['not null'] : []),
        ...(hasDefault ? ['default'] : []),
      ].join(' '),
    ),
    constraints: [...constraints.values()]
      .map(({ name: constraint, kind: sort, valid }) => `${constraint} ${CONSTRAINTS[sort]}${valid ? '' : ' not valid'}`)
      .toSorted(),
    indexes: [...indexes.values()]
      .map(({ name: index, unique, partial }) => `${index}${unique ? ' unique' : ''}${partial ? ' partial' : ''}`)
      .toSorted(),
  };
}

/** The server writes the long names of the standard, and no space between numbers. */
function standardName(type: string): string {
  return type
    .replace(/^varchar/, 'character varying')
    .replace(/^char\b/, 'character')
    .replace(/^timestamptz(\(\d\))?/, 'timestamp$1 with time zone')
    .replace(/^timestamp(\(\d\))?(?! with)(?!\()/, 'timestamp$1 without time zone')
    .replace(', ', ',')
    .replace(/^public\./, '');
}

/** Runs the texts on a server and through a schema. Of tables that it calls complete it must know everything; of the others that they are. */
async function compare(texts: readonly string[]): Promise<void> {
  const schema = createSchema();
  await withDatabase(async ({ client }) => {
    for (const text of texts) {
      const { statements, problem } = await parseStatements(text);
      expect(problem).toBeNull();
      schema.followBody(statements);
      await client.query('set search_path to public');
      for (const statement of statements) await client.query(statement.text);
    }
    await client.query('set search_path to pg_catalog, public');
    const { rows } = await client.query<ServerTable>(TABLES_OF_SERVER);
    const fullName = ({ schema: own, name }: { readonly schema: string; readonly name: string }) => `${own}.${name}`;
    expect(
      schema
        .tables()
        .map(({ name }) => fullName(name))
        .toSorted(),
    ).toEqual(rows.map(fullName).toSorted());
    const complete = schema.tables().filter((table) => table.complete);
    expect(complete.length).toBeGreaterThan(3);
    for (const table of complete) expect.soft(asServerTable(table)).toEqual(rows.find((row) => fullName(row) === fullName(table.name)));
  });
}

test('is what a server makes of the same statements', async () => {
  await compare([readFileSync(join(import.meta.dirname, '../testing/hard-history.sql'), 'utf8')]);
});

test("is what a server makes of this repository's history", async () => {
  const files = globSync('committed/*.sql', { cwd: MIGRATIONS }).toSorted();
  const bodies = files.map(
    (file) => parseRevisionFile({ path: file, text: readFileSync(join(MIGRATIONS, file), 'utf8') }).revision?.body ?? '',
  );
  await compare(bodies);
});
