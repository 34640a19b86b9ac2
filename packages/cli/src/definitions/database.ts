import type { CommandDefinition } from '../definition.ts';

/** `godwit db …`: the embedded server of the project, and a prompt on whichever database is configured. */
export const DATABASE_DEFINITIONS: readonly CommandDefinition[] = [
  {
    name: 'start',
    group: 'Database',
    summary: 'start the embedded server',
    description: 'Commands that need it start it themselves; it stops by itself when nobody has used it for a while.',
    examples: [{ command: 'start', explains: 'says where it listens' }],
    load: () => import('../commands/db/start.ts'),
  },
  {
    name: 'stop',
    group: 'Database',
    summary: 'stop the embedded server',
    examples: [{ command: 'stop', explains: 'open transactions are rolled back, committed rows stay' }],
    load: () => import('../commands/db/stop.ts'),
  },
  {
    name: 'status',
    group: 'Database',
    summary: 'whether the embedded server runs, where, and what it holds',
    examples: [{ command: 'status', explains: 'address, process, databases' }],
    load: () => import('../commands/db/status.ts'),
  },
  {
    name: 'url',
    group: 'Database',
    summary: 'print the URL of the configured database',
    description: 'Starts the embedded server when that is the one. A password is printed only with --password.',
    options: [{ flags: '--password', description: 'print the password too' }],
    examples: [{ command: 'url', explains: 'for psql, a driver or a graphical client' }],
    load: () => import('../commands/db/url.ts'),
  },
  {
    name: 'psql',
    group: 'Database',
    summary: 'open psql on the configured database',
    description: 'What follows goes to psql; options of ours stand before it.',
    arguments: [{ syntax: '[arguments...]', description: 'for psql' }],
    passesThrough: true,
    examples: [
      { command: 'psql', explains: 'a prompt' },
      { command: 'psql -c "select * from godwit.current"', explains: 'one statement' },
    ],
    load: () => import('../commands/db/psql.ts'),
  },
];
