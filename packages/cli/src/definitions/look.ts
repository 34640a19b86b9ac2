import type { CommandDefinition } from '../definition.ts';
import { SQL_TARGET } from './shared.ts';

/** Commands that only read. */
export const LOOK: readonly CommandDefinition[] = [
  {
    name: 'status',
    group: 'Look',
    summary: 'what is applied, what is pending and what is wrong',
    description: 'Exits 0 when the database is at head, 2 when revisions are pending or something was found, 1 on an error.',
    options: [{ flags: '--all', description: 'list every revision, not only the last applied ones' }],
    examples: [
      { command: 'status', explains: 'the last revisions and all pending ones' },
      { command: 'status --json', explains: 'the same as one JSON value' },
    ],
    load: () => import('../commands/status.ts'),
  },
  {
    name: 'current',
    group: 'Look',
    summary: 'the revision at which the database stands',
    description: 'In a pipe it prints one line that is itself a target:\ngodwit upgrade "$(cat current_revision.txt)"',
    examples: [
      { command: 'current', explains: 'revision, when it was applied, how many are pending' },
      { command: 'current > current_revision.txt', explains: 'keep it for a later downgrade' },
    ],
    load: () => import('../commands/current.ts'),
  },
  {
    name: 'history',
    group: 'Look',
    summary: 'the revisions on disk, newest first',
    description:
      'Needs no database; when one is configured and answers, applied revisions are marked. The embedded server is not started for it.',
    options: [{ flags: '--limit <n>', description: 'at most so many revisions' }],
    examples: [
      { command: 'history', explains: 'a line a revision' },
      { command: 'history --verbose', explains: 'with hash, file, revert and who applied it' },
    ],
    load: () => import('../commands/history.ts'),
  },
  {
    name: 'heads',
    group: 'Look',
    summary: 'the last revision, or the tips of a fork',
    description: 'Needs no database. Exits 2 when there is more than one head.',
    examples: [{ command: 'heads', explains: 'one line a head' }],
    load: () => import('../commands/heads.ts'),
  },
  {
    name: 'show',
    group: 'Look',
    summary: 'one revision with its SQL and its way back',
    description: 'Needs no database.',
    arguments: [SQL_TARGET],
    examples: [
      { command: 'show head', explains: 'the last revision' },
      { command: 'show 24', explains: 'revision 000024' },
    ],
    load: () => import('../commands/show.ts'),
  },
  {
    name: 'log',
    group: 'Look',
    summary: 'who changed this database, when, from where and how it ended',
    options: [{ flags: '--limit <n>', description: 'at most so many entries (20)' }],
    examples: [{ command: 'log --limit 50', explains: 'the last fifty executions, newest first' }],
    load: () => import('../commands/log.ts'),
  },
];
