import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Settled } from '@godwit/authoring';
import type { CommandContext } from '../context.ts';
import { loadAuthoring } from '../session/load-authoring.ts';

/**
 * Finishes or takes back what a killed command has left half done in the project's files, before they are read. Costs a look at the disk
 * where nothing is left.
 *
 * @throws JournalConflict, JournalUnreadable
 */
export async function settleFolder(context: CommandContext): Promise<void> {
  const { root } = context.config();
  if (!existsSync(join(root, '.godwit', 'journal.json'))) return;
  const { disk, folderLockHolder, settleInterrupted, withFolderLock } = await loadAuthoring();
  // It is being written, not left behind.
  if ((await folderLockHolder(root)) !== null) return;
  const settled = await withFolderLock({ root, command: context.invocation, now: context.now }, () => settleInterrupted(disk, root));
  tellSettled(context, settled);
}

const OUTCOMES: Readonly<Record<Settled['outcome'], string>> = {
  done: 'its files are whole; the database follows with upgrade where it has not',
  undone: 'its files are as they were before',
  untouched: 'it had changed no file; look with status where the database stands',
};

export function tellSettled({ output }: CommandContext, settled: Settled | null): void {
  if (settled === null || output.json) return;
  output.note(`${output.errorStyle.yellow('↻')} the ${settled.command} was cut off: ${OUTCOMES[settled.outcome]}`);
}
