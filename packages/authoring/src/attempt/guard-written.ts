import type { ExecuteSettings } from '@godwit/migrator';
import { frameInCurrent } from '../current/frame-in-current.ts';
import { guardRows, type RowGuard } from './guard-rows.ts';
import { revertPath } from './read-revert.ts';
import type { WrittenText } from './written-text.ts';

/** The guard of a text for which its author has written no way back; null when he has: then he answers for the rows. */
export function guardWritten(written: WrittenText, settings: ExecuteSettings, folder: string): RowGuard | null {
  const { current, revert, sql, statements } = written;
  if (revert !== null) return null;
  const { placeholders, searchPath, pgSettings } = settings;
  return guardRows({
    name: current.location.path,
    body: current.body,
    statements,
    transactional: current.transactional,
    placeholders,
    pgSettings,
    ...(searchPath === undefined ? {} : { searchPath }),
    // With values in the place of placeholders a statement stands elsewhere than in the file.
    frameOf: ({ offset }) => (sql === current.body ? frameInCurrent(current, offset) : undefined),
    revert: revertPath(folder),
  });
}
