import { ContainerFailed } from '../errors.ts';
import type { ServerChoice } from './choose-server.ts';
import { loadOptional } from './optional-package.ts';

export interface RunningServer {
  /** Of a database there that is connected to and never changed. */
  readonly url: string;
  /** Takes it away with everything in it, when it was made for this run. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the server that was chosen, for as long as the run takes.
 *
 * @throws MissingTestPackage, ContainerFailed; what `startTemporaryServer` throws for the embedded one
 */
export async function startServer(choice: ServerChoice): Promise<RunningServer> {
  if (choice.kind === 'url') return { url: choice.url, stop: async () => undefined };
  return choice.kind === 'docker' ? startContainer(choice.image) : startEmbedded();
}

const A_DAY_MS = 86_400_000;

/** What a session has freed it keeps for its next statement: to get it from the kernel takes longer than to use it. For glibc, in bytes. */
const KEEPS_MEMORY = { MALLOC_TOP_PAD_: '4194304', MALLOC_TRIM_THRESHOLD_: '67108864', MALLOC_MMAP_THRESHOLD_: '67108864' };

/** Said once by the server that makes the database, and by the one that stays. */
const READY = /database system is ready to accept connections/;

/** The engine removes the container of a run that was killed. */
async function startContainer(image: string): Promise<RunningServer> {
  const packages = ['testcontainers', '@testcontainers/postgresql'];
  const load = () => Promise.all([import('testcontainers'), import('@testcontainers/postgresql')]);
  const [{ Wait }, { PostgreSqlContainer }] = await loadOptional(packages, 'a server in Docker', load);
  try {
    const container = await new PostgreSqlContainer(image)
      .withUsername('postgres')
      // Tests make roles of their own and log in as them.
      .withEnvironment({ POSTGRES_HOST_AUTH_METHOD: 'trust', ...KEEPS_MEMORY })
      // It lives as long as the run: in memory, and with no care for what a crash would leave.
      .withTmpFs({ '/var/lib/postgresql/data': 'rw' })
      .withCommand(['postgres', '-c', 'max_connections=200', '-c', 'fsync=off', '-c', 'full_page_writes=off'])
      // The library asks for the health four times a second as long as the container is there: a process and a session each time.
      .withHealthCheck({ test: ['CMD', 'true'], interval: A_DAY_MS })
      .withWaitStrategy(Wait.forAll([Wait.forLogMessage(READY, 2), Wait.forListeningPorts()]))
      .start();
    return { url: container.getConnectionUri(), stop: async () => void (await container.stop()) };
  } catch (error) {
    throw new ContainerFailed(image, error);
  }
}

/** It ends with this process, whether or not somebody gets to stop it. */
async function startEmbedded(): Promise<RunningServer> {
  const { startTemporaryServer } = await loadEmbedded();
  return startTemporaryServer();
}

/** The package of the embedded server. @throws MissingTestPackage */
export function loadEmbedded() {
  return loadOptional(['@godwit/embedded'], 'the embedded server', () => import('@godwit/embedded/client'));
}
