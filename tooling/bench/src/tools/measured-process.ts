import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TimedProcess, timeProcess } from './timed-process.ts';

export interface MeasuredProcess {
  readonly ms: number;
  /** Resident memory at its highest, in megabytes. */
  readonly peakMb: number;
}

/** Runs a process below GNU time, which asks the kernel what it took. @throws as `timeProcess`; when there is no `/usr/bin/time` */
export async function measureProcess(options: TimedProcess): Promise<MeasuredProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'godwit-bench-'));
  const report = join(folder, 'peak');
  try {
    const words = ['--format', '%M', '--output', report, options.command, ...options.arguments];
    const ms = await timeProcess({ ...options, command: '/usr/bin/time', arguments: words });
    return { ms, peakMb: Number((await readFile(report, 'utf8')).trim()) / 1024 };
  } finally {
    await rm(folder, { recursive: true });
  }
}
