import { type Ledger, LedgerNotWritable, protect, readLedger, unprotect } from '@godwit/migrator';
import { type Client, sqlStateOf } from '@godwit/postgres';
import type { CommandContext } from '../context.ts';
import { ProductionRefused } from './errors.ts';
import type { Session } from './open-session.ts';
import { isProduction } from './select-database.ts';

const NOT_PERMITTED = '42501';

/** The first upgrade with ENVIRONMENT=production leaves a mark that other machines see too. */
export async function markAsProduction(context: CommandContext, session: Session): Promise<void> {
  if (!isProduction(context)) return;
  const { version, production } = await readLedger(session.client);
  if (version !== null && !production) await setProduction(session.client, true);
}

/**
 * Sets the mark or takes it away, also where sessions begin read-only: `upgrade` writes there too.
 *
 * @throws LedgerNotWritable
 */
export async function setProduction(client: Client, on: boolean): Promise<void> {
  try {
    await client.query('begin read write');
    await (on ? protect(client) : unprotect(client));
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw sqlStateOf(error) === NOT_PERMITTED ? new LedgerNotWritable(client.user ?? 'of this connection', error) : error;
  }
}

/**
 * Stops a command that erases or experiments where the environment or the database itself says production.
 *
 * @throws ProductionRefused
 */
export function refuseOnProduction(context: CommandContext, command: string, display: string, ledger: Pick<Ledger, 'production'>): void {
  if (isProduction(context)) throw new ProductionRefused(command, display, 'ENVIRONMENT or GODWIT_ENV is production');
  if (ledger.production) throw new ProductionRefused(command, display, 'the database is marked as production in godwit.setting');
}
