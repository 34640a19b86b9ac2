import { randomBytes } from 'node:crypto';
import { type DatabaseSettings, quoteIdentifier } from '@godwit/postgres';
import type { TestDatabase } from '@godwit/postgres/testing';

export interface TestRole {
  readonly name: string;
  /** To log in as it. */
  readonly settings: DatabaseSettings;
}

/** Runs with a role that may log in and nothing else; dropped afterwards, with what it owns. */
export async function withRole<T>({ client, settings }: TestDatabase, run: (role: TestRole) => Promise<T>): Promise<T> {
  const name = `godwit_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  const password = randomBytes(8).toString('hex');
  const role = quoteIdentifier(name);
  await client.query(`create role ${role} login password '${password}'`);
  try {
    return await run({ name, settings: { ...settings, user: name, password } });
  } finally {
    await client.query(`drop owned by ${role}; drop role ${role}`);
  }
}
