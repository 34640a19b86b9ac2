import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface PgbenchOptions {
  readonly url: string;
  /** Where its script is and its log goes: an empty folder. */
  readonly folder: string;
  readonly script: string;
  readonly seconds: number;
  readonly clients: number;
}

/**
 * Runs `pgbench` and gives the 95th percentile of its latencies, in milliseconds.
 *
 * @throws Error when it is not on the PATH, or has run no transaction
 */
export async function pgbenchP95({ url, folder, script, seconds, clients }: PgbenchOptions): Promise<number> {
  const log = join(folder, 'latency');
  const words = [
    '--no-vacuum',
    '--client',
    String(clients),
    '--time',
    String(seconds),
    '--log',
    '--log-prefix',
    log,
    '--file',
    script,
    url,
  ];
  await promisify(execFile)('pgbench', words, { cwd: folder });
  const files = (await readdir(folder)).filter((name) => name.startsWith('latency'));
  const lines = (await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))).join('').trim().split('\n');
  // client, transaction, microseconds, script, epoch, microseconds of it
  const latencies = lines.map((line) => Number(line.split(' ')[2])).toSorted((a, b) => a - b);
  const p95 = latencies[Math.floor(latencies.length * 0.95)];
  if (p95 === undefined || Number.isNaN(p95)) throw new Error(`pgbench has logged nothing that can be read in ${folder}`);
  return p95 / 1000;
}
