import { Engine } from '../engine/engine.ts';
import { internalQuery, internalScript } from '../engine/internal-query.ts';
import { compilePostgres } from '../engine/pglite-distribution.ts';
import type { DatabaseFiles } from '../storage/database-files.ts';
import type { DatabaseRecord } from '../storage/registry.ts';

/** An engine, and what a connection is told of it. */
export interface OpenDatabase {
  readonly engine: Engine;
  readonly backendPid: number;
  /** The settings that PostgreSQL reports to clients, with their defaults. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** Opens the engine of a database and gives the database its name, if it was copied from another or renamed. */
export async function openDatabase(files: DatabaseFiles, record: DatabaseRecord): Promise<OpenDatabase> {
  const engine = await openEngine(files, record);
  if (record.catalogName !== record.name) await giveName(engine, files, record);
  const rows = await internalQuery(engine, REPORTED_SETTINGS);
  const parameters = new Map(
    rows.flatMap(([name, value]) => (typeof name === 'string' && typeof value === 'string' ? [[name, value]] : [])),
  );
  const [[pid] = []] = await internalQuery(engine, 'select pg_backend_pid()');
  return { engine, backendPid: Number(pid), parameters };
}

async function openEngine(files: DatabaseFiles, record: DatabaseRecord): Promise<Engine> {
  const directory = files.directoryOf(record);
  const wasm = await compilePostgres();
  const open = (database: string): Promise<Engine> => Engine.open({ kind: 'serve', directory, database, wasm });
  if (record.catalogName === record.name) return await open(record.name);
  // a crash between the writes of giveName leaves the new name in the catalog and the old one in the registry
  return await open(record.catalogName).catch(() => open(record.name));
}

async function giveName(engine: Engine, files: DatabaseFiles, record: DatabaseRecord): Promise<void> {
  await internalQuery(engine, 'update pg_catalog.pg_database set datname = $1 where datname = current_database()', [record.name]);
  await internalScript(engine, 'checkpoint');
  await files.registry.replace(record.name, { ...record, catalogName: record.name });
}

/** Those that are marked GUC_REPORT in PostgreSQL 18, but for the ones that are the session's. */
const REPORTED_SETTINGS = `select name, setting from pg_catalog.pg_settings where name in (
  'client_encoding', 'DateStyle', 'default_transaction_read_only', 'in_hot_standby', 'integer_datetimes', 'IntervalStyle',
  'scram_iterations', 'search_path', 'server_encoding', 'server_version', 'standard_conforming_strings', 'TimeZone')`;
