export type { Backfill } from './definition/backfill.ts';
export type {
  BackfillDefinition,
  ExternalBackfill,
  MapContext,
  RowsBackfill,
  SqlBackfill,
} from './definition/backfill-definition.ts';
export { defineBackfill } from './definition/define-backfill.ts';
export { listBackfills, loadBackfill } from './definition/load-backfill.ts';
export { looksLikeCron, type Schedule } from './definition/schedule.ts';
export { type BackfillSettings, SETTING_NAMES, SettingsSchema, settingsOf } from './definition/settings.ts';
export * from './errors/definition-errors.ts';
export * from './errors/plan-errors.ts';
export * from './errors/run-errors.ts';
export * from './errors/serve-errors.ts';
export * from './errors/table-errors.ts';
export type { WrongRow } from './finish/find-wrong.ts';
export { remainingKeys } from './finish/remaining-keys.ts';
export { REMAINING_SHOWN, type Verification, verifyBackfill } from './finish/verify-backfill.ts';
export type { CustomSignal, Health, SignalReading } from './health/signal.ts';
export { describeKey, type Key, type KeyRange } from './key/key.ts';
export { readWalkedTable, type WalkedTable } from './key/walked-table.ts';
export { type BackfillPlan, planBackfill, type TriedBatch } from './plan/plan-backfill.ts';
export type { WrittenRow, WrittenTable } from './plan/written-rows.ts';
export { beginRun } from './run/begin-run.ts';
export { checkRevisions, type OutOfReach, outOfReach } from './run/check-revisions.ts';
export { cancelBackfill, pauseBackfill, resumeBackfill, setBackfill } from './run/control.ts';
export { listDeadRows } from './run/dead-rows.ts';
export { type GivenUp, listGivenUp } from './run/list-given-up.ts';
export { latestRun, type Opened, openRun } from './run/open-run.ts';
export { latestProgress, type Progress, readProgress } from './run/read-progress.ts';
export { type Retried, retryDeadRows } from './run/retry-dead.ts';
export type { Run, RunPhase, RunState } from './run/run.ts';
export { type Queued, queueRun } from './serve/queue-run.ts';
export { serveBackfills } from './serve/serve-backfills.ts';
export type { ServeEvent } from './serve/serving.ts';
export { reconnect } from './worker/reconnect.ts';
export { type RunBackfillOptions, runBackfill } from './worker/run-backfill.ts';
export type { BackfillEvent } from './worker/worker.ts';
