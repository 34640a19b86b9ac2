import { join } from 'node:path';
import { type DatabaseSettings, parseDatabaseUrl } from '@godwit/postgres';
import { findProject } from '../project/find-project.ts';
import type { Environment } from './choose-server.ts';
import { inspectServer } from './inspect-server.ts';
import { loadEmbedded } from './start-server.ts';
import { type TestServer, testServer } from './test-server.ts';

/** How long the embedded server of a project waits for the next test before it stops. */
const IDLE_MS = 60_000;

export interface FoundServer extends TestServer {
  /** A database there that is connected to and never changed. */
  readonly admin: DatabaseSettings;
}

let found: Promise<FoundServer> | undefined;

/** The run's server: the one that the global setup has started, else the one of the URL, else the project's embedded one. Looked for once a process. */
export function findServer(): Promise<FoundServer> {
  found ??= openServer(process.env).catch((error: unknown) => {
    found = undefined;
    throw error;
  });
  return found;
}

/** @throws what `inspectServer` and `ensureServer` throw; MissingTestPackage */
async function openServer(environment: Environment): Promise<FoundServer> {
  const server = testServer(environment);
  const started = environment.GODWIT_TEST_SERVER_URL;
  if (started) return { ...server, admin: parseDatabaseUrl(started, 'test') };
  if (server.kind === 'url') {
    const admin = parseDatabaseUrl(environment.GODWIT_TEST_DATABASE_URL ?? '', 'test');
    const { embedded } = await inspectServer(admin);
    return { ...(embedded ? testServer({}) : server), admin };
  }
  const { ensureServer } = await loadEmbedded();
  const directory = join(findProject(process.cwd()).root, '.godwit', 'testing');
  const { url } = await ensureServer({ directory, idleMs: IDLE_MS, environment: {} });
  return { ...server, admin: parseDatabaseUrl(url, 'test') };
}
