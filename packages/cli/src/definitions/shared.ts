import type { ArgumentDefinition, OptionDefinition } from '../definition.ts';

/** A place in the history, as DESIGN words it. */
export const SQL_TARGET: ArgumentDefinition = {
  syntax: '[target]',
  description: 'head, base, a number, a name, a hash of at least seven digits, +N or -N (default: head)',
  completes: 'target',
};

/** Options of the commands that execute a plan. */
export const EXECUTION_OPTIONS: readonly OptionDefinition[] = [
  { flags: '--dry-run', description: 'print the plan and the locks it will take; change nothing' },
  { flags: '--sql', description: 'print the plan as a script for psql; change nothing' },
  { flags: '--lock-timeout <duration>', description: 'what one revision may wait for locks in all (1s)' },
  { flags: '--patience <duration>', description: 'how long to try again when locks are taken (5min)' },
];
