import { DATABASE_DEFINITIONS } from '../definitions/database.ts';
import { DEFINITIONS } from '../definitions/index.ts';

/** How the user calls the two programs, for the commands in help texts. */
export interface CommandNames {
  /** `godwit`, `pnpm migrate`. */
  readonly godwit: string;
  /** `godwit db`, `pnpm db`. */
  readonly database: string;
}

/** Both names, from that of the one that runs. */
export function commandNames(invocation: string): CommandNames {
  if (invocation === 'pnpm migrate' || invocation === 'pnpm db') return { godwit: 'pnpm migrate', database: 'pnpm db' };
  const godwit = invocation.replace(/ db$/, '');
  return { godwit, database: `${godwit} db` };
}

const COMMANDS = DEFINITIONS.map(({ name }) => name).join('|');
const DATABASE_COMMANDS = DATABASE_DEFINITIONS.map(({ name }) => name).join('|');

/**
 * `godwit upgrade`, `godwit db start`, and as this repository calls them; not the schema `godwit` in a GRANT, nor `godwit.setting`.
 */
const COMMAND = new RegExp(
  `\\b(?:(?:godwit|pnpm) (db )(?=${DATABASE_COMMANDS}|--)|(?:godwit|pnpm migrate) (?=(?:${COMMANDS}|--\\w+)\\b))`,
  'g',
);

/** A help text is written with `godwit upgrade` and `godwit db start`; this is what the user types. */
export function inWordsOf({ godwit, database }: CommandNames, help: string): string {
  return help.replaceAll(COMMAND, (_, db: string | undefined) => `${db === undefined ? godwit : database} `);
}
