import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestServer } from './test-server.ts';
import { chooseTestServer } from './test-server.ts';

/** Starts, once for all test files, the server that their databases are made on; the returned function stops it. */
export default async function setup(): Promise<() => Promise<void>> {
  const choice = await chooseTestServer(process.env);
  const server = await start(choice);
  process.env.GODWIT_TEST_SERVER_URL = server.url;
  process.env.GODWIT_TEST_SERVER_KIND = choice.kind;
  process.stderr.write(`test server: ${choice.words}\n`);
  return server.stop;
}

interface RunningServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

async function start(choice: TestServer): Promise<RunningServer> {
  if (choice.kind === 'url') return { url: choice.url, stop: async () => undefined };
  return choice.kind === 'docker' ? startContainer() : startEmbedded();
}

async function startContainer(): Promise<RunningServer> {
  const { PostgreSqlContainer } = await import('@testcontainers/postgresql');
  const container = await new PostgreSqlContainer('pgvector/pgvector:pg17')
    .withUsername('postgres')
    // tests make roles of their own and log in as them
    .withEnvironment({ POSTGRES_HOST_AUTH_METHOD: 'trust' })
    .withCommand(['postgres', '-c', 'max_connections=200', '-c', 'fsync=off'])
    .start();
  return { url: container.getConnectionUri(), stop: async () => void (await container.stop()) };
}

async function startEmbedded(): Promise<RunningServer> {
  const { ensureServer, stopServer } = await import('@godwit/embedded/client');
  const folder = await mkdtemp(join(tmpdir(), 'godwit-test-'));
  const directory = join(folder, 'embedded');
  const { url } = await ensureServer({ directory, environment: {} });
  return {
    url,
    stop: async () => {
      await stopServer(directory);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
