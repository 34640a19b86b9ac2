import type { Gmrc } from '@godwit/history';

/** What `revert.sql` holds when there is nothing to hold; `init` writes it too. */
export const BLANK_REVERT = '-- Write its way back here.\n';

/** What `current.sql` holds then, as graphile-migrate leaves it. */
export function blankCurrent({ blankMigrationContent }: Gmrc): string {
  return `${blankMigrationContent.trim()}\n`;
}
