import { readSql } from '@godwit/postgres';
import { fillSql } from '../ledger/fill-sql.ts';

interface Required {
  /** What the message names: a step, or the script. */
  readonly step: string;
  /** Null is base. */
  readonly expectedHead: string | null;
  /** As a person names it. */
  readonly expectedName: string;
}

/** The executor's check of the ledger's head, as a statement that fails in words when the ledger stands elsewhere. */
export function requireHeadSql({ step, expectedHead, expectedName }: Required): string {
  const check = fillSql(readSql(import.meta.url, '../execute/sql/check-head.sql'), { expected_head: expectedHead });
  const block = fillSql(readSql(import.meta.url, './sql/require-head.sql'), { step, expected_name: expectedName });
  return block.replace('-- :check', () => check.trim().replaceAll('\n', '\n    '));
}
