import { type Position, parseTarget, resolveTarget } from '@godwit/history';
import type { TestDatabase } from '@godwit/postgres/testing';
import type { Client } from 'pg';
import { type ExecuteOptions, execute, type Outcome } from '../execute/execute.ts';
import type { ExecuteSettings } from '../execute/execute-settings.ts';
import type { ExecutionEvent } from '../execute/execution-event.ts';
import type { Direction, Ledger } from '../ledger/ledger.ts';
import { readLedger } from '../ledger/read-ledger.ts';
import { currentPosition } from '../plan/current-position.ts';
import { type PlanTarget, plan } from '../plan/plan.ts';
import { prepareFollowing } from '../plan/prepare-following.ts';
import { resolveLedgerTarget } from '../plan/resolve-ledger-target.ts';
import type { Plan } from '../plan/step.ts';
import type { TestHistory } from './history-of.ts';

export const actor = { osUser: 'tester', host: 'here', godwitVersion: '0.0.0-test' } as const;

export interface MigrateOptions {
  readonly client?: Client;
  readonly settings?: Partial<ExecuteSettings>;
  readonly signal?: AbortSignal;
  readonly observer?: (event: ExecutionEvent) => void;
  readonly connect?: ExecuteOptions['connect'];
}

/** What `godwit upgrade TARGET` does, on a connection of its own unless one is given. */
export function upgrade(database: TestDatabase, history: TestHistory, target = 'head', options: MigrateOptions = {}): Promise<Outcome> {
  return migrate(database, history, { ...options, direction: 'up', target });
}

/** What `godwit downgrade TARGET` does. */
export function downgrade(database: TestDatabase, history: TestHistory, target = 'base', options: MigrateOptions = {}): Promise<Outcome> {
  return migrate(database, history, { ...options, direction: 'down', target });
}

interface Request extends MigrateOptions {
  readonly direction: Direction;
  readonly target: string;
}

async function migrate(database: TestDatabase, history: TestHistory, request: Request): Promise<Outcome> {
  const client = request.client ?? (await database.connect());
  const ledger = await readLedger(client);
  const target = findTarget(history, ledger, request);
  const following = await prepareFollowing({ history, ledger, placeholders: {}, applied: 'independent' });
  const again = (now: Ledger): Plan => plan({ history, ledger: now, direction: request.direction, target, following });
  const { settings, signal, observer, connect = () => database.connect() } = request;
  return await execute({
    plan: again(ledger),
    client,
    connect,
    settings: { placeholders: {}, pgSettings: {}, actor, ...settings },
    replan: again,
    ...(signal === undefined ? {} : { signal }),
    ...(observer === undefined ? {} : { observer }),
  });
}

function findTarget(history: TestHistory, ledger: Ledger, { direction, target }: Request): PlanTarget {
  const parsed = parseTarget(target);
  const known = direction === 'down' ? resolveLedgerTarget(ledger, parsed) : null;
  const here: Position = currentPosition(history, ledger).nearest;
  return known ?? resolveTarget({ ...history, folder: 'migrations', problems: [] }, parsed, here);
}
