import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '@godwit/postgres/testing';
import type { Client } from 'pg';
import type { AttemptEnding } from '../attempt/attempt-transaction.ts';
import { type AttemptWork, type NewAttempt, runAttempt } from '../attempt/run-attempt.ts';
import type { StoredUndo } from '../attempt/stored-attempt.ts';
import type { ExecuteSettings } from '../execute/execute-settings.ts';
import { ledgerHead } from '../ledger/ledger.ts';
import { readLedger } from '../ledger/read-ledger.ts';
import { actor } from './migrate.ts';

/** A text as watch would apply it. */
export function newAttempt(body: string, undo: string | StoredUndo | null, more: Partial<NewAttempt> = {}): NewAttempt {
  return {
    id: randomUUID(),
    text: { name: 'current.sql', body, transactional: !body.startsWith('--! no-transaction'), hasPlaceholders: true },
    digest: `sha256:${body}`,
    undo: typeof undo === 'string' ? { source: 'revert.sql', body: undo, transactional: !undo.startsWith('--! no-transaction') } : undo,
    base: () => null,
    recorded: true,
    ...more,
  };
}

/** Runs what is asked on the ledger as it stands, unless told otherwise. */
export async function attempt(
  database: TestDatabase,
  work: Partial<AttemptWork>,
  { settings, client = database.client }: { readonly settings?: Partial<ExecuteSettings>; readonly client?: Client } = {},
): Promise<AttemptEnding> {
  const expectedHead = ledgerHead(await readLedger(client))?.hash ?? null;
  return await runAttempt(
    { client, connect: () => database.connect(), settings: { placeholders: {}, pgSettings: {}, actor, ...settings } },
    { expectedHead, previous: null, next: null, ...work },
  );
}
