import type { Revision } from '@godwit/history';
import type { CommandContext } from '../context.ts';
import { ago } from '../output/time.ts';
import { MissingPackage } from './errors.ts';
import { loadAuthoring } from './load-authoring.ts';

/** As `commit` writes it: a time, a name, an address. */
const CREATED = /^(\S+) (.*?)(?: <[^>]*>)?$/;

/** Who wrote a revision, and when: `Ada Lovelace, 2 d ago`. By its own header, else as Git knows it; null when neither does. */
export async function lastChange(context: CommandContext, { headers, path }: Revision): Promise<string | null> {
  const [, time = '', author = ''] = CREATED.exec(headers.Created ?? '') ?? [];
  const created = new Date(time);
  if (author !== '' && !Number.isNaN(created.getTime())) return `${author}, ${ago(created, context.now())}`;
  try {
    const { openRepository } = await loadAuthoring();
    const repository = await openRepository(context.config().migrationsFolder, context.environment);
    return (await repository?.lastChange(path)) ?? null;
  } catch (error) {
    if (error instanceof MissingPackage) return null;
    throw error;
  }
}
