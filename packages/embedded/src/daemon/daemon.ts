import { randomBytes } from 'node:crypto';
import { PortInUse } from '../errors/port-in-use.ts';
import type { RunningServer } from '../server/server.ts';
import { startServer } from '../server/server.ts';
import type { ServerStatus } from '../server/status.ts';
import { describeFailure } from './daemon-failure.ts';
import { parseDaemonOptions } from './daemon-options.ts';
import { IdleTimer } from './idle-timer.ts';
import { report } from './report.ts';
import { StateKeeper } from './state-keeper.ts';

/** The background process: serves until it is told to stop, by command or signal, or has been idle for long enough. */

/** For the answer to `stop` to get out. */
const LAST_ANSWER_MS = 500;

const options = parseDaemonOptions(process.argv[2] ?? '{}');
const token = randomBytes(16).toString('hex');
const startedAt = new Date();
let stopping: Promise<void> | null = null;
let state: StateKeeper | null = null;

async function start(): Promise<RunningServer> {
  const { directory, port, preferredPort, patienceMs } = options;
  const common = {
    directory,
    ...(patienceMs === null ? {} : { patienceMs }),
    controller: { token, command },
    onDefect: console.error,
    onLost: (reason: Error) => {
      console.error(`ending without writing anything: ${reason.message}`);
      void stop();
    },
    onConnections: (count: number) => (count > 0 || stopping !== null ? idle.hold() : idle.touch()),
  };
  try {
    return await startServer({ ...common, port: port ?? preferredPort ?? 0 });
  } catch (error) {
    if (port === null && preferredPort !== null && error instanceof PortInUse) return await startServer({ ...common, port: 0 });
    throw error;
  }
}

async function command(name: string): Promise<string | null> {
  if (name !== 'stop' && (stopping !== null || (await running).isLost())) return null;
  if (name === 'touch') idle.touch();
  if (name === 'stop') await stop();
  return name === 'stop' ? 'stopped' : JSON.stringify(await status());
}

async function status(): Promise<ServerStatus> {
  const server = await running;
  const databases = await server.databases();
  return {
    pid: process.pid,
    port: server.port,
    url: server.url(),
    startedAt: startedAt.toISOString(),
    uptimeMs: Date.now() - startedAt.getTime(),
    connections: databases.reduce((sum, { connections }) => sum + connections, 0),
    databases,
    idleStopAt: idle.deadline === null ? null : new Date(idle.deadline).toISOString(),
  };
}

/** Resolves when everything is closed; the process ends once the last answer is out. */
function stop(): Promise<void> {
  stopping ??= (async () => {
    idle.hold();
    await state?.remove();
    await (await running).stop();
    // nothing is left to do but the last answer; a socket that lingers does not hold the process up
    setTimeout(() => process.exit(0), LAST_ANSWER_MS).unref();
  })();
  return stopping;
}

const idle = new IdleTimer(options.idleMs ?? Number.POSITIVE_INFINITY, () => void stop());
const running = start();

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop());

try {
  const { port } = await running;
  state = await StateKeeper.start(options.directory, { pid: process.pid, port, token, startedAt: startedAt.toISOString() });
  await report({ kind: 'ready', pid: process.pid, port });
  if (process.connected) process.disconnect?.();
} catch (error) {
  console.error(error);
  await report(describeFailure(error));
  process.exit(1);
}
