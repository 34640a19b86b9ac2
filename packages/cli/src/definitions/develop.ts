import type { CommandDefinition } from '../definition.ts';

/** Commands of a developer's machine. */
export const DEVELOP: readonly CommandDefinition[] = [
  {
    name: 'init',
    group: 'Develop',
    summary: 'lay out a new project',
    description: 'Writes migrations/, .gmrc and godwit.config.json; files that exist are left alone.',
    arguments: [{ syntax: '[dir]', description: 'where (default: here)' }],
    examples: [
      { command: 'init', explains: 'in this folder' },
      { command: 'init backend', explains: 'in backend/' },
    ],
    load: () => import('../commands/init.ts'),
  },
  {
    name: 'watch',
    group: 'Develop',
    summary: 'apply migrations/current.sql whenever it is saved',
    description: 'Goes through graphile-migrate: current.sql runs again on each save and therefore has to be idempotent.',
    options: [{ flags: '--once', description: 'apply it once and stop' }],
    examples: [{ command: 'watch', explains: 'until Ctrl-C' }],
    load: () => import('../commands/watch.ts'),
  },
  {
    name: 'commit',
    group: 'Develop',
    summary: 'make current.sql the next revision',
    description:
      'Goes through graphile-migrate, which tries the whole history on the shadow database first (SHADOW_DATABASE_URL, else one beside the database when that is on this machine).',
    options: [{ flags: '-m, --message <text>', description: 'what it does, as a person would say it' }],
    examples: [
      { command: 'commit -m "Add book_quality field for narrator matching"', explains: 'writes committed/0000NN-….sql and its revert' },
    ],
    load: () => import('../commands/commit.ts'),
  },
  {
    name: 'uncommit',
    group: 'Develop',
    summary: 'open the last revision again',
    description: 'Moves its SQL back to current.sql and its way back to revert.sql. Only for a revision that nobody else has applied.',
    examples: [{ command: 'uncommit', explains: 'the last revision becomes current.sql' }],
    load: () => import('../commands/uncommit.ts'),
  },
  {
    name: 'reset',
    group: 'Develop',
    summary: 'erase the database and apply the whole history',
    description: 'Drops and creates the database. Refused on one that is marked as production; on a remote host it wants --database NAME.',
    options: [{ flags: '--erase', description: 'yes, drop every row (required)' }],
    examples: [{ command: 'reset --erase', explains: 'a fresh development database' }],
    load: () => import('../commands/reset.ts'),
  },
  {
    name: 'completion',
    group: 'More',
    summary: 'print a completion script for a shell',
    arguments: [{ syntax: '<shell>', description: 'bash, zsh or fish', completes: 'shell' }],
    examples: [{ command: 'completion bash >> ~/.bashrc', explains: 'commands, options and revision names' }],
    load: () => import('../commands/completion.ts'),
  },
];

/** Commands for the night shift. */
export const REPAIR: readonly CommandDefinition[] = [
  {
    name: 'repair',
    group: 'Repair',
    summary: 'settle a step outside a transaction that never said how it ended',
    description:
      'Index builds and the like are recognised: what they left is cleaned up, or they are entered in the ledger. Any other statement is shown, and you say what became of it. upgrade and downgrade do the same before they begin.',
    options: [
      { flags: '--applied', description: 'the statement has done its work: write it to the ledger' },
      { flags: '--not-applied', description: 'the statement has left nothing behind: run it again with the next upgrade' },
    ],
    examples: [
      { command: 'repair', explains: 'settle it, or show the statement that only you can judge' },
      { command: 'repair --applied', explains: 'its work is done' },
    ],
    load: () => import('../commands/repair.ts'),
  },
];
