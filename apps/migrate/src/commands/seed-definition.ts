import type { CommandDefinition } from 'godwit';

export const SEED: CommandDefinition = {
  name: 'seed',
  group: 'Develop',
  summary: 'load the seed data of the five systems',
  description: 'Repeatable: rows that are there already are left alone. Refused on a production database.',
  arguments: [{ syntax: '[systems...]', description: 'shelf, verse, anki, mam, charts (default: all)' }],
  options: [
    { flags: '--check', description: 'change nothing; exit 2 when rows are missing or differ' },
    { flags: '--clear', description: 'delete the seed rows; refuses when other rows refer to them' },
    { flags: '--accept-data-loss', description: 'with --clear: also rows that were changed or refer to seed rows' },
  ],
  examples: [
    { command: 'seed', explains: 'all five systems' },
    { command: 'seed shelf charts', explains: 'two of them' },
    { command: 'seed --check', explains: 'are they all there, and unchanged?' },
  ],
  load: () => import('./seed.ts'),
};
