import type { Engine } from '../engine/engine.ts';
import { internalQuery, internalScript } from '../engine/internal-query.ts';
import { parkAdvisoryLocks, parseHeldLock, resumeAdvisoryLocks } from './advisory-locks.ts';
import type { Session } from './session.ts';
import { readSettings, writeSettings } from './settings.ts';
import { resumeTransaction } from './suspended-transaction.ts';
import { parkTemporaryObjects, resumeTemporaryObjects } from './temporary-objects.ts';

/** The superuser that every data directory belongs to. */
export const SUPERUSER = 'postgres';

/** Takes what belongs to `session` out of the backend, so that another connection finds a fresh one. Outside transactions only. */
export async function parkSession(engine: Engine, session: Session): Promise<void> {
  if (session.changedSettings.size > 0) session.savedSettings = await readSettings(engine, [...session.changedSettings]);
  await freshenSettings(engine);
  const belongings = await internalQuery(engine, BELONGINGS);
  const locks = belongings.filter(([kind]) => kind === 'lock').map(([, ...lock]) => parseHeldLock(lock));
  if (locks.length > 0) session.parkedLocks = await parkAdvisoryLocks(engine, session.id, locks);
  if (belongings.some(([kind]) => kind === 'temporary')) {
    await parkTemporaryObjects(engine, session.id);
    session.parkedTemporaryObjects = true;
  }
}

/** Gives a fresh backend the state of `session`. Fails when it asked for a setting that there is not. */
export async function resumeSession(engine: Engine, session: Session): Promise<void> {
  await resumeBelongings(engine, session);
  await resumeSettings(engine, session);
  if (session.suspended !== null) await resumeTransaction(engine, session.suspended);
  session.suspended = null;
}

/** All settings as a new connection of the superuser finds them. */
export async function freshenSettings(engine: Engine): Promise<void> {
  await internalScript(engine, FRESH_SETTINGS);
}

/** Gives a backend what was taken out of it for `session`. */
export async function resumeBelongings(engine: Engine, session: Session): Promise<void> {
  if (session.parkedTemporaryObjects) await resumeTemporaryObjects(engine, session.id);
  session.parkedTemporaryObjects = false;
  if (session.parkedLocks.length > 0) await resumeAdvisoryLocks(engine, session.id, session.parkedLocks);
  session.parkedLocks = [];
}

async function resumeSettings(engine: Engine, session: Session): Promise<void> {
  const settings = new Map([...session.startupSettings, ...session.savedSettings]);
  const { role, session_authorization: authorization = session.user, ...others } = Object.fromEntries(settings);
  const ordered = Object.entries(others);
  if (authorization !== SUPERUSER) ordered.push(['session_authorization', authorization]);
  if (role !== undefined) ordered.push(['role', role]);
  if (ordered.length > 0) await writeSettings(engine, ordered);
}

/** Removes what belongs to `session` from the backend, which is in its state: outside a transaction. Others keep what is theirs. */
export async function clearSession(engine: Engine, session: Session): Promise<void> {
  session.changedSettings.clear();
  session.savedSettings = new Map();
  session.channels.clear();
  await internalScript(engine, `close all; ${FRESH_SETTINGS}; select pg_catalog.pg_advisory_unlock_all()`);
  await internalScript(engine, deallocateScript(session.suffix));
  // each of these wants to be alone in its message
  for (const part of ['plans', 'temp', 'sequences']) await internalScript(engine, `discard ${part}`);
}

/** Forgets the prepared statements of one connection. `suffix` is ours and harmless: `~7`. */
export function deallocateScript(suffix: string): string {
  return `
do $godwit$
declare statement pg_catalog.text;
begin
  for statement in select name from pg_catalog.pg_prepared_statements where pg_catalog.right(name, ${suffix.length}) = '${suffix}' loop
    execute pg_catalog.format('deallocate %I', statement);
  end loop;
end
$godwit$`;
}

/** RESET SESSION AUTHORIZATION does nothing here: a backend in single-user mode has no user to go back to. */
const FRESH_SETTINGS = `set session authorization ${SUPERUSER}; reset all`;

/** What is left in the backend besides settings: a row for each advisory lock, one row for any temporary objects. */
const BELONGINGS = `
select 'lock', classid::text, objid::text, objsubid::text, mode
from pg_catalog.pg_locks
where locktype = 'advisory' and pid = pg_catalog.pg_backend_pid()
union all
select 'temporary', null, null, null, null
where pg_catalog.pg_my_temp_schema() <> 0 and exists (
  select from pg_catalog.pg_depend
  where refclassid = 'pg_catalog.pg_namespace'::pg_catalog.regclass and refobjid = pg_catalog.pg_my_temp_schema()
)`;
