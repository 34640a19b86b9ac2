import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DaemonReport, parseDaemonReport } from './daemon-options.ts';

export interface Daemon {
  readonly report: DaemonReport;
  /** Keeps no process waiting; connected as long as both sides want it. */
  readonly child: ChildProcess;
}

interface SpawnOptions {
  /** The module that it runs, beside this one. */
  readonly entry: 'daemon' | 'temporary-daemon';
  readonly argument: string;
  /** Of its output. */
  readonly log: string;
}

/**
 * Starts a background process and waits for its word. It has no part in this process's standard streams, so that a command in a
 * pipe ends when it is done, nor in the signals of its terminal.
 */
export function spawnDaemon({ entry, argument, log }: SpawnOptions): Promise<Daemon> {
  mkdirSync(dirname(log), { recursive: true });
  const output = openSync(log, 'a');
  const module = fileURLToPath(new URL(`./${entry}.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url));
  const { NODE_OPTIONS: _, ...environment } = process.env;
  const child = spawn(process.execPath, [module, argument], {
    detached: true,
    stdio: ['ignore', output, output, 'ipc'],
    env: environment,
    windowsHide: true,
  });
  closeSync(output);
  return new Promise((resolve) => {
    const settle = (report: DaemonReport): void => {
      child.removeAllListeners();
      child.unref();
      child.channel?.unref();
      resolve({ report, child });
    };
    const failed = (reason: string): void => settle({ kind: 'failed', code: '', reason });
    child.on('message', (message) => {
      const report = parseDaemonReport(message);
      if (report !== null) settle(report);
    });
    child.on('error', (error) => failed(error.message));
    child.on('exit', (status, signal) => failed(`its process ended with ${signal ?? `status ${status}`}`));
  });
}
