export { CommitUnknown, ConnectionLost } from './errors/connection-errors.ts';
export { ExecutionError, type Remains } from './errors/execution-error.ts';
export { GateClosed } from './errors/gate-closed.ts';
export {
  BodyRefused,
  LedgerWriteFailed,
  OwnStatementFailed,
  SettingsRefused,
  StepFailed,
  StepUnfinished,
  TransactionEnded,
} from './errors/step-errors.ts';
export { Interrupted, LedgerMoved, LockBudgetExceeded, OtherRunBusy } from './errors/waiting-errors.ts';
