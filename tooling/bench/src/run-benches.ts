import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Bench } from './bench-definition.ts';
import { type Report, reportOf } from './report/report.ts';
import { openNativeServer } from './server/native-server.ts';
import { buildGodwit } from './tools/build-godwit.ts';

export interface RunOptions {
  readonly benches: readonly Bench[];
  /** In place of each bench's own number. */
  readonly rounds: number | null;
  /** The script of another build; null builds the sources as they are. */
  readonly godwit: string | null;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly onProgress: (text: string) => void;
  /** Ends the run at the next sample. */
  readonly signal: AbortSignal;
  /** Called as soon as a measurement is complete. */
  readonly onReport: (report: Report) => void;
}

/** The figures of one run, and what they were taken on. */
export interface Run {
  readonly server: string;
  readonly node: string;
  readonly machine: string;
  readonly reports: readonly Report[];
}

/**
 * Runs benches one after the other.
 *
 * @throws NoBenchServer, or what the first failing bench throws; its databases and files are gone then too
 */
export async function runBenches(options: RunOptions): Promise<Run> {
  const { benches, rounds, onProgress, onReport, signal } = options;
  const server = await openNativeServer(options.environment);
  onProgress('building packages/cli');
  const godwit = options.godwit === null ? buildGodwit() : resolve(options.godwit);
  const reports: Report[] = [];
  for (const bench of benches) {
    const folder = await mkdtemp(join(tmpdir(), 'godwit-bench-'));
    try {
      const measurements = await bench.run({
        server,
        godwit,
        folder,
        rounds: (usual) => rounds ?? usual,
        onProgress: (text) => {
          signal.throwIfAborted();
          onProgress(`${bench.name}: ${text}`);
        },
      });
      onProgress('');
      for (const measurement of measurements) {
        const report = reportOf(bench.name, measurement);
        reports.push(report);
        onReport(report);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return { server: server.words, node: process.versions.node, machine: describeMachine(), reports };
}

function describeMachine(): string {
  const cores = cpus();
  return `${cores.length} × ${cores[0]?.model.trim() ?? process.arch}`;
}
