import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface PsqlRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface PsqlOptions {
  readonly url: string;
  readonly script: string;
  /** Before the file: `['-1']`, `['-v', 'lo=1']`. */
  readonly args?: readonly string[];
  /** The text of a `~/.psqlrc`; without one none is read. */
  readonly psqlrc?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface SkippableTest {
  skipIf(condition: boolean): unknown;
}

/** The oldest psql that reads the body of `language sql begin atomic … end` as one statement. */
const OLDEST = 14;

/** `test` of vitest, skipped where there is no psql, or one that is too old. */
export function withPsql<T extends SkippableTest>(test: T): ReturnType<T['skipIf']>;
export function withPsql(test: SkippableTest): unknown {
  const version = /(\d+)/.exec(spawnSync('psql', ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1];
  return test.skipIf(version === undefined || Number(version) < OLDEST);
}

/** Runs a script as a person would: `psql -f FILE`. */
export async function runPsql({ url, script, args = [], psqlrc, env = {} }: PsqlOptions): Promise<PsqlRun> {
  const folder = await mkdtemp(join(tmpdir(), 'godwit-psql-'));
  try {
    await writeFile(join(folder, 'script.sql'), script);
    if (psqlrc !== undefined) await writeFile(join(folder, 'psqlrc'), psqlrc);
    const quiet = psqlrc === undefined ? ['-X'] : [];
    return await run([...quiet, ...args, '-f', 'script.sql', url], folder, { ...env, PSQLRC: join(folder, 'psqlrc') });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run(args: readonly string[], cwd: string, env: Readonly<Record<string, string>>): Promise<PsqlRun> {
  return new Promise((resolve, reject) => {
    const child = spawn('psql', args, { cwd, env: { PATH: process.env.PATH, LC_ALL: 'C', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output.stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...output }));
  });
}
