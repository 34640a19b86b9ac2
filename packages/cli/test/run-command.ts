import type { CommandDefinition } from '../src/definition.ts';
import { BACKFILL_DEFINITIONS } from '../src/definitions/backfill.ts';
import { DATABASE_DEFINITIONS } from '../src/definitions/database.ts';
import { DEFINITIONS } from '../src/definitions/index.ts';
import { main } from '../src/main.ts';
import { createScreen, type Screen } from './screen.ts';

export interface CommandRun {
  readonly argv: readonly string[];
  /** Where the user stands. */
  readonly folder: string;
  /** All of the environment but PATH, HOME and NO_COLOR (an empty one takes it away). */
  readonly environment?: Readonly<Record<string, string>>;
  /** Width of the terminal; null or nothing for pipes. */
  readonly columns?: number | null;
  /** What a person types at a question; without it nobody can be asked. */
  readonly answer?: string | undefined;
  readonly signal?: AbortSignal;
  /** What it writes to; its own unless somebody wants to look while it runs. */
  readonly screen?: Screen;
}

export interface CommandResult {
  readonly code: number;
  readonly screen: Screen;
}

/** The programs beside `godwit` itself, by their first word. */
const PROGRAMS: Readonly<Record<string, { readonly summary: string; readonly definitions: readonly CommandDefinition[] }>> = {
  db: { summary: 'The database of this project.', definitions: DATABASE_DEFINITIONS },
  backfill: { summary: 'Takes data from one shape to the next while the application runs.', definitions: BACKFILL_DEFINITIONS },
};

/** Runs `godwit …` inside this process: everything but the start of a process is as a user has it. */
export async function runCommand(run: CommandRun): Promise<CommandResult> {
  const { argv, folder, environment = {}, columns = null, answer, signal = new AbortController().signal } = run;
  const [first = ''] = argv;
  const program = PROGRAMS[first];
  const screen = run.screen ?? createScreen(columns);
  const before = process.cwd();
  process.chdir(folder);
  try {
    const code = await main({
      argv: program === undefined ? argv : argv.slice(1),
      directory: folder,
      environment: { PATH: process.env.PATH ?? '', HOME: folder, NO_COLOR: '1', ...environment },
      streams: screen.streams,
      ask:
        answer === undefined
          ? null
          : async (question) => {
              screen.streams.stderr.write(`${question}${answer}\n`);
              return answer;
            },
      handOver: (work) => work(),
      signal,
      version: '0.1.0',
      invocation: program === undefined ? 'godwit' : `godwit ${first}`,
      summary: program?.summary ?? 'Takes a PostgreSQL database from one version to the next without stopping the application.',
      definitions: program?.definitions ?? DEFINITIONS,
    });
    return { code, screen };
  } finally {
    process.chdir(before);
  }
}
