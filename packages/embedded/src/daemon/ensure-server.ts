import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { databaseUrl } from '../database-url.ts';
import { DirectoryInUse } from '../errors/directory-in-use.ts';
import { EmbeddedInProduction } from '../errors/embedded-in-production.ts';
import { RunsOnAnotherPort } from '../errors/runs-on-another-port.ts';
import { control } from './control-client.ts';
import { recreateError } from './daemon-failure.ts';
import type { DaemonOptions } from './daemon-options.ts';
import { spawnDaemon } from './spawn-daemon.ts';
import { logPath, readState } from './state-file.ts';

export interface EnsureServerOptions {
  /** `.godwit/embedded` of a checkout: holds the databases. The state file and the log stand beside it. */
  readonly directory: string;
  /** Demands this port. Unless given, a checkout keeps the port that it had before, if it is free. */
  readonly port?: number;
  /** Stops after so long without a connection: 10 minutes unless given, `Infinity` for never. */
  readonly idleMs?: number;
  /** How long a connection waits behind one that is idle in a transaction; 30 s unless given. */
  readonly patienceMs?: number;
  /** `process.env` unless given. */
  readonly environment?: NodeJS.ProcessEnv;
}

export interface ServerAddress {
  /** Of the database `postgres`; `databaseUrl` gives those of others. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Whether this call started it. */
  readonly started: boolean;
}

const DEFAULT_IDLE_MS = 10 * 60_000;
/** How long another process may take to start a server, or to stop one: initdb on a slow machine. */
const OTHERS_START_MS = 60_000;
/** Whether it has gone instead is found out by starting anew, which costs a process: not too often. */
const READY_MS = 1_000;
const POLL_MS = 25;

/**
 * Finds the embedded server of a checkout or starts it in the background; either way it answers when this resolves. Called by several
 * processes at once, all get the same one.
 *
 * @throws EmbeddedInProduction, PortInUse when the demanded port is taken, RunsOnAnotherPort, DiskFull, DirectoryUnusable,
 *   DataUnreadable, DirectoryInUse when a server in another process has it, ServerStartFailed
 */
export async function ensureServer(options: EnsureServerOptions): Promise<ServerAddress> {
  refuseProduction(options.environment ?? process.env);
  const directory = resolve(options.directory);
  const running = await findServer(directory);
  if (running !== null) return expectPort(running, options.port);
  const daemon = {
    directory,
    port: options.port ?? null,
    preferredPort: (await readState(directory))?.port ?? usualPort(directory),
    idleMs: finite(options.idleMs ?? DEFAULT_IDLE_MS),
    patienceMs: options.patienceMs ?? null,
  };
  return expectPort(await startOrFind(daemon), options.port);
}

/** Starts a server, or waits for the one that another process starts or stops on the directory. */
async function startOrFind(daemon: DaemonOptions): Promise<ServerAddress> {
  const deadline = Date.now() + OTHERS_START_MS;
  for (;;) {
    const { report, child } = await spawnDaemon({ entry: 'daemon', argument: JSON.stringify(daemon), log: logPath(daemon.directory) });
    if (child.connected) child.disconnect();
    if (report.kind === 'ready') return address(report.pid, report.port, true);
    const error = recreateError(report, daemon);
    if (!(error instanceof DirectoryInUse) || Date.now() > deadline) throw error;
    const other = await awaitOther(daemon.directory);
    if (other !== null) return other;
  }
}

/** The running server of a checkout, kept from stopping just now; null when there is none. */
async function findServer(directory: string): Promise<ServerAddress | null> {
  const state = await readState(directory);
  if (state === null || (await control({ ...state, command: 'touch' })) === null) return null;
  return address(state.pid, state.port, false);
}

/** Another process holds the directory: its server is about to be ready, or about to be gone. Null when it is not ready for a while. */
async function awaitOther(directory: string): Promise<ServerAddress | null> {
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline) {
    const server = await findServer(directory);
    if (server !== null) return server;
    await delay(POLL_MS);
  }
  return null;
}

/** A server that runs on another port than the demanded one is not what was asked for. */
function expectPort(server: ServerAddress, port: number | undefined): ServerAddress {
  if (port !== undefined && server.port !== port) throw new RunsOnAnotherPort(server.port, port);
  return server;
}

function refuseProduction(environment: NodeJS.ProcessEnv): void {
  for (const variable of ['ENVIRONMENT', 'GODWIT_ENV'])
    if (environment[variable] === 'production') throw new EmbeddedInProduction(variable);
}

/** A port that belongs to the directory, so that a URL noted down stays right: between 20000 and 29999, below the ephemeral ones. */
function usualPort(directory: string): number {
  return 20_000 + (createHash('sha256').update(directory).digest().readUInt32BE(0) % 10_000);
}

function address(pid: number, port: number, started: boolean): ServerAddress {
  return { url: databaseUrl({ port, database: 'postgres' }), port, pid, started };
}

function finite(milliseconds: number): number | null {
  return Number.isFinite(milliseconds) ? milliseconds : null;
}
