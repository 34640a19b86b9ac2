import { GodwitError } from '@godwit/diagnostics';
import { readServerError, readSql } from '@godwit/postgres';
import { activity } from './checks/activity.ts';
import { clock } from './checks/clock.ts';
import { columnNumbers } from './checks/column-numbers.ts';
import { connections } from './checks/connections.ts';
import { encoding } from './checks/encoding.ts';
import { extensions } from './checks/extensions.ts';
import { indexes } from './checks/indexes.ts';
import { ledger } from './checks/ledger.ts';
import { pooler } from './checks/pooler.ts';
import { privileges } from './checks/privileges.ts';
import { replicas } from './checks/replicas.ts';
import { sequences } from './checks/sequences.ts';
import { settings } from './checks/settings.ts';
import { slots } from './checks/slots.ts';
import { version } from './checks/version.ts';
import { type Finding, problem, unknown } from './finding.ts';
import type { Check, Patient } from './patient.ts';

/** All checks, in the order in which a person would ask. */
const CHECKS: readonly Check[] = [
  version,
  encoding,
  pooler,
  privileges,
  extensions,
  settings,
  connections,
  clock,
  activity,
  replicas,
  slots,
  ledger,
  indexes,
  sequences,
  columnNumbers,
];

export interface CheckFindings {
  readonly check: string;
  readonly findings: readonly Finding[];
}

export interface ExamineOptions {
  readonly patient: Patient;
  /** Called as soon as a check is done. */
  readonly observer?: (result: CheckFindings) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Asks everything that has a meaning there. Changes nothing: each question has a read-only transaction of its own that does not wait for locks, nor
 * take long. Nothing is set for the session, which through a pooler would be the application's afterwards. A question that the server refuses is a finding of
 * its own, and the others are asked all the same.
 *
 * @throws the signal's reason
 */
export async function examine({ patient, observer, signal }: ExamineOptions): Promise<readonly CheckFindings[]> {
  const results: CheckFindings[] = [];
  for (const check of CHECKS.filter((one) => isMeant(one, patient))) {
    signal?.throwIfAborted();
    const result = { check: check.name, findings: await look(check, patient) };
    signal?.throwIfAborted();
    results.push(result);
    observer?.(result);
  }
  return results;
}

function isMeant({ of }: Check, { exists, embedded }: Patient): boolean {
  if (of === 'own server') return !embedded;
  return of === 'server' || exists;
}

async function look(check: Check, patient: Patient): Promise<readonly Finding[]> {
  try {
    return await (check.betweenTransactions === true ? check.look(patient) : inTransaction(patient, () => check.look(patient)));
  } catch (error) {
    if (error instanceof GodwitError) return [problem(error.message, error.details, error.help?.split('\n') ?? [])];
    const server = readServerError(error);
    if (server === null) throw error;
    return [unknown(`the server does not say: ${server.message}`)];
  }
}

async function inTransaction<T>({ client }: Patient, work: () => Promise<T>): Promise<T> {
  await client.query(readSql(import.meta.url, './sql/begin-look.sql'));
  try {
    return await work();
  } finally {
    // Where the connection is lost, the work has said so.
    await client.query('rollback').catch(() => undefined);
  }
}
