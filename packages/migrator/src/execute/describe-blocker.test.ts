import { expect, test } from 'vitest';
import type { Blocker } from './blocker.ts';
import { describeBlocker } from './describe-blocker.ts';

const blocker: Blocker = {
  pid: 4711,
  applicationName: 'web',
  user: 'app',
  clientAddress: '10.0.0.7',
  state: 'idle in transaction',
  query: 'update books\n  set title = $1',
  since: new Date('2026-01-02T10:31:02Z'),
  autovacuum: false,
};

test.each<[Partial<Blocker>, string]>([
  [{}, 'pid 4711 (web, app) from 10.0.0.7, idle in transaction since 2026-01-02T10:31:02.000Z: update books set title = $1'],
  [{ applicationName: null, clientAddress: null, state: null, query: null, since: null }, 'pid 4711 (app), state not visible'],
  [{ pid: 0 }, 'a prepared transaction (select * from pg_prepared_xacts)'],
  [{ autovacuum: true, query: 'autovacuum: VACUUM public.books' }, 'pid 4711, an autovacuum worker: autovacuum: VACUUM public.books'],
])('says in one line who it is, as far as that is visible', (more, text) => {
  expect(describeBlocker({ ...blocker, ...more })).toBe(text);
});
