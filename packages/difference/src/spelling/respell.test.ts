import { expect, test } from 'vitest';
import { respell } from './respell.ts';

test.each([
  ['CREATE SCHEMA "shelf"', 'create schema shelf'],
  ['ALTER TABLE "shelf"."books" ADD COLUMN "Title" text', 'alter table shelf.books add column "Title" text'],
  ['ALTER TABLE "shelf"."user" DROP COLUMN "order"', 'alter table shelf."user" drop column "order"'],
  ['ALTER TABLE a ALTER b TYPE character varying(255)', 'alter table a alter b type varchar(255)'],
  ['ALTER TABLE a ALTER b TYPE timestamp(3) with time zone', 'alter table a alter b type timestamptz(3)'],
  ['ALTER TABLE a ALTER b TYPE timestamp without time zone[]', 'alter table a alter b type timestamp[]'],
  ['ALTER TABLE a ADD CONSTRAINT c CHECK ((pages > 0))', 'alter table a add constraint c check (pages > 0)'],
  [
    'ALTER TABLE a ADD CHECK (((n >= (0)::numeric) AND (n < (1)::numeric)))',
    'alter table a add check (n >= 0::numeric and n < 1::numeric)',
  ],
  ['CREATE INDEX i ON a USING btree (lower((title)::text))', 'create index i on a (lower(title::text))'],
  ['CREATE INDEX i ON a USING btree ((pages % 10))', 'create index i on a ((pages % 10))'],
  ['ALTER TABLE a ADD CHECK (((n > 1) AND ((m > 1) OR (k > 1))))', 'alter table a add check (n > 1 and (m > 1 or k > 1))'],
  ['ALTER TABLE a ADD CHECK ((a, b) = (c, d))', 'alter table a add check ((a, b) = (c, d))'],
  ['COMMENT ON TABLE "a" IS \'It\'\'s "NOT" x\'', "comment on table a is 'It''s \"NOT\" x'"],
  ['CREATE VIEW v AS SELECT "a"."b", COALESCE(c, 1) FROM a', 'create view v as select a.b, coalesce(c, 1) from a'],
])('%s', async (sql, expected) => {
  expect(await respell(sql)).toBe(expected);
});

test('a body in dollar quotes stays as it is', async () => {
  const body = '$function$ BEGIN RETURN "X"; END $function$';
  expect(await respell(`CREATE FUNCTION "a"."f"() RETURNS text LANGUAGE plpgsql AS ${body}`)).toBe(
    `create function a.f() returns text language plpgsql as ${body}`,
  );
});

test('text that is no SQL comes back unchanged', async () => {
  expect(await respell('NOT "really" SQL')).toBe('NOT "really" SQL');
});
