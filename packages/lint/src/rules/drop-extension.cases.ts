import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'plainly',
      sql: 'drop extension if exists pg_trgm;',
      finds: [
        {
          at: 'drop extension if exists pg_trgm',
          message: 'DROP EXTENSION takes pg_trgm from everybody in the database',
          safe: [
            `select pg_describe_object(classid, objid, objsubid) as needs_it
from pg_depend
where refclassid = 'pg_extension'::regclass and deptype = 'n'
  and refobjid = (select oid from pg_extension where extname = 'pg_trgm');`,
          ],
        },
      ],
    },
    {
      name: 'with what uses it, in a way back',
      sql: 'drop extension vector cascade;',
      revert: true,
      finds: [
        {
          at: 'drop extension vector cascade',
          message: 'DROP EXTENSION takes vector from everybody in the database',
          safe: [
            `select pg_describe_object(classid, objid, objsubid) as needs_it
from pg_depend
where refclassid = 'pg_extension'::regclass and deptype = 'n'
  and refobjid = (select oid from pg_extension where extname = 'vector');`,
          ],
        },
      ],
    },
  ],
  silent: [
    { name: 'make one', sql: 'create extension if not exists pg_trgm with schema public;' },
    { name: 'drop a function', sql: 'drop function shelf.touch() cascade;' },
  ],
};
