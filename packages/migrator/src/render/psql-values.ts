import { quoteLiteral } from '@godwit/postgres';
import type { Actor } from '../ledger/actor.ts';
import type { LedgerPlace } from '../ledger/ledger-writes.ts';

/** What of a plan's the ledger's statements are about: a step, by where its row goes, or a row above it that gets another name. */
export type LedgerSubject = LedgerPlace | 'rename';

/**
 * What a script puts where the ledger's statements say `:'name'`: psql's variables as `step-facts.ts` sets them, and what is the same for
 * every subject of its kind. Who will run the script is not known; the server notes the role and the address.
 */
export function psqlValues(subject: LedgerSubject, { godwitVersion }: Pick<Actor, 'godwitVersion'>): Readonly<Record<string, string>> {
  return {
    hash: ":'hash'",
    previous_hash: subject === 'up' ? "nullif(:'expected_head', '')" : "nullif(:'previous_hash', '')",
    old_hash: ":'old_hash'",
    rows: ":'rows'",
    number: ":'number'",
    name: ":'name'",
    ledger_name: ":'ledger_name'",
    message: "nullif(:'message', '')",
    revert_kind: "nullif(:'revert_kind', '')",
    revert_hash: "nullif(:'revert_hash', '')",
    revert_body: "case :'revert_kind' when 'sql' then :'revert_body' end",
    revert_transactional: "nullif(:'revert_transactional', '')::boolean",
    revert_reason: "case :'revert_kind' when 'irreversible' then :'revert_reason' end",
    action: quoteLiteral(subject === 'beneath' ? 'up' : subject),
    outcome: "'ok'",
    // What is renamed is only written down.
    duration_ms: subject === 'rename' ? '0' : 'null',
    os_user: 'null',
    host: 'null',
    godwit_version: godwitVersion === null ? 'null' : quoteLiteral(godwitVersion),
    detail: subject === 'up' || subject === 'beneath' ? quoteLiteral(JSON.stringify({ script: true })) : ":'detail'",
  };
}
