import type { CommandDefinition } from '../definition.ts';

/** Also a program of its own in this repository: `pnpm verify`. */
export const VERIFY: CommandDefinition = {
  name: 'verify',
  group: 'Look',
  summary: 'make the checks that travel with the history',
  description:
    'Without --database everything is verified on a throwaway database: the whole history is applied, the seeds are loaded, every check is made, and every revision is taken back and applied again.\nWith --database the checks that are true of the revision at which that database stands are made there, in transactions that are read-only and rolled back; those that write are left out and counted, and named with --verbose, unless --writes.\nExits 0 when all have passed, 2 when one has failed, 1 on an error.',
  arguments: [{ syntax: '[systems...]', description: 'folders of migrations/verify (default: all)', completes: 'system' }],
  options: [
    { flags: '--only <pattern>', description: 'checks with this in their name or file; * stands for anything' },
    { flags: '--writes', description: 'with --database: make those that write too, and roll them back' },
    { flags: '--junit <file>', description: 'write the results for a CI server as well' },
  ],
  examples: [
    { command: 'verify', explains: 'everything, on a throwaway database' },
    { command: 'verify shelf --only "*trigger*"', explains: 'some checks of one system' },
    { command: 'verify --database "$DATABASE_URL"', explains: 'after a deploy: changes nothing there' },
    { command: 'verify --junit verify.xml', explains: 'in CI' },
  ],
  load: () => import('../commands/verify.ts'),
};
