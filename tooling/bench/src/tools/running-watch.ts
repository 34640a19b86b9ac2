import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import type { BenchDatabase } from '../server/native-server.ts';

export interface RunningWatchOptions {
  readonly command: string;
  readonly arguments: readonly string[];
  readonly directory: string;
  readonly database: BenchDatabase;
  /** The file that is saved. */
  readonly file: string;
  /** What it says when it is ready for a save. */
  readonly ready: RegExp;
  /** The text of the nth save, which has to end in NOTIFY of the channel `saved` with n. */
  readonly textOf: (save: number) => string;
}

/** A tool that watches a file, and how long a save takes to arrive. */
export interface RunningWatch {
  /** Saves the file and gives the milliseconds until what stands there is committed. */
  readonly save: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** Nothing is saved so soon after the last time: a tool may still be tidying up. */
const PAUSE_MS = 500;

/** Longer than any of them takes. */
const LONGEST_MS = 30_000;

/** Starts the tool and waits until it is ready. The database itself says when a save has arrived: by a notification, which comes with the commit. */
export async function startWatch(options: RunningWatchOptions): Promise<RunningWatch> {
  const { command, arguments: words, directory, database, file, ready, textOf } = options;
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(command, [...words], {
    cwd: directory,
    env: { PATH, HOME, NO_COLOR: '1', DATABASE_URL: database.url, SHADOW_DATABASE_URL: database.shadowUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await untilSaid(child, ready);
  const client = await database.connect();
  await client.query('listen saved');
  let saves = 0;
  return {
    save: async () => {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      const save = String(++saves);
      const arrived = new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`${words.join(' ')} did not apply save ${save}`)), LONGEST_MS);
        client.on('notification', function seen({ payload }) {
          if (payload !== save) return;
          clearTimeout(timer);
          client.off('notification', seen);
          resolve();
        });
      });
      const started = performance.now();
      await writeFile(file, textOf(saves));
      await arrived;
      return performance.now() - started;
    },
    stop: async () => {
      await client.end();
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** @throws Error when it ends without having said it */
function untilSaid(child: ChildProcess, text: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const see = (chunk: Buffer): void => {
      said += chunk.toString();
      if (text.test(said)) resolve();
    };
    child.stdout?.on('data', see);
    child.stderr?.on('data', see);
    child.once('exit', (code) => reject(new Error(`it ended with ${code}: ${said}`)));
  });
}
