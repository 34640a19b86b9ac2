import type { Engine } from '../engine/engine.ts';
import { internalScript } from '../engine/internal-query.ts';

/**
 * Temporary tables, views, sequences, types and functions live in a schema of the backend. While another connection has the backend they
 * are moved to a schema that PostgreSQL takes for another backend's (its name says so), where nobody looks: as on a real server.
 * Their storage stays where it is.
 */
export async function parkTemporaryObjects(engine: Engine, sessionId: number): Promise<void> {
  await internalScript(
    engine,
    move({ from: OWN_SCHEMA, to: parkingSchema(sessionId), before: `create schema ${parkingName(sessionId)};` }),
  );
}

/** Brings them back. */
export async function resumeTemporaryObjects(engine: Engine, sessionId: number): Promise<void> {
  await internalScript(engine, move({ from: parkingSchema(sessionId), to: OWN_SCHEMA, after: `drop schema ${parkingName(sessionId)};` }));
}

/** Removes what connections left behind that never ended: the server was killed. */
export async function dropAbandonedObjects(engine: Engine): Promise<void> {
  await internalScript(engine, DROP_ABANDONED);
}

/** Far above the numbers of real backends. */
const FIRST_PARKING_NUMBER = 1_000_000;
const OWN_SCHEMA = 'pg_catalog.pg_my_temp_schema()';

function parkingName(sessionId: number): string {
  return `pg_temp_${FIRST_PARKING_NUMBER + sessionId}`;
}

function parkingSchema(sessionId: number): string {
  return `'${parkingName(sessionId)}'::pg_catalog.regnamespace`;
}

function move({
  from,
  to,
  before = '',
  after = '',
}: {
  readonly from: string;
  readonly to: string;
  readonly before?: string;
  readonly after?: string;
}): string {
  return `
begin;
set local allow_system_table_mods = on;
${before}
update pg_catalog.pg_class set relnamespace = ${to} where relnamespace = ${from};
update pg_catalog.pg_type set typnamespace = ${to} where typnamespace = ${from};
update pg_catalog.pg_constraint set connamespace = ${to} where connamespace = ${from};
update pg_catalog.pg_proc set pronamespace = ${to} where pronamespace = ${from};
update pg_catalog.pg_depend set refobjid = ${to} where refclassid = 'pg_catalog.pg_namespace'::pg_catalog.regclass and refobjid = ${from};
${after}
commit`;
}

const DROP_ABANDONED = `
do $godwit$
declare abandoned pg_catalog.name;
begin
  for abandoned in select nspname from pg_catalog.pg_namespace where nspname ~ '^pg_temp_[0-9]{7,}$' loop
    execute pg_catalog.format('drop schema %I cascade', abandoned);
  end loop;
end
$godwit$`;
