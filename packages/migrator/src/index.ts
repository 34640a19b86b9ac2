export * from './attempt/attempt-errors.ts';
export type { AttemptSql } from './attempt/attempt-sql.ts';
export type { AttemptEnding } from './attempt/attempt-transaction.ts';
export { forgetCurrent } from './attempt/forget-current.ts';
export { type AttemptWork, type NewAttempt, runAttempt } from './attempt/run-attempt.ts';
export { storeUndo } from './attempt/store-undo.ts';
export { readAttempt, readAttemptBase, type StoredAttempt, type StoredUndo, undoSql } from './attempt/stored-attempt.ts';
export { undoStored } from './attempt/undo-stored.ts';
export type { Blocker } from './execute/blocker.ts';
export { describeBlocker } from './execute/describe-blocker.ts';
export { type ExecuteOptions, execute, type Outcome } from './execute/execute.ts';
export { DEFAULT_LOCK_TIMEOUT_MS, DEFAULT_PATIENCE_MS, type ExecuteSettings } from './execute/execute-settings.ts';
export * from './execute/execution-errors.ts';
export type { ExecutionEvent, Observer, StepResult } from './execute/execution-event.ts';
export { type Repaired, type RepairOptions, repairUnfinished } from './execute/standalone/repair-unfinished.ts';
export type { RunOptions } from './execute/with-run.ts';
export { type ExplainedStatement, type ExplainedStep, type ExplainOptions, explain } from './explain/explain.ts';
export type { StepLock } from './explain/step-locks.ts';
export { gatesOf } from './gate/gates-of.ts';
export { type BackfillState, readBackfillStates } from './gate/read-backfill-states.ts';
export type { Actor } from './ledger/actor.ts';
export { ensureLedger } from './ledger/ensure-ledger.ts';
export { fillSql, type SqlValue } from './ledger/fill-sql.ts';
export {
  type AppliedAttempt,
  type AppliedDetails,
  type AppliedRevision,
  type Direction,
  type Ledger,
  type LedgerVersion,
  ledgerHead,
  nameOfApplied,
  type StoredRevert,
  type UndoSource,
  type UnfinishedStep,
} from './ledger/ledger.ts';
export * from './ledger/ledger-errors.ts';
export { LEDGER_VERSION, ledgerSchemaSql } from './ledger/ledger-schema.ts';
export { type EventText, eventSql, ledgerWrites, refreshSql } from './ledger/ledger-writes.ts';
export { protect, unprotect } from './ledger/protect.ts';
export { type LedgerEvent, readEvents } from './ledger/read-events.ts';
export { readLedger } from './ledger/read-ledger.ts';
export { type AssessLossOptions, assessLoss } from './loss/assess-loss.ts';
export type { Loss, LossExample, LossReport, UnseenStatement } from './loss/loss.ts';
export { type AppliedProblem, checkApplied, pendingRevisions } from './plan/check-applied.ts';
export { type CurrentPosition, currentPosition } from './plan/current-position.ts';
export type { Following } from './plan/follow-merge.ts';
export { type PlanOptions, type PlanTarget, plan } from './plan/plan.ts';
export * from './plan/plan-errors.ts';
export { prepareFollowing } from './plan/prepare-following.ts';
export { resolveLedgerTarget } from './plan/resolve-ledger-target.ts';
export {
  headAfter,
  type Insertion,
  type LedgerPosition,
  type Move,
  type Plan,
  type Refresh,
  type RevisionRecord,
  type Step,
} from './plan/step.ts';
export { stepDown, stepUp } from './plan/step-of.ts';
export { type RenderOptions, render } from './render/render.ts';
export { type Stamped, type StampOptions, stamp } from './stamp/stamp.ts';
export * from './stamp/stamp-errors.ts';
export { byteOffsets } from './statements/byte-offsets.ts';
export { type BodyFinding, type BodyInspection, inspectBody } from './statements/inspect-body.ts';
export {
  LOCK_MODES,
  type LockBlocks,
  type LockClaim,
  type LockedObject,
  type LockMode,
  type LockWork,
} from './statements/locks/lock-claim.ts';
export { locksOf } from './statements/locks/locks-of.ts';
export { parseStatements } from './statements/parse-statements.ts';
export { loadSqlParser, type SqlParser } from './statements/parser.ts';
export { formatName, type RelationName } from './statements/relation-name.ts';
export { fingerprintSql, type SqlFingerprint, type SqlToken, sqlTokens } from './statements/sql-fingerprint.ts';
export type { ParsedSql, SqlProblem, Statement, StatementKind, UnreplacedPlaceholder } from './statements/statement.ts';
export { type CommonGround, commonGround, type SharedObject } from './touched/common-ground.ts';
export type { TouchedObject } from './touched/touch.ts';
export { type Touched, type TouchedBy, touchedByRevisions } from './touched/touched.ts';
