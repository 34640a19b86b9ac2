import { DataUnreadable } from '../errors/data-unreadable.ts';
import { DirectoryInUse } from '../errors/directory-in-use.ts';
import { DirectoryUnusable } from '../errors/directory-unusable.ts';
import { DiskFull } from '../errors/disk-full.ts';
import { PortInUse } from '../errors/port-in-use.ts';
import { ServerStartFailed } from '../errors/server-start-failed.ts';
import { holderOf } from '../storage/directory-lock.ts';
import type { DaemonOptions } from './daemon-options.ts';
import { logPath } from './state-file.ts';

/** Why a background server did not start, in a form that goes from one process to another. */
export interface DaemonFailure {
  readonly kind: 'failed';
  /** Of the error there: `GW141`; empty for one without. */
  readonly code: string;
  /** Of the error, or of its cause. */
  readonly reason: string;
}

export function describeFailure(error: unknown): DaemonFailure {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return { kind: 'failed', code, reason: inner instanceof Error ? inner.message : String(inner) };
}

/** The error that it was there. */
export function recreateError({ code, reason }: DaemonFailure, { directory, port }: Pick<DaemonOptions, 'directory' | 'port'>): Error {
  const cause = new Error(reason);
  switch (code) {
    case 'GW141':
      return new DirectoryInUse(directory, holderOf(directory));
    case 'GW142':
      return new PortInUse('127.0.0.1', port ?? 0, cause);
    case 'GW145':
      return new DiskFull(directory, cause);
    case 'GW146':
      return new DirectoryUnusable(directory, cause);
    case 'GW147':
      return new DataUnreadable(directory, cause);
    default:
      return new ServerStartFailed({ reason, log: logPath(directory) });
  }
}
