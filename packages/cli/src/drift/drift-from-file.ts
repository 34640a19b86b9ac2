import { resolve } from 'node:path';
import { ledgerHead, nameOfApplied, readLedger } from '@godwit/migrator';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { loadDrift } from '../session/load-drift.ts';
import { withSession } from '../session/open-session.ts';
import { ExpectedOfAnother, MovedMeanwhile, NothingApplied } from './errors.ts';
import { majorOf, readExpectedFile } from './expected-file.ts';
import { printDrift, printDriftAsData } from './print-drift.ts';
import { withoutAttempt } from './without-attempt.ts';

/** Compares with what `--export` has written: only the ledger and the catalog are read, and no other database is needed. */
export async function driftFromFile(context: CommandContext, input: CommandInput, path: string): Promise<ExitCode> {
  const { seeDrift } = await loadDrift();
  const { revision, hash, major, state } = await readExpectedFile(resolve(context.directory, path), path);
  return withSession<ExitCode>(context, input, async ({ client, database }) => {
    const head = ledgerHead(await readLedger(client));
    if (head === null) throw new NothingApplied(database.display);
    if (head.hash !== hash) throw new ExpectedOfAnother({ path, revision, database: database.display, at: nameOfApplied(head) });
    const drift = await withoutAttempt(context, client, () =>
      seeDrift({ live: client, expected: state, sameServer: false, ignore: context.config().drift.ignore }),
    );
    if (ledgerHead(await readLedger(client))?.hash !== hash) throw new MovedMeanwhile(database.display);
    const found = { drift, ways: null, database: database.display, revision };
    if (context.output.json) printDriftAsData(context, found);
    else {
      printDrift(context, found);
      noteOtherMajor(context, { path, major, live: majorOf(client) });
    }
    return drift.findings.length === 0 ? 0 : 2;
  });
}

interface Majors {
  readonly path: string;
  readonly major: number;
  readonly live: number;
}

/** How a server writes a view or a default differs now and then from one major version to the next. */
function noteOtherMajor({ output }: CommandContext, { path, major, live }: Majors): void {
  if (major === live) return;
  output.note(
    `${output.errorStyle.yellow('!')} ${path} was made on PostgreSQL ${major}, and this is ${live}: SHADOW_DATABASE_URL makes it on one like yours`,
  );
}
