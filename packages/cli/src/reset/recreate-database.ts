import { GodwitError } from '@godwit/diagnostics';
import { type Client, type DatabaseSettings, quoteIdentifier, readSql, sqlStateOf, withClient } from '@godwit/postgres';
import * as v from 'valibot';
import type { DatabaseProperties } from './database-properties.ts';
import { accessStatements, createStatement, settingStatement } from './property-statements.ts';

/** The role could not finish what it would begin. */
class ResetNotPermitted extends GodwitError {
  constructor(reason: string, help: string, cause?: unknown) {
    super({ code: 'GW556', message: `The role ${reason}, so nothing was changed`, help, ...(cause === undefined ? {} : { cause }) });
  }
}

/** Where one stands to drop another. */
export const MAINTENANCE_DATABASE = 'postgres';

const NOT_PERMITTED = '42501';
const LONGEST_NAME = 63;

const rightsRow = v.object({ creates: v.boolean(), owns: v.boolean() });
const existsRow = v.object({ found: v.boolean() });

/**
 * Puts an empty database in the place of another, with all that belonged to that one: owner, encoding and locale, privileges, settings,
 * comment. The new one is whole under a name of its own before the old one is dropped, so what is not permitted changes nothing; and a
 * run that was killed in between is brought to its end by the next.
 *
 * @param properties null when there is no database of this name
 * @throws ResetNotPermitted
 */
export async function recreateDatabase(settings: DatabaseSettings, properties: DatabaseProperties | null): Promise<void> {
  const { database, user } = settings;
  const fresh = `${database.slice(0, LONGEST_NAME - SUFFIX.length)}${SUFFIX}`;
  await withClient({ ...settings, database: MAINTENANCE_DATABASE }, async (client) => {
    await checkRights(client, settings);
    if (properties === null) {
      const isReady = await exists(client, fresh);
      await client.query(isReady ? renameStatement(fresh, database) : `create database ${quoteIdentifier(database)}`);
      return;
    }
    await client.query(`drop database if exists ${quoteIdentifier(fresh)}`);
    try {
      await client.query(createStatement(fresh, properties));
      await withClient({ ...settings, database: fresh }, (inside) => furnish(inside, fresh, properties), { anyEncoding: true });
    } catch (error) {
      await client.query(`drop database if exists ${quoteIdentifier(fresh)} with (force)`);
      throw explain(error, user);
    }
    await client.query(`drop database if exists ${quoteIdentifier(database)} with (force)`);
    await client.query(renameStatement(fresh, database));
  });
}

const SUFFIX = '_godwit_reset';

function renameStatement(from: string, to: string): string {
  return `alter database ${quoteIdentifier(from)} rename to ${quoteIdentifier(to)}`;
}

async function exists(client: Client, database: string): Promise<boolean> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/database-exists.sql'), [database]);
  return v.parse(existsRow, rows[0]).found;
}

/** Asked first: a database that is gone and cannot be made again is worse than either. */
async function checkRights(client: Client, { database, user }: DatabaseSettings): Promise<void> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/reset-rights.sql'), [database]);
  const { creates, owns } = v.parse(rightsRow, rows[0]);
  const help = `use the role that owns the database and may create databases: alter role ${quoteIdentifier(user)} createdb`;
  if (!owns) throw new ResetNotPermitted(`${user} does not own the database ${database}`, help);
  if (!creates) throw new ResetNotPermitted(`${user} may drop the database ${database} and may not create it again`, help);
}

/** From within: the embedded server keeps what belongs to a database in the database. */
async function furnish(client: Client, name: string, properties: DatabaseProperties): Promise<void> {
  for (const statement of accessStatements(name, properties)) await client.query(statement);
  for (const setting of properties.settings ?? []) {
    await client.query('select pg_catalog.set_config($1, $2, false)', [setting.name, setting.value]);
    await client.query(settingStatement(name, setting));
  }
}

function explain(error: unknown, user: string): unknown {
  if (sqlStateOf(error) !== NOT_PERMITTED || !(error instanceof Error)) return error;
  const reason = `${user} may not give a new database the owner, the privileges or the settings of this one`;
  return new ResetNotPermitted(reason, 'use a role that may: the owner, or a superuser where a superuser made these settings', error);
}
