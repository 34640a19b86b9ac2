import type { CommandDefinition } from '../definition.ts';
import { EXECUTION_OPTIONS } from './shared.ts';

const UP_TARGET = {
  syntax: '[target]',
  description: 'head, +N, a number, a name or a hash; with --sql also a range such as base:head (default: head)',
  completes: 'target',
} as const;

/** Commands that take a database to a target. */
export const DEPLOY: readonly CommandDefinition[] = [
  {
    name: 'upgrade',
    group: 'Deploy',
    summary: 'apply revisions up to a target',
    description:
      'Each revision is one transaction unless it says otherwise. When one fails, those before it stay applied and nothing of it remains.\nSafe to run on several machines at once: each revision is applied exactly once.',
    arguments: [UP_TARGET],
    options: [
      ...EXECUTION_OPTIONS,
      {
        flags: '--until-gate',
        description: 'stop before the first revision that waits for a backfill, and call that done',
      },
      {
        flags: '--verify',
        description: 'make the checks of what each revision touches when it is applied; one that fails rolls its revision back',
      },
      {
        flags: '--verify-writes',
        description: 'the same on production with those checks that write, which are left out there otherwise; they are rolled back',
      },
      {
        flags: '--merged <keep|redo>',
        description:
          'what becomes of applied revisions that a merge has put after others: keep them and apply the others beneath, or revert them and apply them again (default: keep what touches other objects, redo the rest)',
      },
      {
        flags: '--accept-data-loss',
        description: 'go on although rows or values will be lost; only a merge makes upgrade revert anything',
      },
    ],
    examples: [
      { command: 'upgrade', explains: 'apply everything that is pending' },
      { command: 'upgrade +1', explains: 'apply the next revision only' },
      { command: 'upgrade head --dry-run', explains: 'show what would run and which locks it takes' },
      { command: 'upgrade head --sql > migration.sql', explains: 'the same as a script for psql' },
      { command: 'upgrade base:head --sql', explains: 'a script for the whole history, without a database' },
      { command: 'upgrade --verify', explains: 'and look whether each revision has made what it should' },
      { command: 'upgrade --merged keep', explains: 'after a merge: leave what is applied as it is, whatever both sides touch' },
    ],
    load: () => import('../commands/upgrade.ts'),
  },
  {
    name: 'downgrade',
    group: 'Deploy',
    summary: 'revert revisions down to a target',
    description:
      'Before the first step it counts the rows and values that would be lost. Nothing lost, nothing asked; else it asks, or without a terminal exits 3 with the counts.',
    arguments: [{ syntax: '<target>', description: 'base, -N, a number, a name or a hash', completes: 'target' }],
    options: [...EXECUTION_OPTIONS, { flags: '--accept-data-loss', description: 'go on although rows or values will be lost' }],
    examples: [
      { command: 'downgrade -1', explains: 'revert the last revision' },
      { command: 'downgrade 12', explains: 'revert everything after revision 000012' },
      { command: 'downgrade base --dry-run', explains: 'show the whole way back' },
    ],
    load: () => import('../commands/downgrade.ts'),
  },
  {
    name: 'stamp',
    group: 'Deploy',
    summary: 'say that the database stands at a revision, without running anything',
    description: 'Compares the live catalog with what the history makes of that revision first; a difference needs --force.',
    arguments: [{ syntax: '<target>', description: 'head, base, a number, a name or a hash', completes: 'target' }],
    options: [{ flags: '--force', description: 'write the ledger although the catalogs differ or cannot be compared' }],
    examples: [{ command: 'stamp head', explains: 'adopt a database that was migrated by other means' }],
    load: () => import('../commands/stamp.ts'),
  },
  {
    name: 'wait',
    group: 'Deploy',
    summary: 'wait until the server answers',
    description: 'A wrong password or an unknown database ends the wait at once: time would not mend it.',
    options: [{ flags: '--timeout <duration>', description: 'how long (60s)' }],
    examples: [{ command: 'wait --timeout 60s', explains: 'for a migrate service that starts beside its database' }],
    load: () => import('../commands/wait.ts'),
  },
  {
    name: 'protect',
    group: 'Deploy',
    summary: 'mark the database as production',
    description: 'From then on reset, seed and watch refuse it, from any machine.',
    options: [{ flags: '--remove', description: 'take the mark away; wants --database NAME as confirmation' }],
    examples: [{ command: 'protect', explains: 'mark the configured database' }],
    load: () => import('../commands/protect.ts'),
  },
];
