import { BACKFILL_DEFINITIONS } from '../definitions/backfill.ts';
import { DATABASE_DEFINITIONS } from '../definitions/database.ts';
import { DEFINITIONS } from '../definitions/index.ts';

/** How the user calls the programs, for the commands that we print. */
export interface CommandNames {
  /** `godwit`, `pnpm migrate`. */
  readonly godwit: string;
  /** `godwit db`, `pnpm db`. */
  readonly database: string;
  /** `godwit backfill`, `pnpm backfill`. */
  readonly backfill: string;
  /** `godwit verify`, `pnpm verify`. */
  readonly verify: string;
  /** What runs the other scripts of this repository: `pnpm`. */
  readonly scripts: string;
}

/** A program that is a script of this repository, with `pnpm` as the user starts it. */
const SCRIPT = /^(.*\bpnpm(?:@\S+)?)(?: (?:migrate|db|backfill))?$/;

/** All names, from that of the one that runs. */
export function commandNames(invocation: string): CommandNames {
  const scripts = SCRIPT.exec(invocation)?.[1];
  if (scripts !== undefined)
    return {
      godwit: `${scripts} migrate`,
      database: `${scripts} db`,
      backfill: `${scripts} backfill`,
      verify: `${scripts} verify`,
      scripts,
    };
  const godwit = invocation.replace(/ (?:db|backfill)$/, '');
  return { godwit, database: `${godwit} db`, backfill: `${godwit} backfill`, verify: `${godwit} verify`, scripts: 'pnpm' };
}

/** How a help text names the program that runs, before `inWordsOf`. */
export function writtenName(invocation: string): string {
  const { godwit, database, backfill } = commandNames(invocation);
  if (invocation === godwit) return 'godwit';
  if (invocation === backfill) return 'godwit backfill';
  return invocation === database ? 'godwit db' : 'pnpm';
}

const COMMANDS = [...DEFINITIONS.map(({ name }) => name), 'help'].join('|');
const DATABASE_COMMANDS = DATABASE_DEFINITIONS.map(({ name }) => name).join('|');
const BACKFILL_COMMANDS = BACKFILL_DEFINITIONS.map(({ name }) => name).join('|');

/**
 * `godwit upgrade`, `godwit db start`, and as this repository calls them; not the schema `godwit` in a GRANT, nor `godwit.setting`.
 */
const COMMAND = new RegExp(
  [
    `\\b(?:(?:godwit|pnpm) (?<database>db )(?=${DATABASE_COMMANDS}|--)`,
    `(?:godwit|pnpm) (?<backfill>backfill )(?=(?:${BACKFILL_COMMANDS}|--\\w+)\\b)`,
    '(?:godwit|pnpm migrate) (?<verify>verify)\\b',
    `(?:godwit|pnpm migrate) (?=(?:${COMMANDS}|--\\w+)\\b)`,
    '(?<scripts>pnpm )(?=[a-z]))',
  ].join('|'),
  'g',
);

/** A help text is written with `godwit upgrade`, `godwit db start` and `pnpm seed`; this is what the user types. */
export function inWordsOf({ godwit, database, backfill, verify, scripts }: CommandNames, help: string): string {
  return help.replaceAll(COMMAND, (...match: readonly unknown[]) => {
    const groups = match.at(-1);
    const has = (name: string): boolean => typeof groups === 'object' && groups !== null && Reflect.get(groups, name) !== undefined;
    if (has('verify')) return verify;
    const name = has('database') ? database : has('backfill') ? backfill : has('scripts') ? scripts : godwit;
    return `${name} `;
  });
}
