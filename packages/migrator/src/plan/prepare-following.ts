import { type Placeholders, pathTo, type Revision, replacementsOf } from '@godwit/history';
import type { Ledger } from '../ledger/ledger.ts';
import { touchedByRevisions } from '../touched/touched.ts';
import type { Following } from './follow-merge.ts';

interface FollowingOptions {
  readonly history: { readonly revisions: readonly Revision[]; readonly heads: readonly Revision[] };
  readonly ledger: Pick<Ledger, 'applied'>;
  /** As `resolvePlaceholders` gives them. */
  readonly placeholders: Placeholders;
  readonly applied: Following['applied'];
}

/**
 * Finds out what `plan` has to know to follow a merge. Nothing is parsed for a ledger that no merge has left behind, which is nearly
 * always.
 */
export async function prepareFollowing({ history, ledger, placeholders, applied }: FollowingOptions): Promise<Following> {
  const behind = ledger.applied.some(({ hash }) => replacementsOf(history, hash).length > 0);
  const revisions = behind && applied === 'independent' ? history.heads.flatMap((head) => pathTo(history, head)) : [];
  return { applied, touched: await touchedByRevisions([...new Set(revisions)], placeholders) };
}
