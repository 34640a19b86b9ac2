import type { Engine } from '../engine/engine.ts';
import { internalScript } from '../engine/internal-query.ts';
import type { DatabaseRecord } from '../storage/registry.ts';

/** The databases there are, and a number that changes with them. */
export interface DatabaseList {
  readonly version: number;
  list(): readonly DatabaseRecord[];
}

/**
 * Makes `pg_database` of one database show the others: each has a data directory of its own, and would know of itself alone. Who asks
 * whether a database exists, lists them or grants on one, then finds what a real server shows, but for sizes.
 */
export async function writeDatabaseList(engine: Engine, databases: readonly DatabaseRecord[]): Promise<void> {
  const real = databases.map(({ id, name }) => ({ id, name, template: false, open: true }));
  const virtual = TEMPLATES.filter((template) => !real.some(({ name }) => name === template.name));
  // a script takes no values: JSON without a dollar in dollar quotes
  const json = JSON.stringify([...real, ...virtual]).replaceAll('$', '\\u0024');
  await internalScript(
    engine,
    LIST.replaceAll(
      'LISTED',
      () => `pg_catalog.json_to_recordset($list$${json}$list$) as listed (id oid, name text, template boolean, open boolean)`,
    ),
  );
}

const TEMPLATES = [
  { id: 1, name: 'template1', template: true, open: true },
  { id: 4, name: 'template0', template: true, open: false },
];

const LIST = `
delete from pg_catalog.pg_database as known
where datname <> pg_catalog.current_database() and not exists (select from LISTED where id = known.oid and name = known.datname);
delete from pg_catalog.pg_shdepend as stale
where classid = 'pg_catalog.pg_database'::pg_catalog.regclass and not exists (select from pg_catalog.pg_database where oid = stale.objid);
insert into pg_catalog.pg_database
select (pg_catalog.jsonb_populate_record(own, pg_catalog.jsonb_build_object(
  'oid', id, 'datname', name, 'datistemplate', template, 'datallowconn', open, 'datacl', null))).*
from LISTED, pg_catalog.pg_database as own
where own.datname = pg_catalog.current_database() and not exists (select from pg_catalog.pg_database where oid = id or datname = name)`;
