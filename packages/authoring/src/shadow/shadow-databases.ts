import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Client, quoteIdentifier, readSql, releaseAdvisoryLock, sqlStateOf, tryAdvisoryLock } from '@godwit/postgres';
import * as v from 'valibot';
import { ShadowBusy } from './errors.ts';

const IN_USE = '55006';
const MISSING = '3D000';
const DUPLICATE = '42P04';

/** How often, and how long between: a session that was just closed takes the server a moment, autovacuum may take some. */
const ATTEMPTS = 40;
const PAUSE_MS = 100;

const named = v.array(v.object({ name: v.string() }));

/** Those whose names begin so, newest first. */
export async function listDatabases(admin: Client, prefix: string): Promise<readonly string[]> {
  const { rows } = await admin.query(readSql(import.meta.url, './sql/databases.sql'), [prefix]);
  return v.parse(named, rows).map(({ name }) => name);
}

/**
 * Creates an empty database, or a copy of another one.
 *
 * @returns false when there is no such other one
 * @throws ShadowBusy when somebody stays connected to it
 */
export async function createDatabase(admin: Client, name: string, template: string | null = null): Promise<boolean> {
  const copy = template === null ? '' : ` template ${quoteIdentifier(template)}`;
  try {
    await whenFree(template ?? name, () => admin.query(`create database ${quoteIdentifier(name)}${copy}`));
    return true;
  } catch (error) {
    if (template !== null && sqlStateOf(error) === MISSING) return false;
    throw error;
  }
}

/** @returns false when there is one of that name already */
export async function renameDatabase(admin: Client, name: string, to: string): Promise<boolean> {
  try {
    await whenFree(name, () => admin.query(`alter database ${quoteIdentifier(name)} rename to ${quoteIdentifier(to)}`));
    return true;
  } catch (error) {
    if (sqlStateOf(error) === DUPLICATE) return false;
    throw error;
  }
}

/** Whoever is still connected is thrown out. */
export async function dropDatabase(admin: Client, name: string): Promise<void> {
  await admin.query(`drop database if exists ${quoteIdentifier(name)} with (force)`);
}

/** Says that a database is in use; the end of the session says that it is not any more, however that came. */
export function claimDatabase(admin: Client, name: string): Promise<boolean> {
  return tryAdvisoryLock(admin, lockOf(name));
}

export function releaseDatabase(admin: Client, name: string): Promise<void> {
  return releaseAdvisoryLock(admin, lockOf(name));
}

function lockOf(name: string): bigint {
  return createHash('sha256').update(`shadow database ${name}`).digest().readBigInt64BE();
}

async function whenFree(name: string, work: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await work();
      return;
    } catch (error) {
      if (sqlStateOf(error) !== IN_USE) throw error;
      if (attempt === ATTEMPTS) throw new ShadowBusy(name, error);
    }
    await pause(PAUSE_MS);
  }
}
