import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'pg';
import * as v from 'valibot';
import { releaseAdvisoryLock, tryAdvisoryLock } from '../advisory-lock.ts';
import { quoteIdentifier } from '../quote.ts';
import { readSql } from '../read-sql.ts';
import { sqlStateOf } from '../server-error-fields.ts';
import { DatabaseBusy } from './database-busy.ts';

const IN_USE = '55006';
const MISSING = '3D000';
const DUPLICATE = '42P04';

/** How often, and how long between: a session that was just closed takes the server a moment, autovacuum may take some. */
const ATTEMPTS = 40;
const PAUSE_MS = 100;

const named = v.array(v.object({ name: v.string() }));
const chosen = v.object({ strategy: v.picklist(['file_copy', 'wal_log']) });

/** Those whose names begin so and that this role may drop, newest first. */
export async function listDatabases(admin: Client, prefix: string): Promise<readonly string[]> {
  const { rows } = await admin.query(readSql(import.meta.url, './sql/databases.sql'), [prefix]);
  return v.parse(named, rows).map(({ name }) => name);
}

/** Creates an empty database, in the way that is faster on this server. @param options more of CREATE DATABASE: `template template0` */
export async function createDatabase(admin: Client, name: string, options = ''): Promise<void> {
  await admin.query(`create database ${quoteIdentifier(name)} ${options} strategy ${await copyStrategy(admin)}`);
}

/**
 * Creates a database as a copy of another one, in the way that is faster on this server.
 *
 * @returns false when there is no such other one
 * @throws DatabaseBusy when somebody stays connected to it
 */
export async function copyDatabase(admin: Client, template: string, name: string): Promise<boolean> {
  const copy = `create database ${quoteIdentifier(name)} template ${quoteIdentifier(template)} strategy ${await copyStrategy(admin)}`;
  try {
    await whenFree(template, () => admin.query(copy));
    return true;
  } catch (error) {
    if (sqlStateOf(error) === MISSING) return false;
    throw error;
  }
}

/** @returns false when there is no such one, or one of the other name already; @throws DatabaseBusy when somebody stays connected to it */
export async function renameDatabase(admin: Client, name: string, to: string): Promise<boolean> {
  try {
    await whenFree(name, () => admin.query(`alter database ${quoteIdentifier(name)} rename to ${quoteIdentifier(to)}`));
    return true;
  } catch (error) {
    if ([DUPLICATE, MISSING].includes(sqlStateOf(error) ?? '')) return false;
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

async function copyStrategy(admin: Client): Promise<'file_copy' | 'wal_log'> {
  const { rows } = await admin.query(readSql(import.meta.url, './sql/copy-strategy.sql'));
  return v.parse(chosen, rows[0]).strategy;
}

async function whenFree(name: string, work: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await work();
      return;
    } catch (error) {
      if (sqlStateOf(error) !== IN_USE) throw error;
      if (attempt === ATTEMPTS) throw new DatabaseBusy(name, error);
    }
    await delay(PAUSE_MS);
  }
}
