/** The name of the constraint in the error of a lock that is held: what tells this 55P03 from others. */
export const ADVISORY_WAIT = 'godwit_advisory_lock';

const ARGUMENTS = ['bigint', 'integer, integer'];
const LOCKS = ['lock', 'lock_shared', 'xact_lock', 'xact_lock_shared'];

/**
 * SQL that makes the advisory lock functions that wait raise an error where they would have to: with one backend nobody could ever give the
 * lock up while it waits. Whoever runs the statement can wait and try again. The functions of PostgreSQL stay, under another name.
 */
export function replaceWaitingLocks(): string {
  return LOCKS.flatMap((lock) => ARGUMENTS.map((types) => replaceWaitingLock(lock, types))).join('\n');
}

function replaceWaitingLock(lock: string, types: string): string {
  const key = types === 'bigint' ? '$1' : '$1, $2';
  return `
alter function pg_catalog.pg_advisory_${lock}(${types}) rename to pg_advisory_${lock}_waiting;
create function pg_catalog.pg_advisory_${lock}(${types}) returns void language plpgsql strict volatile parallel restricted as $function$
begin
  if not pg_catalog.pg_try_advisory_${lock}(${key}) then
    raise exception using
      errcode = '55P03',
      constraint = '${ADVISORY_WAIT}',
      message = 'another connection holds this advisory lock',
      detail = 'The embedded server has one backend for a database: a transaction cannot wait for another.',
      hint = 'Take the lock outside of a transaction, where the server waits for it, or use pg_try_advisory_lock.';
  end if;
end
$function$;`;
}
