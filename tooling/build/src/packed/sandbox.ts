import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { type Finished, run, runWell } from './run.ts';

/** A folder of a stranger's machine: nothing of this repository on the PATH, nothing in the environment that names a database. */
export interface Sandbox {
  readonly folder: string;
  /** `node` and `npm` by name; `godwit` from the folder's own `node_modules`. */
  readonly run: (words: readonly string[], options?: SandboxRunOptions) => Finished;
  /** The same. @throws Error when it does not end with 0 */
  readonly runWell: (words: readonly string[], options?: SandboxRunOptions) => Finished;
}

export interface SandboxRunOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** A folder inside the sandbox; the sandbox itself by default. */
  readonly within?: string;
}

/** The Node of the PATH without us, or the one that runs this script. */
export type NodeChoice = 'of the machine' | 'ours';

export function createSandbox(folder: string, node: NodeChoice): Sandbox {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const kept = { ...strangersEnvironment(), NO_COLOR: '1', PATH: pathOf(node) };
  const call =
    (runner: typeof run) =>
    (words: readonly string[], { environment = {}, within = '.' }: SandboxRunOptions = {}) => {
      const [command = '', ...rest] = words;
      const own = command === 'godwit' ? join(folder, 'node_modules', '.bin', 'godwit') : command;
      return runner(own, rest, { directory: join(folder, within), environment: { ...kept, ...environment } });
    };
  return { folder, run: call(run), runWell: call(runWell) };
}

/** What would tell the command where a database is, or which package manager runs us. */
const OURS =
  /^(PG|GODWIT_|SHADOW_|DATABASE_URL$|ENVIRONMENT$|NODE_OPTIONS$|INIT_CWD$|npm_(config_user_agent|execpath|node_execpath|command|lifecycle_|package_))/;

function strangersEnvironment(): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS.test(name)));
}

function pathOf(node: NodeChoice): string {
  const strangers = (process.env.PATH ?? '').split(delimiter).filter((part) => !part.includes('node_modules'));
  return [...(node === 'ours' ? [dirname(process.execPath)] : []), ...strangers].join(delimiter);
}
