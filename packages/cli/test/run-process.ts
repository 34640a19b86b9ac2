import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const ENTRY = join(import.meta.dirname, '..', 'src', 'godwit.ts');

/** How to start the command in a shell: `node …/godwit.ts`. */
const SHELL_COMMAND = `'${process.execPath}' '${ENTRY}'`;

export interface RunningProcess {
  readonly child: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Resolve when the stream holds the text; reject when the process ends without it. */
  readonly saysOnStdout: (text: string) => Promise<void>;
  readonly saysOnStderr: (text: string) => Promise<void>;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
}

/** Starts `godwit …` as a process of its own. */
export function startProcess(folder: string, argv: readonly string[], environment: Readonly<Record<string, string>> = {}): RunningProcess {
  return watch(
    spawn(process.execPath, [ENTRY, ...argv], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], env: base(folder, environment) }),
  );
}

/** Runs a line in bash, in which `$GODWIT` is the command. */
export function startShell(folder: string, line: string, environment: Readonly<Record<string, string>> = {}): RunningProcess {
  const env = base(folder, environment);
  return watch(spawn('bash', ['-c', line.replaceAll('$GODWIT', SHELL_COMMAND)], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], env }));
}

/** The same at a terminal, on which both streams are one; what is written to stdin is typed. */
export function startTerminal(folder: string, line: string, environment: Readonly<Record<string, string>> = {}): RunningProcess {
  // A shell in between would hear Ctrl-C too, and end with it.
  const command = `exec ${line.replaceAll('$GODWIT', SHELL_COMMAND)}`;
  return watch(spawn('script', ['-qec', command, '/dev/null'], { cwd: folder, stdio: 'pipe', env: base(folder, environment) }));
}

function base(folder: string, environment: Readonly<Record<string, string>>): Record<string, string> {
  const { PATH = '', SystemRoot = '', NODE_COMPILE_CACHE = '' } = process.env;
  return { PATH, HOME: folder, ...(SystemRoot ? { SystemRoot } : {}), NODE_COMPILE_CACHE, NO_COLOR: '1', ...environment };
}

function watch(child: ChildProcess): RunningProcess {
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (chunk: string) => {
      said[name] += chunk;
    });
  }
  const ended = once(child, 'close').then(([code, signal]: unknown[]) => ({
    code: typeof code === 'number' ? code : null,
    signal: typeof signal === 'string' ? signal : null,
  }));
  const says = (name: keyof typeof said) => async (text: string) => {
    while (!said[name].includes(text)) {
      const stream = child[name];
      const more = stream ? once(stream, 'data') : ended;
      if ((await Promise.race([more.then(() => 'more'), ended.then(() => 'ended')])) === 'ended' && !said[name].includes(text)) {
        throw new Error(`It ended without saying ${JSON.stringify(text)}: ${said.stdout}${said.stderr}`);
      }
    }
  };
  return {
    child,
    stdout: () => said.stdout,
    stderr: () => said.stderr,
    ended,
    saysOnStdout: says('stdout'),
    saysOnStderr: says('stderr'),
  };
}
