import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DaemonOptions, type DaemonReport, parseDaemonReport } from './daemon-options.ts';
import { logPath } from './state-file.ts';

/**
 * Starts the background process and waits for its word. It has no part in this process's standard streams, so that a command in a
 * pipe ends when it is done.
 */
export function spawnDaemon(options: DaemonOptions): Promise<DaemonReport> {
  const log = logPath(options.directory);
  mkdirSync(dirname(log), { recursive: true });
  const output = openSync(log, 'a');
  const entry = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? './daemon.ts' : './daemon.js', import.meta.url));
  const { NODE_OPTIONS: _, ...environment } = process.env;
  const child = spawn(process.execPath, [entry, JSON.stringify(options)], {
    detached: true,
    stdio: ['ignore', output, output, 'ipc'],
    env: environment,
    windowsHide: true,
  });
  closeSync(output);
  return new Promise((resolve) => {
    const settle = (report: DaemonReport): void => {
      child.removeAllListeners();
      if (child.connected) child.disconnect();
      child.unref();
      resolve(report);
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
