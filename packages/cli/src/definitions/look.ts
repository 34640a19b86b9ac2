import type { CommandDefinition } from '../definition.ts';
import { SQL_TARGET } from './shared.ts';
import { VERIFY } from './verify.ts';

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
    name: 'diff',
    group: 'Look',
    summary: 'what makes one schema differ from another, in words or as SQL',
    description:
      'Compares any two of: a place in the history, a database (a URL, or a name on the configured server), a folder of SQL. Seen from the first to the second; unless given, the first is head and the second the configured database. Revisions and folders are built on a shadow database; a real one is only read. Exits 0 when there is no difference, 2 when there is one.',
    arguments: [
      { syntax: '[from]', description: 'head, a revision, a database, a folder (default: head)', completes: 'target' },
      { syntax: '[to]', description: 'likewise (default: the configured database)', completes: 'target' },
    ],
    options: [{ flags: '--sql', description: 'print the statements that make the first into the second' }],
    examples: [
      { command: 'diff', explains: 'what the database has that head has not, and the other way round' },
      { command: 'diff -1 head', explains: 'what the last revision changes' },
      { command: 'diff head ./migrations/schema --sql', explains: 'the SQL for what was edited in the folder' },
      { command: 'diff app_staging app_dev', explains: 'two databases on the configured server' },
    ],
    load: () => import('../commands/diff.ts'),
  },
  VERIFY,
  {
    name: 'drift',
    group: 'Look',
    summary: 'where the database differs from what its revisions make',
    description:
      'Builds the revision at which the database stands on a shadow database and compares the two: tables, columns, constraints, indexes (INVALID ones too), views, functions, triggers, policies, comments, owners and grants, extensions with their versions, sequences behind their columns. Prints the SQL that brings the database back and the SQL that makes the difference the next revision. Changes nothing. Exits 0 when there is no drift, 2 when there is some.',
    options: [
      { flags: '--repair', description: 'print only the SQL that brings the database back' },
      { flags: '--adopt', description: 'print only the SQL that makes it the next revision' },
      {
        flags: '--expected <file>',
        description: 'compare with what this file says, and build nothing: the differences alone, without SQL',
      },
      { flags: '--export <file>', description: 'write that file for head; no database need be configured' },
    ],
    examples: [
      { command: 'drift', explains: 'every difference in words, and the SQL in both directions' },
      { command: 'drift --repair > repair.sql', explains: 'a script for psql, to be read first' },
      { command: 'drift --adopt > migrations/current.sql', explains: 'then commit it, and stamp the database' },
      { command: 'drift --export expected.json', explains: 'when an image is built' },
      { command: 'drift --expected expected.json', explains: 'in it, as a role that may only read' },
    ],
    load: () => import('../commands/drift.ts'),
  },
  {
    name: 'doctor',
    group: 'Look',
    summary: 'whether a server and a database are fit for migrations, and what repairs them',
    description:
      'Version, encoding, pooler, privileges, extensions, settings, connections, clock, open transactions, replicas, slots, the ledger, INVALID indexes, sequences and column numbers near their end. Changes nothing; works on a database that Godwit has never seen, and before there is one. Exits 2 when something has to be repaired, 0 with warnings.',
    examples: [
      { command: 'doctor', explains: 'before the first deploy, and when something is strange' },
      { command: 'doctor --database postgres://deploy@db.internal/app', explains: 'as the role that will deploy' },
      { command: 'doctor --json', explains: 'the same as one JSON value' },
    ],
    load: () => import('../commands/doctor.ts'),
  },
  {
    name: 'docs',
    group: 'Look',
    summary: 'write a data dictionary, a page a schema',
    description:
      'Tables with their columns, constraints, indexes and triggers, a diagram of the foreign keys, views, types and functions, as the revisions make them; descriptions are the comments in the database. Head is built on a shadow database; no other one is needed. Once there are pages in docs/schema, commit, uncommit and merge keep them up to date, and check looks at them. With --check exits 2 when a page is stale.',
    options: [
      { flags: '--check', description: 'write nothing; name the pages that are stale' },
      { flags: '--folder <folder>', description: 'where the pages are (docs/schema)' },
    ],
    examples: [
      { command: 'docs', explains: 'docs/schema/<schema>.md, for whoever reads the repository' },
      { command: 'docs --check', explains: 'in CI: a comment was changed and the page was not' },
    ],
    load: () => import('../commands/docs.ts'),
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
