import { type Ledger, protect } from '@godwit/migrator';
import type { CommandContext } from '../context.ts';
import { ProductionRefused } from './errors.ts';
import type { Session } from './open-session.ts';
import { isProduction } from './select-database.ts';

/** The first upgrade with ENVIRONMENT=production leaves a mark that other machines see too. */
export async function markAsProduction(context: CommandContext, session: Session): Promise<void> {
  if (isProduction(context)) await protect(session.client);
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
