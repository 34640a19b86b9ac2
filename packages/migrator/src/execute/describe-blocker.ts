import type { Blocker } from './blocker.ts';

/** In one line: `pid 4711 (app, web) from 10.0.0.7, idle in transaction since 10:31:02: update books …`. */
export function describeBlocker(blocker: Blocker): string {
  if (blocker.pid === 0) return 'a prepared transaction (select * from pg_prepared_xacts)';
  if (blocker.autovacuum) return `pid ${blocker.pid}, an autovacuum worker: ${oneLine(blocker.query ?? '')}`;
  const who = [blocker.applicationName, blocker.user].filter(Boolean).join(', ');
  const from = blocker.clientAddress === null ? '' : ` from ${blocker.clientAddress}`;
  const since = blocker.since === null ? '' : ` since ${blocker.since.toISOString()}`;
  const doing = blocker.query === null ? '' : `: ${oneLine(blocker.query)}`;
  return `pid ${blocker.pid}${who === '' ? '' : ` (${who})`}${from}, ${blocker.state ?? 'state not visible'}${since}${doing}`;
}

function oneLine(sql: string): string {
  return sql.replaceAll(/\s+/g, ' ').trim();
}
