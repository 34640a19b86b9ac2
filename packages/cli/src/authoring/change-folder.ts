import type { CommandContext } from '../context.ts';
import { loadAuthoring } from '../session/load-authoring.ts';
import { tellSettled } from './settle-folder.ts';

/**
 * Runs a command that changes the project's files: no other one at the same time, and whatever was cut off before is settled first.
 *
 * @param command as it was typed: `commit`
 * @throws FolderBusy, JournalConflict, JournalUnreadable
 */
export async function changeFolder<T>(context: CommandContext, command: string, work: () => Promise<T>): Promise<T> {
  const { disk, settleInterrupted, withFolderLock } = await loadAuthoring();
  const { root } = context.config();
  return withFolderLock({ root, command: `${context.invocation} ${command}`, now: context.now }, async () => {
    tellSettled(context, await settleInterrupted(disk, root));
    return work();
  });
}
