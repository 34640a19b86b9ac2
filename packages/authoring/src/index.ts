export { type UndoAmendOptions, undoAmend } from './amend/undo-amend.ts';
export type { AppliedText, Standing } from './attempt/applied-text.ts';
export { type AttemptOptions, Attempts, type SaveOutcome, type WayBack } from './attempt/attempts.ts';
export { CurrentFailed, LedgerTooOld, NeedsRevert, WatchHeld, WayBackFailed, WayBackUnknown } from './attempt/errors.ts';
export { type CommitEvent, type CommitOptions, type Committed, commitRevision } from './commit/commit-revision.ts';
export type { Draft } from './commit/draft.ts';
export { NothingToCommit, NoWayBack, PlaceholderInText, QueriesBroken, TwoWaysBack } from './commit/errors.ts';
export type { FileText } from './commit/file-texts.ts';
export type { Current, CurrentFile } from './current/current.ts';
export { type CurrentLocation, locateCurrent } from './current/current-location.ts';
export { CurrentFileName, CurrentMisplaced, CurrentRefused, SplitMarkersOutOfOrder } from './current/errors.ts';
export { frameInCurrent } from './current/frame-in-current.ts';
export { joinCurrent, readCurrent } from './current/read-current.ts';
export { type FormattedSql, formatSql, type KeptStatement } from './format/format-sql.ts';
export { FilesNotWritable, FolderBusy, JournalConflict, JournalUnreadable } from './journal/errors.ts';
export { disk, type FileStore } from './journal/file-store.ts';
export { folderLockHolder, withFolderLock } from './journal/folder-lock.ts';
export { type Settled, settleInterrupted } from './journal/settle-interrupted.ts';
export { type CommonObject, findCommon, type TouchingStatement } from './merge/common-objects.ts';
export { composeMerge, type MergedRevision } from './merge/compose-merge.ts';
export { GitFailed, NoRepository, NotAHead, OthersUnclear, SidesUnclear, UnknownRef } from './merge/errors.ts';
export { type Merged, type MergeEvent, type MergeOptions, mergeRevisions } from './merge/merge-revisions.ts';
export { openRepository, type Repository } from './merge/repository.ts';
export { chooseHeads, findSides, type Sides, type SidesOptions } from './merge/sides.ts';
export { checkMessage } from './message/check-message.ts';
export { UnusableMessage, VagueMessage } from './message/errors.ts';
export { AppliedAgainDiffers, LeavesUnsound, type Leg, NotProved, ProofStepFailed, WayBackDiffers } from './prove/errors.ts';
export type { ObservedLock, ObservedStep } from './prove/observe-step.ts';
export { type Proof, parseProof, proofOf, serializeProof } from './prove/proof.ts';
export { proofPath } from './prove/proof-path.ts';
export { type ProvedRevision, type ProveOptions, prove } from './prove/prove.ts';
export { type BrokenQuery, checkQueries } from './queries/check-queries.ts';
export { UnreadableQueryFile } from './queries/errors.ts';
export { findFiles } from './queries/find-files.ts';
export { originalOffset } from './queries/original-offset.ts';
export { type Prepared, prepareQuery, type Refusal, type ResultField } from './queries/prepare-query.ts';
export { parseQueryFile, type Query } from './queries/query-file.ts';
export { type FoundQueries, type QueryFiles, readQueries, type UnreadableFile } from './queries/read-queries.ts';
export { NoShadow, SeedsFailed, ShadowBusy } from './shadow/errors.ts';
export {
  type HistoryShadow,
  type HistoryShadowOptions,
  type Seeds,
  type ShadowSource,
  withHistoryShadow,
} from './shadow/history-shadow.ts';
export type { ShadowServer } from './shadow/shadow-server.ts';
export { type Shadow, type ShadowRecipe, withEmptyShadow, withShadow } from './shadow/with-shadow.ts';
export { AlreadyOpen, HeldElsewhere, NothingOpen, NothingToOpen, UnsavedCurrent } from './uncommit/errors.ts';
export { laterThan, type OpenRevisionOptions, openRevision, refuseOpen } from './uncommit/open-revision.ts';
export type { SaveChecks } from './watch/check-saved.ts';
export { CannotWatch, NotAtHead, SaveRefused } from './watch/errors.ts';
export { type Generate, Generator } from './watch/generator.ts';
export { type WatchOptions, watch, watchOnce } from './watch/watch.ts';
export type { WatchEvent, WatchObserver } from './watch/watch-event.ts';
