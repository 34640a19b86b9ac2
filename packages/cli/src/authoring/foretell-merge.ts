import { GodwitError } from '@godwit/diagnostics';
import type { History, Placeholders } from '@godwit/history';
import { type Ledger, type Move, plan, prepareFollowing } from '@godwit/migrator';

interface Foretelling {
  readonly history: Pick<History, 'revisions' | 'heads'>;
  readonly ledger: Ledger;
  readonly placeholders: Placeholders;
}

/** What the next upgrade of a database will make of applied revisions that have another place now. None when it could not be done, which it says itself. */
export async function foretellMerge({ history, ledger, placeholders }: Foretelling): Promise<readonly Move[]> {
  const [head] = history.heads;
  if (head === undefined) return [];
  const following = await prepareFollowing({ history, ledger, placeholders, applied: 'independent' });
  try {
    return plan({ history, ledger, direction: 'up', target: { kind: 'revision', revision: head }, following }).moves ?? [];
  } catch (error) {
    if (error instanceof GodwitError) return [];
    throw error;
  }
}
