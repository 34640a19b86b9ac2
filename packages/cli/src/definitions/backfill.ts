import type { ArgumentDefinition, CommandDefinition, OptionDefinition } from '../definition.ts';

const NAME: ArgumentDefinition = { syntax: '<name>', description: 'a backfill, by the name of its folder', completes: 'backfill' };

const WORKERS: OptionDefinition = {
  flags: '--workers <number>',
  description: 'batches of this process at a time; the setting "workers" bounds those of all machines (its value)',
};

const ACCEPT_CODE: OptionDefinition = {
  flags: '--accept-code',
  description: 'go on although SQL or TypeScript is another than when the run began',
};

const ACCEPT_SCAN: OptionDefinition = { flags: '--accept-scan', description: 'take a batch that reads a large table from end to end' };

/** `godwit backfill …`: data from one shape to the next, batch by batch, while the application runs. */
export const BACKFILL_DEFINITIONS: readonly CommandDefinition[] = [
  {
    name: 'list',
    group: 'Look',
    summary: 'the backfills of this project, and how far each is on the database',
    examples: [{ command: 'list', explains: 'names, what each is for, its state' }],
    load: () => import('../commands/backfill/list.ts'),
  },
  {
    name: 'status',
    group: 'Look',
    summary: 'how far the runs are, what slows them, who works on them',
    description:
      'Reads the database only: it says the same on every machine.\nExit code 2 when a run is paused, has nobody at it, or was given up by whoever serves.',
    arguments: [{ syntax: '[name]', description: 'only this one', completes: 'backfill' }],
    examples: [
      { command: 'status star-ratings', explains: 'one backfill, and what comes next for it' },
      { command: 'status --json', explains: 'for a dashboard' },
    ],
    load: () => import('../commands/backfill/status.ts'),
  },
  {
    name: 'watch',
    group: 'Look',
    summary: 'follow a run until it ends, wherever it is worked on',
    arguments: [NAME],
    examples: [{ command: 'watch star-ratings', explains: 'Ctrl-C ends the watching, not the run' }],
    load: () => import('../commands/backfill/watch.ts'),
  },
  {
    name: 'plan',
    group: 'Look',
    summary: 'what a run would do: the plan of a batch, a batch rolled back, time and WAL of all',
    description: 'Changes nothing. Refuses work that reads all of a large table in each batch, and names the index that is missing.',
    arguments: [NAME],
    options: [ACCEPT_SCAN],
    examples: [{ command: 'plan star-ratings', explains: 'EXPLAIN, what a batch writes with five rows before and after, projected time' }],
    load: () => import('../commands/backfill/plan.ts'),
  },
  {
    name: 'verify',
    group: 'Look',
    summary: 'compare expected with actual over the whole table; change nothing',
    description: 'Exit code 2 when a row is wrong or remains to be done.',
    arguments: [NAME],
    examples: [{ command: 'verify star-ratings', explains: 'the first wrong rows, and how many keys remain' }],
    load: () => import('../commands/backfill/verify.ts'),
  },
  {
    name: 'dead',
    group: 'Look',
    summary: 'the rows that could not be done, and why',
    arguments: [NAME],
    options: [{ flags: '--limit <number>', description: 'how many (20)' }],
    examples: [{ command: 'dead star-ratings', explains: "key, SQLSTATE and PostgreSQL's words" }],
    load: () => import('../commands/backfill/dead.ts'),
  },
  {
    name: 'run',
    group: 'Deploy',
    summary: 'run a backfill to its end, or go on with it',
    description:
      'Works in the foreground; other machines may run it at the same time. Ctrl-C pauses it cleanly, and to run it again goes on.\nOne that is done does what remains since then, unless --again.',
    arguments: [NAME],
    options: [WORKERS, { flags: '--again', description: 'walk the whole table again although it is done' }, ACCEPT_CODE, ACCEPT_SCAN],
    examples: [
      { command: 'run star-ratings', explains: 'a bar on a terminal, lines in a pipe, events with --json' },
      { command: 'run star-ratings --workers 4', explains: 'four batches at a time' },
    ],
    load: () => import('../commands/backfill/run.ts'),
  },
  {
    name: 'work',
    group: 'Deploy',
    summary: 'help with every run that is under way, until there is none',
    description: 'Begins nothing: somebody runs the backfill. Ctrl-C leaves the runs to the others.',
    options: [WORKERS, { flags: '--wait', description: 'wait for further runs instead of ending' }],
    examples: [{ command: 'work --workers 4', explains: 'on as many machines as wanted' }],
    load: () => import('../commands/backfill/work.ts'),
  },
  {
    name: 'serve',
    group: 'Deploy',
    summary: 'run what is scheduled and queued, and verify each night what is done, until Ctrl-C',
    description:
      "For a machine that stays up; on several, each job is one machine's, and goes to another when that one is gone. Schedules come from the definitions. What a person or the engine has paused stays paused; a run that failed since the server was gone is tried again. Jobs are kept by pg-boss, in the schema pgboss of the same database.\nAfter Ctrl-C the batches under way end, and their jobs go back to the queue; once more ends it at once.",
    options: [WORKERS, { flags: '--verify-at <cron>', description: "when all that is done is verified, in UTC, or off ('0 4 * * *')" }],
    examples: [
      { command: 'serve', explains: 'what has a schedule, what queue sends, what verification finds' },
      { command: "serve --workers 1 --verify-at '30 2 * * 0'", explains: 'gently, with verification on Sundays' },
    ],
    load: () => import('../commands/backfill/serve.ts'),
  },
  {
    name: 'queue',
    group: 'Deploy',
    summary: 'ask whoever serves to run a backfill',
    description: 'The job waits when nobody serves, and says so. One that is done does what remains since then.',
    arguments: [NAME],
    options: [{ flags: '--at <time>', description: 'not before then: 03:00, or 2026-12-01T03:00 (now)' }],
    examples: [
      { command: 'queue star-ratings', explains: 'on the first machine that is free' },
      { command: 'queue star-ratings --at 03:00', explains: 'tonight' },
    ],
    load: () => import('../commands/backfill/queue.ts'),
  },
  {
    name: 'pause',
    group: 'Repair',
    summary: 'stop a run after the batches that are under way',
    arguments: [NAME],
    options: [{ flags: '--reason <text>', description: 'shown by status' }],
    examples: [{ command: 'pause star-ratings', explains: "the same as select godwit.backfill_pause('star-ratings')" }],
    load: () => import('../commands/backfill/pause.ts'),
  },
  {
    name: 'resume',
    group: 'Repair',
    summary: 'let workers go on with a paused run',
    arguments: [NAME],
    options: [ACCEPT_CODE],
    examples: [{ command: 'resume star-ratings', explains: 'then: run, queue, or work on any machine' }],
    load: () => import('../commands/backfill/resume.ts'),
  },
  {
    name: 'cancel',
    group: 'Repair',
    summary: 'end a run for good; what is done stays',
    arguments: [NAME],
    options: [{ flags: '--reason <text>', description: 'shown by status' }],
    examples: [{ command: 'cancel star-ratings', explains: 'the next run begins anew' }],
    load: () => import('../commands/backfill/cancel.ts'),
  },
  {
    name: 'set',
    group: 'Repair',
    summary: 'change settings of a run, from its next batch on',
    arguments: [NAME, { syntax: '<setting...>', description: 'name=value; an empty value takes it back' }],
    examples: [
      { command: 'set star-ratings workers=1 batchMs=100', explains: 'gentler' },
      { command: 'set star-ratings deadRows=10', explains: 'ten rows may fail' },
    ],
    load: () => import('../commands/backfill/set.ts'),
  },
  {
    name: 'retry',
    group: 'Repair',
    summary: 'try the dead rows again',
    arguments: [NAME],
    examples: [{ command: 'retry star-ratings', explains: 'after their data was mended' }],
    load: () => import('../commands/backfill/retry.ts'),
  },
  {
    name: 'new',
    group: 'Develop',
    summary: 'begin a backfill: its definition, its SQL and its test',
    arguments: [{ syntax: '<name>', description: 'lower case, words joined by hyphens' }],
    options: [{ flags: '--table <name>', description: 'the table whose rows are walked, with its schema' }],
    examples: [{ command: 'new star-ratings --table shelf.user_books', explains: 'files with comments, to be filled in' }],
    load: () => import('../commands/backfill/new.ts'),
  },
];
