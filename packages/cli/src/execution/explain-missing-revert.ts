import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GodwitError } from '@godwit/diagnostics';
import { type History, hashRevision, type Revision } from '@godwit/history';
import { MissingRevert } from '@godwit/migrator';

/** A revision cannot be reverted because its way back is not written, or its file cannot be used. */
class UnusableRevert extends GodwitError {
  constructor(options: { readonly cause: MissingRevert; readonly facts: readonly string[]; readonly steps: readonly string[] }) {
    const { cause, facts, steps } = options;
    const further = cause.help?.split('\n').slice(1) ?? [];
    super({
      code: 'GW554',
      message: `${cause.revision} cannot be reverted: it has no revert, neither on disk nor in the database`,
      details: facts,
      help: [...steps, ...further].join('\n'),
    });
  }
}

const HEADERS = /^(?:--! (?:Reverts|Hash):.*\n)*/;

/** What to write, and where, for a revision without a usable way back; every other error stays as it is. */
export function explainMissingRevert(error: unknown, history: History): unknown {
  if (!(error instanceof MissingRevert)) return error;
  const revision = history.revisions.find(({ name }) => name === error.revision);
  if (!revision) return error;
  const path = join(history.folder, 'reverts', revision.filename);
  if (!existsSync(path)) {
    const steps = [
      `write its way back to ${path}; its first line, before a blank one, is`,
      `--! Reverts: ${revision.hash}`,
      'then run the command again, which tells the second',
    ];
    return new UnusableRevert({ cause: error, facts: [], steps });
  }
  const problem = history.problems.find((one) => 'path' in one && one.path === path);
  return new UnusableRevert({ cause: error, facts: problem ? [problem.message] : [], steps: headersOf(revision, path, problem) });
}

function headersOf(revision: Revision, path: string, problem: GodwitError | undefined): string[] {
  const text = readFileSync(path, 'utf8');
  if (/^--! Irreversible:/m.test(text)) return problem?.help ? [problem.help] : [];
  const hash = hashRevision(text.replace(HEADERS, ''), revision.hash);
  return [
    `when its SQL is right, the first lines of ${path}, before a blank one, are`,
    `--! Reverts: ${revision.hash}`,
    `--! Hash: ${hash}`,
  ];
}
