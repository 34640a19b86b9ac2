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
function asServerTable(table: Table): ServerTable {
  return {
    schema: table.name.schema,
    name: table.name.name,
    kind: KINDS[table.kind],
    rowSecurity: table.rowSecurity,
    partitionOf: table.partitionOf === null ? null : `${table.partitionOf.schema}.${table.partitionOf.name}`,
    columns: [...table.columns.values()].map(
      ({ name, type, notNull, hasDefault }) =>
        `${name} ${type === null ? '?' : standardName(formatType(type))}${notNull ? ' not null' : ''}${hasDefault ? ' default' : ''}`,
    ),
    constraints: [...table.constraints.values()]
      .map(({ name, kind, valid }) => `${name} ${CONSTRAINTS[kind]}${valid ? '' : ' not valid'}`)
      .toSorted(),
    indexes: [...table.indexes.values()]
      .map(({ name, unique, partial }) => `${name}${unique ? ' unique' : ''}${partial ? ' partial' : ''}`)
      .toSorted(),
  };
}

/** The server writes the long names of the standard, without spaces between numbers. */
function standardName(type: string): string {
  return type
    .replace(/^varchar/, 'character varying')
    .replace(/^char\b/, 'character')
    .replace(/^timestamptz(\(\d\))?/, 'timestamp$1 with time zone')
    .replace(/^timestamp(\(\d\))?(?! with)(?!\()/, 'timestamp$1 without time zone')
    .replace(', ', ',')
    .replace(/^public\./, '');
}

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
    const known = schema.tables().filter(({ complete, kind }) => complete || kind === 'table');
    const found = known.map(asServerTable);
    for (const one of rows) {
      const own = found.find(({ schema: name, name: table }) => name === one.schema && table === one.name);
      // The columns of a query are the server's to know.
      const seen = own?.columns.length === 0 && one.columns.length > 0 ? { ...one, columns: [] } : one;
      expect
        .soft(one.kind === 'v' || one.kind === 'm' ? undefined : own, `${one.schema}.${one.name}`)
        .toEqual(one.kind === 'v' || one.kind === 'm' ? undefined : seen);
    }
    expect(
      schema
        .tables()
        .map(({ name }) => `${name.schema}.${name.name}`)
        .toSorted(),
    ).toEqual(rows.map(({ schema: s, name }) => `${s}.${name}`).toSorted());
  });
}

test('is what a server makes of the same statements', async () => {
  await compare([readFileSync(join(import.meta.dirname, '../testing/hard-history.sql'), 'utf8')]);
});

test("is what a server makes of this repository's history", async () => {
  const files = globSync('committed/*.sql', { cwd: MIGRATIONS }).toSorted();
  await compare(
    files.map((file) => parseRevisionFile({ path: file, text: readFileSync(join(MIGRATIONS, file), 'utf8') }).revision?.body ?? ''),
  );
});
