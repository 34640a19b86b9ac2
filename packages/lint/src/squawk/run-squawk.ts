/// <reference path="./squawk-cli.d.ts" />
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import * as v from 'valibot';
import { SquawkFailed, SquawkMissing } from '../errors/squawk-errors.ts';

/** What squawk says of a place. */
export interface SquawkOutput {
  /** Index of the text it was found in. */
  readonly file: number;
  /** Lines from 0, columns in bytes from 0. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly rule: string;
  readonly message: string;
  readonly help: string | null;
}

const Output = v.array(
  v.object({
    file: v.string(),
    line: v.number(),
    column: v.number(),
    line_end: v.nullable(v.number()),
    column_end: v.nullable(v.number()),
    rule_name: v.string(),
    message: v.string(),
    help: v.nullable(v.string()),
  }),
);

/**
 * Runs squawk over texts, each as a file of its own: it looks at a file as a whole, and says nothing of one that its own parser
 * does not understand. The files are in a temporary folder, where no `.squawk.toml` is.
 *
 * @throws SquawkMissing, SquawkFailed
 */
export async function runSquawk(
  texts: readonly string[],
  rules: { readonly include: readonly string[]; readonly exclude: readonly string[] },
): Promise<readonly SquawkOutput[]> {
  const binary = await findBinary();
  const folder = await mkdtemp(join(tmpdir(), 'godwit-lint-'));
  try {
    await Promise.all(texts.map((content, index) => writeFile(join(folder, `${index}.sql`), content)));
    const lists = [
      ...(rules.include.length > 0 ? [`--include=${rules.include.join(',')}`] : []),
      ...(rules.exclude.length > 0 ? [`--exclude=${rules.exclude.join(',')}`] : []),
    ];
    return parseOutput(await outputOf(binary, ['--reporter=json', ...lists, '*.sql'], folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function findBinary(): Promise<string> {
  try {
    const { getBinaryPath } = await import('squawk-cli/js/index.js');
    return getBinaryPath();
  } catch (error) {
    throw new SquawkMissing(error);
  }
}

/** Its exit code says whether it has found something, which the output says too. */
async function outputOf(binary: string, words: readonly string[], folder: string): Promise<string> {
  const child = spawn(binary, words, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const started = once(child, 'spawn').catch((error: unknown) => Promise.reject(new SquawkMissing(error)));
  const [, stdout, stderr] = await Promise.all([started, text(child.stdout), text(child.stderr)]);
  if (!stdout.trimStart().startsWith('[')) throw new SquawkFailed(stderr.trim() || stdout.trim());
  return stdout;
}

function parseOutput(output: string): readonly SquawkOutput[] {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Output), output);
  if (!parsed.success) throw new SquawkFailed(parsed.issues.map(({ message }) => message).join('\n'));
  return parsed.output.map(({ file, line, column, line_end, column_end, rule_name, message, help }) => ({
    file: Number.parseInt(file, 10),
    line,
    column,
    endLine: line_end ?? line,
    endColumn: column_end ?? column,
    rule: rule_name,
    message,
    help,
  }));
}
