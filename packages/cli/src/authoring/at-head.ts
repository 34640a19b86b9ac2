import type { HistoryShadow } from '@godwit/authoring';
import { assertSound, headOf, type Revision } from '@godwit/history';
import type { CommandContext } from '../context.ts';
import type { CommandInput } from '../definition.ts';
import { openGmrc } from '../execution/execution-options.ts';
import { loadAuthoring } from '../session/load-authoring.ts';
import { openHistory } from '../session/open-history.ts';
import { selectConfigured } from '../session/select-database.ts';
import { readLedgerIfThere } from './read-ledger-if-there.ts';
import { shadowSource } from './shadow-source.ts';

/** Looks at a shadow database at head, empty; no database need be configured. Nothing may be left changed in it. */
export async function atHead<T>(
  context: CommandContext,
  input: CommandInput,
  work: (shadow: HistoryShadow, head: Revision | null) => Promise<T>,
): Promise<T> {
  const { withHistoryShadow } = await loadAuthoring();
  const history = await openHistory(context);
  assertSound(history);
  const head = headOf(history);
  const database = selectConfigured(context, input);
  const ledger = database === null ? null : await readLedgerIfThere(database.settings);
  const source = await shadowSource(context, { database, ledger, gmrc: await openGmrc(context) });
  const target = head === null ? ({ kind: 'base' } as const) : ({ kind: 'revision', revision: head } as const);
  return withHistoryShadow({ source, history, target, seeds: false, lent: true }, (shadow) => work(shadow, head));
}
