import type { Mutation } from './mutation.ts';

export const behaviour: readonly Mutation[] = [
  {
    name: 'a trigger is disabled',
    sql: 'alter table shelf.books disable trigger books_touch',
    expected: ['trigger shelf.books.books_touch is disabled (was enabled)'],
  },
  {
    name: 'a trigger is enabled',
    sql: 'alter table shelf.books enable trigger books_touch_some',
    expected: ['trigger shelf.books.books_touch_some is enabled (was disabled)'],
  },
  {
    name: 'a trigger of a partitioned table is disabled',
    sql: 'alter table shelf.events disable trigger events_touch',
    expected: ['trigger shelf.events.events_touch is disabled (was enabled) (likewise 3 below it)'],
  },
  {
    name: 'a trigger of one partition is disabled',
    sql: 'alter table shelf.events_2024 disable trigger events_touch',
    expected: ['trigger shelf.events_2024.events_touch is disabled (was enabled)'],
  },
  {
    name: 'a trigger is dropped',
    sql: 'drop trigger books_touch on shelf.books',
    expected: ['trigger shelf.books.books_touch is missing'],
  },
  {
    name: 'a trigger fires for other columns',
    sql: 'create or replace trigger books_touch_some before insert or update of title on shelf.books for each row execute function shelf.touch(); alter table shelf.books disable trigger books_touch_some',
    expected: [
      'trigger shelf.books.books_touch_some: CREATE TRIGGER books_touch_some BEFORE INSERT OR UPDATE OF title, pages ON shelf.books FOR EACH ROW EXECUTE FUNCTION shelf.touch() → CREATE TRIGGER books_touch_some BEFORE INSERT OR UPDATE OF title ON shelf.books FOR EACH ROW EXECUTE FUNCTION shelf.touch()',
    ],
  },
  {
    name: 'a rule is disabled',
    sql: 'alter table shelf.cache disable rule cache_nothing',
    expected: ['rule shelf.cache.cache_nothing is disabled (was enabled)'],
  },
  { name: 'a rule is dropped', sql: 'drop rule cache_log on shelf.cache', expected: ['rule shelf.cache.cache_log is missing'] },
  {
    name: 'an event trigger is enabled',
    sql: 'alter event trigger watch_tables enable',
    expected: ['event trigger watch_tables is enabled (was disabled)'],
  },
  {
    name: 'the roles of a policy',
    sql: 'create role godwit_catalog_app; alter policy readers on shelf.books to godwit_catalog_app',
    expected: ['policy shelf.books.readers: role PUBLIC is missing', 'policy shelf.books.readers: role godwit_catalog_app is new'],
  },
  {
    name: 'the expression of a policy',
    sql: "alter policy readers on shelf.books using (status = 'owned')",
    expected: [
      "policy shelf.books.readers: using (((status)::text = 'owned'::text) OR (created_at < now())) → ((status)::text = 'owned'::text)",
    ],
  },
  { name: 'a policy is dropped', sql: 'drop policy writers on shelf.books', expected: ['policy shelf.books.writers is missing'] },
];
