import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GodwitError, renderCodeFrame } from '@godwit/diagnostics';
import { compareFiles } from './compare-files.ts';
import { GenerateInterrupted, StaleGeneratedFiles } from './errors.ts';
import { generateFiles } from './generate-files.ts';

const USAGE = `Usage: pnpm generate [--check]

Writes the types of the .sql files in packages/queries and apps/backfill, and of the tables, against the schema at head; those of a backfill
with \`until\` against the schema before that revision. Needs no server of yours.

  --check   write nothing; exit 1 and name the files that are stale

A server of your choice: GODWIT_TEST_DATABASE_URL=postgres://… pnpm generate
A database that has the schema of the revision in work: GODWIT_DATABASE_URL=postgres://…; backfills with \`until\` stay as they are`;

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** As the user sees it from where they stand. */
const shownAs = relative(process.cwd(), root).replaceAll('\\', '/');

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interruption.abort(new GenerateInterrupted(signal)));

async function main(flags: readonly string[]): Promise<void> {
  if (flags.includes('--help')) return void process.stdout.write(`${USAGE}\n`);
  const unknown = flags.find((flag) => flag !== '--check');
  if (unknown !== undefined) {
    process.stderr.write(`✖ unknown argument ${unknown}\n\n${USAGE}\n`);
    process.exitCode = 1;
    return;
  }
  const files = await generateFiles({ root, shownAs, environment: process.env, signal: interruption.signal });
  const stale = compareFiles(root, files);
  if (flags.includes('--check') && stale.length > 0)
    throw new StaleGeneratedFiles(stale.map((file) => ({ ...file, path: posix.join(shownAs, file.path) })));
  for (const { path, state } of stale) {
    const file = join(root, path);
    if (state === 'orphan') {
      rmSync(file);
    } else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, files.get(path) ?? '');
    }
    process.stdout.write(`  ${state === 'orphan' ? '−' : '✔'} ${posix.join(shownAs, path)}\n`);
  }
  process.stdout.write(
    stale.length === 0 ? `${files.size} generated files are up to date\n` : `${stale.length} of ${files.size} generated files changed\n`,
  );
}

function report(error: unknown): void {
  process.exitCode = error instanceof GenerateInterrupted ? error.status : 1;
  if (!(error instanceof GodwitError)) {
    process.stderr.write(`✖ ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return;
  }
  const frame = error.frame === undefined ? [] : renderCodeFrame(error.frame);
  const help = error.help === undefined ? [] : [`help: ${error.help.replaceAll('\n', '\n        ')}`];
  process.stderr.write(`✖ ${error.message}  ${error.code}\n${[...frame, ...error.details, ...help].map((line) => `  ${line}\n`).join('')}`);
}

await main(process.argv.slice(2)).catch(report);
// What was given up may still wait for a server that is gone.
if (interruption.signal.aborted) process.exit();
