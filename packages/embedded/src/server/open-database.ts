import { Engine } from '../engine/engine.ts';
import { internalQuery, internalScript } from '../engine/internal-query.ts';
import { compilePostgres } from '../engine/pglite-distribution.ts';
import { dropAbandonedLocks } from '../session/advisory-locks.ts';
import { dropAbandonedObjects } from '../session/temporary-objects.ts';
import type { DatabaseFiles } from '../storage/database-files.ts';
import type { DatabaseRecord } from '../storage/registry.ts';
import { TEMPLATE_DATABASE } from '../storage/template.ts';

/** An engine, and what a connection is told of it. */
export interface OpenDatabase {
  readonly engine: Engine;
  readonly backendPid: number;
  /** The settings that PostgreSQL reports to clients, with their defaults. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** A new database that has no name yet. */
export interface NamelessDatabase {
  readonly id: number;
  readonly directory: string;
  /** What it is called inside. */
  readonly catalogName: string;
  readonly open: OpenDatabase;
}

/** Opens the engine of a database, clears what a killed server left in it and gives the database its name, if it was renamed. */
export async function openDatabase(files: DatabaseFiles, record: DatabaseRecord): Promise<OpenDatabase> {
  const engine = await openEngine(files, record);
  await dropAbandonedLocks(engine);
  await dropAbandonedObjects(engine);
  if (record.catalogName !== record.name) await giveName(engine, files, record);
  return await introduce(engine);
}

/** Copies a data directory, which nobody writes meanwhile, and opens the copy; the template unless one is given. */
export async function makeDatabase(files: DatabaseFiles, source?: DatabaseRecord): Promise<NamelessDatabase> {
  const { id, directory } = files.newPlace();
  const catalogName = source?.catalogName ?? TEMPLATE_DATABASE;
  const copyFrom = source === undefined ? files.template : files.directoryOf(source);
  try {
    const wasm = await compilePostgres();
    const engine = await Engine.open({ kind: 'serve', directory, database: catalogName, wasm, copyFrom }, files.lost);
    return { id, directory, catalogName, open: await introduce(engine) };
  } catch (error) {
    await files.remove(directory);
    throw error;
  }
}

/** Makes a nameless database the one of this name. */
export async function nameDatabase(files: DatabaseFiles, nameless: NamelessDatabase, name: string): Promise<DatabaseRecord> {
  const { id, catalogName, open } = nameless;
  const record = { name, id, catalogName };
  try {
    await files.registry.replace(name, record);
  } catch (error) {
    await discardDatabase(files, nameless);
    throw error;
  }
  await giveName(open.engine, files, record);
  return record;
}

/** Removes a nameless database. */
export async function discardDatabase(files: DatabaseFiles, { open, directory }: NamelessDatabase): Promise<void> {
  await open.engine.kill();
  await files.remove(directory);
}

async function openEngine(files: DatabaseFiles, record: DatabaseRecord): Promise<Engine> {
  const directory = files.directoryOf(record);
  const wasm = await compilePostgres();
  const open = (database: string): Promise<Engine> => Engine.open({ kind: 'serve', directory, database, wasm }, files.lost);
  if (record.catalogName === record.name) return await open(record.name);
  // a crash between the writes of giveName leaves the new name in the catalog and the old one in the registry
  return await open(record.catalogName).catch(() => open(record.name));
}

async function giveName(engine: Engine, files: DatabaseFiles, record: DatabaseRecord): Promise<void> {
  // the list that came with a copy may hold a database of this name that is gone by now
  await internalQuery(engine, REMOVE_NAME, [record.name]);
  await internalQuery(engine, SET_NAME, [record.name]);
  await internalScript(engine, 'checkpoint');
  await files.registry.replace(record.name, { ...record, catalogName: record.name });
}

async function introduce(engine: Engine): Promise<OpenDatabase> {
  const rows = await internalQuery(engine, REPORTED_SETTINGS);
  const parameters = new Map(
    rows.flatMap(([name, value]) => (typeof name === 'string' && typeof value === 'string' ? [[name, value]] : [])),
  );
  const [[pid] = []] = await internalQuery(engine, 'select pg_catalog.pg_backend_pid()');
  return { engine, backendPid: Number(pid), parameters };
}

const REMOVE_NAME = 'delete from pg_catalog.pg_database where datname = $1 and datname <> pg_catalog.current_database()';
const SET_NAME = 'update pg_catalog.pg_database set datname = $1 where datname = pg_catalog.current_database()';

/** Those that are marked GUC_REPORT in PostgreSQL 18, but for the ones that are the session's. */
const REPORTED_SETTINGS = `
select name, setting from pg_catalog.pg_settings
where name in ('client_encoding', 'DateStyle', 'default_transaction_read_only', 'in_hot_standby', 'integer_datetimes', 'IntervalStyle',
  'scram_iterations', 'search_path', 'server_encoding', 'server_version', 'standard_conforming_strings', 'TimeZone')`;
