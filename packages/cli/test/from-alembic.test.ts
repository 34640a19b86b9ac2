import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** The part of the documented pipe between `pg_dump` and the file. */
function documentedFilter(): string {
  const page = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'from-alembic.md'), 'utf8');
  const filter = /^pg_dump --schema-only .*\| (sed -E [\s\S]*?) > migrations\/current\.sql$/m.exec(page)?.[1];
  if (filter === undefined) throw new Error('The page has no recipe');
  return filter;
}

/** What pg_dump 17 writes around a schema, and bodies and comments whose lines look like it. */
const DUMP = `\\restrict aB3

SET statement_timeout = 0;
SET transaction_timeout = 0;
SET client_encoding = 'UTF8';
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET row_security = off;
CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA public;
COMMENT ON EXTENSION vector IS 'vector data type and ivfflat and hnsw access methods';
CREATE FUNCTION app.touch() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
-- a comment at the beginning of a line
SET LOCAL work_mem = '8MB';
  return new;
end
$$;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE app.users (id integer);
COMMENT ON TABLE app.users IS 'of two lines
SET of people;';
CREATE MATERIALIZED VIEW app.m AS
 SELECT 1 AS one
  WITH NO DATA;
\\unrestrict aB3
`;

const REVISION = `
set local check_function_bodies = false;
CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA public;
CREATE FUNCTION app.touch() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
-- a comment at the beginning of a line
SET LOCAL work_mem = '8MB';
  return new;
end
$$;
CREATE TABLE app.users (id integer);
COMMENT ON TABLE app.users IS 'of two lines
SET of people;';
CREATE MATERIALIZED VIEW app.m AS
 SELECT 1 AS one
;
`;

test.skipIf(process.platform === 'win32')('the recipe takes out what is for psql, and no line of a body or a comment', () => {
  expect(execFileSync('bash', ['-c', documentedFilter()], { input: DUMP, encoding: 'utf8' })).toBe(REVISION);
});
