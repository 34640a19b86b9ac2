import { rm } from 'node:fs/promises';
import { startServer } from '../server/server.ts';
import { describeFailure } from './daemon-failure.ts';
import { report } from './report.ts';
import { dataDirectory } from './temporary-folder.ts';

/** The process of a temporary server: serves as long as the process that started it is there and wants it, and takes its folder along. */

const folder = process.argv[2] ?? '';
const running = startServer({ directory: dataDirectory(folder), onDefect: console.error, onLost: () => void end() });
let ending: Promise<void> | null = null;

function end(): Promise<void> {
  ending ??= (async () => {
    await running.then(
      (server) => server.stop(),
      () => undefined,
    );
    await rm(folder, { recursive: true, force: true });
    process.exit(0);
  })();
  return ending;
}

process.once('disconnect', () => void end());
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void end());

try {
  const { port } = await running;
  await report({ kind: 'ready', pid: process.pid, port });
  // It may have gone meanwhile.
  if (!process.connected) await end();
} catch (error) {
  console.error(error);
  await report(describeFailure(error));
  // Whoever hears why decides what becomes of the log.
  if (process.connected) process.exit(1);
  await end();
}
