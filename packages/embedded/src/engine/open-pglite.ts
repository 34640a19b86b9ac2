import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto';
import { uuid_ossp } from '@electric-sql/pglite/contrib/uuid_ossp';
import { vector } from '@electric-sql/pglite-pgvector';
import type { EngineTask } from './engine-protocol.ts';
import { loadedWhenUsed } from './extension-files.ts';

/**
 * PGlite's own parameters without `search_path=public` and `allow_system_table_mods`, so that defaults are those of a real server.
 * Prepared transactions hold the advisory locks of connections that are not running (see `park-session.ts`).
 */
const SETTINGS = [
  'exit_on_error=false',
  'log_checkpoints=false',
  'max_worker_processes=0',
  'max_parallel_workers=0',
  'max_parallel_workers_per_gather=0',
  'max_parallel_maintenance_workers=0',
  'io_method=sync',
  'max_prepared_transactions=100',
  // all of its shared memory is written once by opening, a quarter of the time that takes or more: 25 MB
  'shared_buffers=16MB',
  'io_max_concurrency=1',
  'max_pred_locks_per_transaction=10',
  'max_wal_size=128MB',
  'min_wal_size=2MB',
];

const EXTENSIONS = {
  vector: loadedWhenUsed(vector),
  pg_trgm: loadedWhenUsed(pg_trgm),
  uuid_ossp: loadedWhenUsed(uuid_ossp),
  pgcrypto: loadedWhenUsed(pgcrypto),
};

/** Opens a data directory, or makes one when it is empty. `onLog` gets the lines that PostgreSQL writes to stderr. */
export function openPglite(task: EngineTask, onLog: (line: string) => void): Promise<PGlite> {
  return PGlite.create({
    dataDir: task.directory,
    database: task.database,
    pgliteWasmModule: task.wasm,
    ...(task.kind === 'serve' ? { extensions: EXTENSIONS } : {}),
    // segments of 1 MB: a database is then 10 MB instead of 40, and copied that much faster
    initDbStartParams: ['--wal-segsize=1'],
    startParams: ['--single', '-F', '-j', ...SETTINGS.flatMap((setting) => ['-c', setting])],
    onStderr: (line) => {
      onLog(line);
      return false;
    },
  });
}
