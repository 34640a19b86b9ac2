import { quoteIdentifier } from '@godwit/postgres';
import * as v from 'valibot';
import { ask } from '../ask.ts';
import { type Finding, fine, warning } from '../finding.ts';
import type { Check, Patient } from '../patient.ts';

const row = v.object({ name: v.string(), value: v.string(), unit: v.nullable(v.string()) });

/** A setting that a migration is at the mercy of. The rest a step sets for itself. */
interface Rule {
  readonly name: string;
  readonly isFine: (value: string) => boolean;
  /** What follows the name and its value. */
  readonly because: string;
  /** After `alter role … set name =`. */
  readonly better: string;
}

/** A session that watches locks is idle for as long as an index takes. */
const LONG_MS = 600_000;

const RULES: readonly Rule[] = [
  {
    name: 'default_transaction_read_only',
    isFine: (value) => value === 'off',
    because: 'Steps set it off for themselves; a script of upgrade --sql that psql runs fails.',
    better: 'off',
  },
  {
    name: 'statement_timeout',
    isFine: (value) => value === '0',
    because: 'Steps set it off for themselves; pg_dump, psql and what else this role does before a deploy is ended by it.',
    better: '0',
  },
  {
    name: 'idle_session_timeout',
    isFine: (value) => value === '0' || Number(value) >= LONG_MS,
    because: 'The connection that watches the locks of a step is idle while a long one runs, and would be ended.',
    better: '0',
  },
  {
    name: 'idle_in_transaction_session_timeout',
    isFine: (value) => value === '0' || Number(value) >= 10_000,
    because: 'A step is idle inside its transaction for as long as a message takes to come here and back.',
    better: "'1min'",
  },
  {
    name: 'synchronous_commit',
    isFine: (value) => value !== 'off',
    because: 'When the server crashes, revisions that were reported as applied may be gone, with their rows in the ledger.',
    better: 'on',
  },
  {
    name: 'TimeZone',
    isFine: (value) => /^(Etc\/)?(UTC|UCT|GMT|Zulu|Universal|Greenwich)$/i.test(value),
    because:
      'What a revision does with now()::date, or with timestamps without time zone, depends on it; other machines may have another one.',
    better: "'UTC'",
  },
];

const WAL_LEVEL = 'wal_level';

export const settings: Check = {
  name: 'settings',
  of: 'server',
  look: async (patient) => {
    const names = [...RULES.map(({ name }) => name), WAL_LEVEL];
    const values = new Map((await ask(patient, 'settings', row, [names])).map(({ name, value }) => [name, value]));
    const findings = RULES.flatMap((rule) => judge(patient, rule, values.get(rule.name)));
    if (values.get(WAL_LEVEL) === 'minimal' && !patient.embedded)
      findings.push(
        warning(
          'wal_level is minimal',
          ['There can be no backup to a moment before a migration, and no replica.'],
          ['alter system set wal_level = replica;   -- and restart the server'],
        ),
      );
    return findings.length > 0 ? findings : [fine(`${names.length} settings are as a migration wants them`)];
  },
};

function judge({ settings: { user }, embedded }: Patient, rule: Rule, value: string | undefined): Finding[] {
  // The embedded server promises nothing to outlive its machine, and says so.
  if (value === undefined || rule.isFine(value) || (embedded && rule.name === 'synchronous_commit')) return [];
  const repair = `alter role ${quoteIdentifier(user)} set ${rule.name === 'TimeZone' ? 'timezone' : rule.name} = ${rule.better};`;
  return [warning(`${rule.name} is ${value}${/timeout$/.test(rule.name) ? ' ms' : ''} for this role`, [rule.because], [repair])];
}
