import { existsSync } from 'node:fs';
import type { BackfillUse } from '@godwit/lint';
import { backfillFolder } from '../backfill/open-backfill.ts';
import type { CommandContext } from '../context.ts';
import { loadBackfillEngine } from '../session/load-backfill-engine.ts';
import { loadLint } from '../session/load-lint.ts';

/** What the backfills of a project read and write. One that cannot be loaded is told by `backfill list`; here it stands in nobody's way. */
export async function backfillUses(context: CommandContext): Promise<readonly BackfillUse[]> {
  const { root, shown } = backfillFolder(context);
  if (!existsSync(root)) return [];
  const { listBackfills, loadBackfill } = await loadBackfillEngine();
  const { relationUses } = await loadLint();
  const uses = listBackfills(root).map(async (name): Promise<BackfillUse[]> => {
    const backfill = await loadBackfill(root, shown, name).catch(() => null);
    if (backfill === null) return [];
    const { work, read, remaining, verify, definition } = backfill;
    const texts = [work, read, remaining, verify].flatMap((query) => (query === null ? [] : [query.bind({}).text]));
    const named = await Promise.all(texts.map(relationUses));
    return [
      {
        name,
        until: definition.until,
        uses: named.flatMap((found) => found ?? []),
        remaining: remaining.bind({}).text.replaceAll('$1', '1'),
      },
    ];
  });
  return (await Promise.all(uses)).flat();
}
