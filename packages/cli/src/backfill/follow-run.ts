import { setTimeout as delay } from 'node:timers/promises';
import type { Progress } from '@godwit/backfill';
import { type Client, readServerError } from '@godwit/postgres';
import type { CommandContext } from '../context.ts';
import { loadBackfillEngine } from '../session/load-backfill-engine.ts';
import { keepPace, type Pace } from './pace.ts';
import { bar, percentDone, progressParts, runLines, slowedInWords } from './progress-line.ts';

const EVERY_MS = 500;

/** Where nothing can be overwritten, a line now and then. */
const LINE_EVERY_MS = 10_000;

export interface FollowOptions {
  /** A connection of its own is kept, and opened again when it breaks. */
  readonly connect: () => Promise<Client>;
  readonly runId: bigint;
  /** Ends the following, not the run. */
  readonly signal: AbortSignal;
}

/**
 * Shows a run until it ends or the signal is raised: a bar on a terminal, a line now and then elsewhere, values with `--json`.
 *
 * @returns how it stands then; null when nobody can be asked
 */
export async function followRun(context: CommandContext, { connect, runId, signal }: FollowOptions): Promise<Progress | null> {
  const { readProgress } = await loadBackfillEngine();
  const pace = keepPace();
  const teller = tellProgress(context);
  let client: Client | null = null;
  try {
    for (;;) {
      try {
        client ??= await connect();
        const [progress] = await readProgress(client, [runId]);
        if (progress === undefined || progress.state !== 'running' || signal.aborted) return progress ?? null;
        teller(progress, pace.look(progress, performance.now()));
      } catch (error) {
        // The workers tell of a connection that broke, and for how long they have patience.
        if (readServerError(error)?.sqlState.startsWith('42') === true) throw error;
        if (signal.aborted) return null;
        await client?.end().catch(() => undefined);
        client = null;
      }
      await delay(EVERY_MS, undefined, { signal }).catch(() => undefined);
    }
  } finally {
    context.output.transient('');
    await client?.end().catch(() => undefined);
  }
}

function tellProgress(context: CommandContext): (progress: Progress, pace: Pace) => void {
  const { output } = context;
  let told = performance.now();
  return (progress, pace) => {
    const now = performance.now();
    if (output.json) {
      output.value({ event: 'progress', ...progressAsData(progress), rowsPerSecond: pace.rate === null ? null : Math.round(pace.rate) });
      return;
    }
    if (output.terminal) {
      const parts = [bar(percentDone(progress), output.errorStyle), ...progressParts(progress, pace), ...slowedInWords(progress)];
      output.transient(`  ${parts.join('  ')}`);
      return;
    }
    if (now - told < LINE_EVERY_MS) return;
    told = now;
    for (const line of runLines(context, progress, pace)) output.line(line);
  };
}

/** For `--json`: plain values, moments as ISO. */
export function progressAsData({ id, health, ...progress }: Progress): Record<string, unknown> {
  return {
    ...progress,
    run: Number(id),
    percent: percentDone({ id, health, ...progress }),
    signals: health?.readings ?? [],
    level: health?.level ?? 0,
  };
}
