import type { Node } from 'libpg-query';
import type { LockRule } from './lock-claim.ts';

/**
 * Storage parameters that need no more than SHARE UPDATE EXCLUSIVE, by `src/backend/access/common/reloptions.c`; the
 * manual says "fillfactor, toast and autovacuum storage parameters, as well as the planner parameter parallel_workers".
 * Whatever is not known here (an extension's, a view's) is taken to need ACCESS EXCLUSIVE.
 */
const GENTLE =
  /^(autovacuum_\w+|log_autovacuum_\w+|vacuum_\w+|fillfactor|toast_tuple_target|parallel_workers|deduplicate_items|(effective|maintenance)_io_concurrency|(seq|random)_page_cost|n_distinct(_inherited)?)$/;

/** The lock of SET (…) and RESET (…): that of the most demanding parameter. */
export function optionsRule(because: string, definition: Node | undefined): LockRule {
  const items = definition !== undefined && 'List' in definition ? (definition.List.items ?? []) : [];
  const names = items.flatMap((item) => ('DefElem' in item ? [item.DefElem.defname ?? ''] : []));
  const mode = names.every((name) => GENTLE.test(name)) ? 'SHARE UPDATE EXCLUSIVE' : 'ACCESS EXCLUSIVE';
  return { mode, because, page: 'sql-altertable' };
}
