import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { databaseUrl } from '../database-url.ts';
import { DirectoryInUse } from '../errors/directory-in-use.ts';
import { explainStartError } from '../errors/explain-start-error.ts';
import { DatabaseFiles } from '../storage/database-files.ts';
import { type DirectoryLock, holderOf, lockDirectory } from '../storage/directory-lock.ts';
import { defaultCacheDirectory, ensureTemplate } from '../storage/template.ts';
import { Cluster } from './cluster.ts';
import type { Controller } from './control.ts';
import { DatabaseCommands } from './database-commands.ts';
import { FrontDesk } from './front-desk.ts';
import { listen } from './listen.ts';
import type { DatabaseStatus } from './status.ts';

export interface ServerOptions {
  /** Holds the databases; made when it is not there. */
  readonly directory: string;
  /** 0 or absent: any free one. */
  readonly port?: number;
  /** 127.0.0.1 unless given. */
  readonly host?: string;
  /** How long a connection waits behind one that is idle in a transaction before it is refused; 30 s unless given. */
  readonly patienceMs?: number;
  /** Where the empty cluster that databases are copied from is kept; the user's cache directory unless given. */
  readonly cacheDirectory?: string;
  /** Answers commands to the server itself; nobody does unless given. */
  readonly controller?: Controller;
  /** Called with errors that are nobody's fault but this server's; their client is told as well. */
  readonly onDefect?: (error: unknown) => void;
  /** Called with the number of connections whenever it changed. */
  readonly onConnections?: (count: number) => void;
  /** Called once when the data directory was deleted or replaced: all connections are over, and `stop` is all that is left to do. */
  readonly onLost?: (reason: Error) => void;
}

export interface RunningServer {
  readonly host: string;
  readonly port: number;
  /** The URL of a database; of `postgres` unless given. */
  url(database?: string): string;
  /** All databases by name, with their sizes. */
  databases(): Promise<DatabaseStatus[]>;
  /** Whether the data directory was deleted, or is another one by now. */
  isLost(): boolean;
  /**
   * Ends all connections and closes the databases cleanly; those that still run a statement after 5 s as a crash would. Writes nothing
   * where the data directory is lost.
   */
  stop(): Promise<void>;
}

/** How often is looked whether the data directory is still there. A new server on its path takes longer to start. */
const LOOK_MS = 200;

/** The database that is always there. */
const FIRST_DATABASE = 'postgres';

/**
 * Starts a server in this process.
 *
 * @throws DirectoryInUse when another server has the directory, PortInUse when the demanded port is taken, DiskFull, DirectoryUnusable,
 *   DataUnreadable
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  try {
    await mkdir(options.directory, { recursive: true });
    const lock = lockDirectory(options.directory);
    if (lock === null) throw new DirectoryInUse(options.directory, holderOf(options.directory));
    try {
      return await serve(options, lock);
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    throw explainStartError(options.directory, error);
  }
}

async function serve(options: ServerOptions, lock: DirectoryLock): Promise<RunningServer> {
  const { directory, host = '127.0.0.1', patienceMs = 30_000, onConnections = () => undefined } = options;
  const template = await ensureTemplate(options.cacheDirectory ?? defaultCacheDirectory(), directory);
  const files = await DatabaseFiles.open(directory, template, lock);
  const cluster = new Cluster(files, patienceMs);
  const commands = new DatabaseCommands(cluster);
  await commands.ensure(FIRST_DATABASE);
  const desk = new FrontDesk({
    cluster,
    commands,
    controller: options.controller,
    onConnections,
    onDefect: options.onDefect ?? (() => undefined),
  });
  const server = createServer((socket) => desk.receive(socket));
  const port = await listen(server, host, options.port ?? 0);
  const url = (database: string): string => databaseUrl({ host, port, database });
  const lookout = setInterval(() => {
    const loss = files.lost();
    if (loss === null) return;
    clearInterval(lookout);
    cluster.abandon(loss);
    options.onLost?.(loss);
  }, LOOK_MS);
  lookout.unref();
  return {
    host,
    port,
    url: (database = FIRST_DATABASE) => url(database),
    databases: async () => (await cluster.describe()).map((database) => ({ ...database, url: url(database.name) })),
    isLost: () => files.lost() !== null,
    stop: async () => {
      clearInterval(lookout);
      server.close();
      const loss = files.lost();
      if (loss !== null) cluster.abandon(loss);
      await cluster.stop(desk.dismissAll());
      await commands.stop();
      lock.release();
    },
  };
}
