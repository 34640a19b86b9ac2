import type { CodeFrame } from './code-frame.ts';

/** What every Godwit error tells: what happened, because of what, and what to run or change next. */
export interface GodwitErrorOptions {
  /** Stable, documented in `docs/errors.md`: `GW0xx` history, `GW1xx` database, `GW2xx` plan and execute, `GW3xx` authoring, `GW4xx` backfill, `GW5xx` command line and verification, `GW6xx` tests. */
  readonly code: `GW${number}`;
  /** One line, no trailing full stop, no password. */
  readonly message: string;
  /** Further facts, a line each: a server's DETAIL, who holds the lock, the list of files. */
  readonly details?: readonly string[];
  /** The next step: a command, a statement or a sentence that a stranger can act on. Several lines are allowed. */
  readonly help?: string;
  /** Where it happened, when there is a place. */
  readonly frame?: CodeFrame;
  /** The error below this one. */
  readonly cause?: unknown;
  /** 1 unless the outcome is "something pending or found" (2) or "blocked" (3). */
  readonly exitCode?: 1 | 2 | 3;
}

const MARK = Symbol.for('godwit.error');

/**
 * The base of all errors that Godwit throws on purpose. Each cause has a subclass of its own, with its fields;
 * anything else that surfaces is a defect and is shown with its stack.
 */
export abstract class GodwitError extends Error {
  readonly [MARK] = true;
  readonly code: `GW${number}`;
  readonly details: readonly string[];
  readonly help: string | undefined;
  readonly frame: CodeFrame | undefined;
  readonly exitCode: 1 | 2 | 3;

  constructor(options: GodwitErrorOptions) {
    super(options.message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.code = options.code;
    this.details = options.details ?? [];
    this.help = options.help;
    this.frame = options.frame;
    this.exitCode = options.exitCode ?? 1;
  }

  /** True for an error of another copy of this module too: the bundled command has one, a separately installed package another. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    if (this !== GodwitError) return Function.prototype[Symbol.hasInstance].call(this, value);
    return typeof value === 'object' && value !== null && MARK in value;
  }
}
