export type { AppliedDetails, AppliedRevision, Direction, Ledger, LedgerVersion, StoredRevert, UnfinishedStep } from './ledger.ts';
export type { LedgerPosition, Plan, PlanOptions, Step } from './plan.ts';
export { parseStatements } from './statements/parse-statements.ts';
export type { ParsedSql, SqlProblem, Statement, StatementKind, UnreplacedPlaceholder } from './statements/statement.ts';
export { findTransactionControl, type TransactionControl } from './statements/transaction-control.ts';
