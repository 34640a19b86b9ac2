export type { AppliedDetails, AppliedRevision, Direction, Ledger, LedgerVersion, StoredRevert, UnfinishedStep } from './ledger.ts';
export type { LedgerPosition, Plan, PlanOptions, Step } from './plan.ts';
