import { readSql, sqlStateOf } from '@godwit/postgres';
import { fillSql, type NumberedSql, numberSql } from '../ledger/fill-sql.ts';
import { type LedgerStatement, type LedgerWords, ledgerStatement } from '../ledger/ledger-writes.ts';
import type { Insertion, Step } from '../plan/step.ts';
import type { Run } from './run.ts';

/** What every upward step sends, and what takes the server longer to plan than to do. */
const LEDGER: readonly LedgerStatement[] = ['insert-migration', 'write-revision', 'insert-event'];
const CHECK = 'check-head';
const REQUIRE = 'require-head';

type Prepared = LedgerStatement | typeof CHECK | typeof REQUIRE;

/**
 * Whether a session has our statements prepared. `never` when that did not work, or somebody's code has deallocated them unseen: then
 * they are sent with literals.
 */
export type Preparation = 'not yet' | 'done' | 'never';

/** A body that says one of these may have prepared statements of its own, or have deallocated ours. */
const TOUCHES_PREPARED = /\b(?:deallocate|discard|prepare)\b/i;

/** To be called when a body has run, before anything prepared is executed. */
export function mindPrepared(run: Run, sql: string): void {
  if (run.prepared === 'done' && TOUCHES_PREPARED.test(sql)) run.prepared = 'not yet';
}

/** Whether an error says that our statements are gone; from then on literals are used. */
export function hasLostPrepared(run: Run, error: unknown): boolean {
  if (sqlStateOf(error) !== '26000' || run.prepared === 'never') return false;
  run.prepared = 'never';
  return true;
}

let numbered: ReadonlyMap<Prepared, NumberedSql> | undefined;

function statements(): ReadonlyMap<Prepared, NumberedSql> {
  numbered ??= new Map<Prepared, NumberedSql>([
    ...LEDGER.map((name) => [name, numberSql(ledgerStatement(name))] as const),
    [CHECK, numberSql(checkSql())],
    [REQUIRE, numberSql(requiring(checkSql()))],
  ]);
  return numbered;
}

/** Prepares what a session may execute from then on, after whatever it had prepared. */
export function prepareSql(): string {
  return [deallocateSql(), ...[...statements()].map(([name, { sql }]) => `prepare ${nameOf(name)} as ${sql}`)].join(';\n');
}

export function deallocateSql(): string {
  return readSql(import.meta.url, './sql/deallocate.sql').trim();
}

type Begins = Pick<Step, 'expectedHead' | 'previousHash' | 'insertion'>;

/** Whether a step can begin, see `check-head.sql`. */
export function checkStepSql(run: Run, step: Begins): string {
  if (step.insertion !== undefined) return checkInsertionSql(step, step.insertion);
  const values = { expected_head: step.expectedHead };
  return run.prepared === 'done' ? executeSql(CHECK, values) : fillSql(checkSql(), values);
}

/** The same as an error, see `require-head.sql`. */
export function requireStepSql(run: Run, step: Begins): string {
  if (step.insertion !== undefined) return requiring(checkInsertionSql(step, step.insertion));
  const values = { expected_head: step.expectedHead };
  return run.prepared === 'done' ? executeSql(REQUIRE, values) : fillSql(requiring(checkSql()), values);
}

/** How the ledger's statements are put to this session. */
export function ledgerWords(run: Run): LedgerWords {
  return (name, values) =>
    run.prepared === 'done' && statements().has(name) ? executeSql(name, values) : fillSql(ledgerStatement(name), values);
}

function executeSql(name: Prepared, values: Parameters<LedgerWords>[1]): string {
  return `execute ${nameOf(name)} (${statements().get(name)?.values(values)})`;
}

function nameOf(name: Prepared): string {
  return `godwit_${name.replaceAll('-', '_')}`;
}

/** Rare, so that nobody prepares it. */
function checkInsertionSql({ expectedHead, previousHash }: Begins, { next }: Insertion): string {
  const text = readSql(import.meta.url, './sql/check-insertion.sql');
  return fillSql(text, { expected_head: expectedHead, previous_hash: previousHash, next });
}

function checkSql(): string {
  return readSql(import.meta.url, './sql/check-head.sql');
}

function requiring(check: string): string {
  return readSql(import.meta.url, './sql/require-head.sql').replace('-- :check', () => check.trim());
}
