import type { Engine } from '../engine/engine.ts';
import { InternalQueryError, internalQuery, internalScript } from '../engine/internal-query.ts';

/** The statements that make the roles of a database, and who is a member of which, in another one. */
export async function readRoles(engine: Engine): Promise<string[]> {
  const rows = await internalQuery(engine, ROLES);
  return rows.flatMap(([statement]) => statement ?? []);
}

/** Makes them where they are not there yet. */
export async function createRoles(engine: Engine, statements: readonly string[]): Promise<void> {
  for (const statement of statements)
    await internalScript(engine, statement).catch((error: unknown) => {
      if (!(error instanceof InternalQueryError && error.error.code === DUPLICATE_OBJECT)) throw error;
    });
}

/** Whether there is such a role. */
export async function hasRole(engine: Engine, name: string): Promise<boolean> {
  const rows = await internalQuery(engine, 'select from pg_catalog.pg_roles where rolname = $1', [name]);
  return rows.length > 0;
}

const DUPLICATE_OBJECT = '42710';

/** Roles of PostgreSQL's own have oids below 16384; passwords do not matter, everybody is trusted. */
const ROLES = `
select statement from (
  select 1, oid, pg_catalog.format('create role %I with %s', rolname, pg_catalog.concat_ws(' ',
    case when rolsuper then 'superuser' end,
    case when not rolinherit then 'noinherit' end,
    case when rolcreaterole then 'createrole' end,
    case when rolcreatedb then 'createdb' end,
    case when rolcanlogin then 'login' end,
    case when rolreplication then 'replication' end,
    case when rolbypassrls then 'bypassrls' end,
    'connection limit ' || rolconnlimit))
  from pg_catalog.pg_roles where oid >= 16384
  union all
  select 2, membership.oid, pg_catalog.format('grant %I to %I%s', granted.rolname, member.rolname,
    case when membership.admin_option then ' with admin option' end)
  from pg_catalog.pg_auth_members as membership
  join pg_catalog.pg_roles as granted on granted.oid = membership.roleid
  join pg_catalog.pg_roles as member on member.oid = membership.member
  where member.oid >= 16384
) as statements (rank, oid, statement)
order by rank, oid`;
