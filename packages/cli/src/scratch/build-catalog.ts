import { type Catalog, extractCatalog, narrowCatalog } from '@godwit/catalog';
import { GodwitError } from '@godwit/diagnostics';
import type { Gmrc, History, Position } from '@godwit/history';
import { execute, type Ledger, plan } from '@godwit/migrator';
import { connect, withClient } from '@godwit/postgres';
import type { CommandContext } from '../context.ts';
import { executeSettings, NO_OPTIONS } from '../execution/execution-options.ts';
import { runActions } from '../execution/run-actions.ts';
import type { ScratchDatabase } from './scratch-database.ts';

const EMPTY: Ledger = { installed: false, version: null, applied: [], unfinished: null, production: false, current: null, attempt: null };

/** What a revision looks like, or why it could not be built. */
export type BuiltCatalog = { readonly kind: 'built'; readonly catalog: Catalog } | { readonly kind: 'failed'; readonly why: string };

/** Takes an empty database to a target and reads its catalog. */
export async function buildCatalog(
  context: CommandContext,
  scratch: ScratchDatabase,
  { history, target, gmrc }: { readonly history: History; readonly target: Position; readonly gmrc: Gmrc },
): Promise<BuiltCatalog> {
  const { settings } = scratch;
  const execution = executeSettings(context, NO_OPTIONS, { gmrc, settings });
  const actions = { gmrc, settings, placeholders: execution.placeholders, shadow: true };
  try {
    await runActions(context, 'afterReset', actions);
    await runActions(context, 'beforeAllMigrations', actions);
    return await withClient(settings, async (client) => {
      await execute({
        plan: plan({ history, ledger: EMPTY, direction: 'up', target }),
        client,
        connect: () => connect(settings, { beside: true }),
        settings: execution,
        signal: context.signal,
      });
      return { kind: 'built', catalog: await extractCatalog(client) };
    });
  } catch (error) {
    if (error instanceof GodwitError && !context.signal.aborted) return { kind: 'failed', why: error.message };
    throw error;
  }
}

/** What can be compared: owners differ from database to database, and grants name roles that another server need not have. */
export function comparable(catalog: Catalog, { sameServer }: Pick<ScratchDatabase, 'sameServer'>): Catalog {
  return narrowCatalog(catalog, { owners: false, ...(sameServer ? {} : { grants: false }) });
}
