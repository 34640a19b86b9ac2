import type { Client } from '@godwit/postgres';
import { connect, isEmbeddedServer, quoteIdentifier, withClient } from '@godwit/postgres';
import { type TestDatabase, testServer } from '@godwit/postgres/testing';
import type { Finding } from '../finding.ts';
import { NO_NEEDS } from '../history-needs.ts';
import type { Check, Patient } from '../patient.ts';

/** A database of a test, to be looked at. */
export function patientOf({ client, settings, connect: again }: TestDatabase, other: Partial<Patient> = {}): Patient {
  const embedded = isEmbeddedServer(client);
  return { client, connect: again, settings, exists: true, embedded, needs: NO_NEEDS, production: false, now: () => new Date(), ...other };
}

/** State and summary of each finding of a check. */
export async function said(check: Check, patient: Patient): Promise<readonly string[]> {
  return (await check.look(patient)).map(({ state, summary }) => `${state}: ${summary}`);
}

/** All that a check advises, as one text. */
export function advice(findings: readonly Finding[]): string {
  return findings.flatMap(({ repair }) => repair).join('\n');
}

/** Runs with a role that may log in and nothing else, connected to the database of the test. */
export async function withPoorRole<T>(
  database: TestDatabase,
  run: (poor: { readonly role: string; readonly client: Client }) => Promise<T>,
): Promise<T> {
  const role = `${database.settings.database}_poor`;
  await database.client.query(`create role ${quoteIdentifier(role)} login`);
  const client = await connect({ ...database.settings, user: role });
  try {
    return await run({ role, client });
  } finally {
    await client.end();
    await database.client.query(`drop owned by ${quoteIdentifier(role)}`);
    await withClient(testServer().settings, (admin) => admin.query(`drop role ${quoteIdentifier(role)}`));
  }
}
