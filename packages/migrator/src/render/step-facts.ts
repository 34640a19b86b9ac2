import { regclass } from '../execute/standalone/index-state.ts';
import type { StandaloneWork } from '../execute/standalone/standalone-work.ts';
import { changedRows, renameDetail } from '../ledger/ledger-writes.ts';
import type { RevisionRecord, RowChange, Step } from '../plan/step.ts';
import { dollarQuote } from './dollar-quote.ts';
import { type Fact, gset, textFact } from './facts.ts';

/** Where the ledger must stand. */
export interface ExpectedPlace {
  /** Null is base. */
  readonly expectedHead: string | null;
  /** As a person names it. */
  readonly expectedName: string;
}

interface StepPlace {
  readonly expectedName: string;
  /** Whether steps of the plan go in beneath others: then each says where it goes. */
  readonly isMerge: boolean;
  /** What it does outside a transaction; null within one. */
  readonly work: StandaloneWork | null;
}

/** Says what a step is: all that its texts ask psql for. */
export function stepFacts(step: Step, { expectedName, isMerge, work }: StepPlace): string {
  const { direction, expectedHead, previousHash, insertion, source } = step;
  const isUp = direction === 'up';
  const isAlone = work !== null;
  const detail = { script: true, ...(source.kind === 'ledger' ? { source: 'ledger' } : {}) };
  return gset([
    ownFacts(step),
    placeFacts({ expectedName, expectedHead }),
    [...(isMerge || isAlone ? [textFact('previous_hash', previousHash)] : []), ...(isMerge ? [textFact('next', insertion?.next)] : [])],
    ...(isUp || isAlone ? recordFacts(step) : []),
    isUp ? [] : [textFact('detail', JSON.stringify(detail))],
    insertion === undefined ? [] : [textFact('rows', changedRows(insertion.changes))],
    ...(isAlone ? workFacts(step, work) : []),
  ]);
}

/** For what is checked before the first step. */
export function checkFacts(place: ExpectedPlace & { readonly isMerge: boolean }): string {
  return gset([
    [textFact('name', 'this script')],
    placeFacts(place),
    place.isMerge ? [textFact('previous_hash', ''), textFact('next', '')] : [],
  ]);
}

/** Of a revision that is applied already. */
export function refreshFacts(record: RevisionRecord): string {
  return gset([ownFacts(record), ...recordFacts(record)]);
}

/** Of a row of the ledger that gets another name. */
export function renameFacts(row: RowChange, renamed: RevisionRecord): string {
  const change = [textFact('old_hash', row.oldHash), textFact('detail', JSON.stringify(renameDetail(row)))];
  return gset([ownFacts(renamed), change, ...recordFacts(renamed)]);
}

function ownFacts({ name, hash }: Pick<RevisionRecord, 'name' | 'hash'>): readonly Fact[] {
  return [textFact('name', name), textFact('hash', hash)];
}

function placeFacts({ expectedName, expectedHead }: ExpectedPlace): readonly Fact[] {
  return [textFact('expected_name', expectedName), textFact('expected_head', expectedHead)];
}

function recordFacts({ number, ledgerName, message, revert }: RevisionRecord): readonly (readonly Fact[])[] {
  const sql = revert?.kind === 'sql' ? revert : null;
  return [
    [['number', String(number)], textFact('ledger_name', ledgerName), textFact('message', message)],
    [
      textFact('revert_kind', revert?.kind),
      textFact('revert_hash', sql?.hash),
      textFact('revert_transactional', sql === null ? null : String(sql.transactional)),
      textFact('revert_reason', revert?.kind === 'irreversible' ? revert.reason : null),
    ],
    [['revert_body', sql === null ? "''" : dollarQuote(sql.body, 'revert')]],
  ];
}

function workFacts({ body, direction, insertion }: Step, work: StandaloneWork): readonly (readonly Fact[])[] {
  const table = work.kind === 'create index' ? regclass(work.table) : null;
  return [
    [textFact('direction', direction), textFact('work', work.kind), textFact('index_table', table)],
    [textFact('above', JSON.stringify(insertion?.changes ?? []))],
    [['statement', dollarQuote(body, 'statement')]],
  ];
}
