import type { DaemonFailure } from './daemon-failure.ts';

/** What a background server is started with; handed over as JSON on its command line. */
export interface DaemonOptions {
  readonly directory: string;
  /** Demanded: it is this one or none. */
  readonly port: number | null;
  /** Taken when it is free. */
  readonly preferredPort: number | null;
  /** Null for never. */
  readonly idleMs: number | null;
  readonly patienceMs: number | null;
}

/** What it says to the process that started it, once. */
export type DaemonReport = { readonly kind: 'ready'; readonly pid: number; readonly port: number } | DaemonFailure;

/** @throws TypeError when it is not what `ensureServer` wrote */
export function parseDaemonOptions(text: string): DaemonOptions {
  const value: unknown = JSON.parse(text);
  if (typeof value === 'object' && value !== null && 'directory' in value && typeof value.directory === 'string')
    return {
      directory: value.directory,
      port: numberOrNull('port' in value ? value.port : null),
      preferredPort: numberOrNull('preferredPort' in value ? value.preferredPort : null),
      idleMs: numberOrNull('idleMs' in value ? value.idleMs : null),
      patienceMs: numberOrNull('patienceMs' in value ? value.patienceMs : null),
    };
  throw new TypeError('a directory is needed');
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

/** Null when the message is none of ours. */
export function parseDaemonReport(value: unknown): DaemonReport | null {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return null;
  if (value.kind === 'ready' && 'pid' in value && 'port' in value && typeof value.pid === 'number' && typeof value.port === 'number')
    return { kind: 'ready', pid: value.pid, port: value.port };
  if (value.kind === 'failed' && 'code' in value && 'reason' in value && typeof value.code === 'string' && typeof value.reason === 'string')
    return { kind: 'failed', code: value.code, reason: value.reason };
  return null;
}
