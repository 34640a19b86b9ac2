import { type BatchSize, firstSize } from '../batch/batch-size.ts';
import type { BackfillSettings } from '../definition/settings.ts';

/** What a worker remembers from one turn to the next. */
export interface WorkerMemory {
  /** The lane that it was at. */
  lane: number | null;
  /** What the batches so far have taught; null before the first, whose size is a setting. */
  size: BatchSize | null;
  /** As the last claim gave them. */
  settings: BackfillSettings;
}

/** The size of the next batch. */
export function sizeOf({ size, settings }: WorkerMemory): BatchSize {
  return size ?? firstSize(Math.min(settings.firstRows, settings.maxRows));
}
