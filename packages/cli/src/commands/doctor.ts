import { GodwitError } from '@godwit/diagnostics';
import { type CheckFindings, examine, type HistoryNeeds, historyNeeds, NO_NEEDS, reach } from '@godwit/doctor';
import { readHistory } from '@godwit/history';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { printFindings, printHeader, printSummary } from '../doctor/print-findings.ts';
import { commandNames, inWordsOf } from '../output/command-names.ts';
import { displayPath } from '../session/open-history.ts';
import { isProduction, type SelectedDatabase, selectAwake, selectDatabase } from '../session/select-database.ts';

/** Looks at a server and a database, whatever state they are in, and says what to repair. Changes nothing. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const awake = await selectAwake(context, input);
  if (awake === 'not running') return tellAsleep(context);
  const database = awake ?? (await selectDatabase(context, input));
  const results: CheckFindings[] = [];
  const observer = (result: CheckFindings) => {
    results.push(result);
    printFindings(context, result);
  };
  printHeader(context, database.display);
  const { needs, result } = await readNeeds(context);
  observer(result);
  const left = await examineDatabase(context, { database, needs, observer });
  printSummary(context, { display: database.display, results, left });
  return results.some(({ findings }) => findings.some(({ state }) => state === 'problem')) ? 2 : 0;
}

interface Examination {
  readonly database: SelectedDatabase;
  readonly needs: HistoryNeeds;
  readonly observer: (result: CheckFindings) => void;
}

/** @returns why questions were not asked; null when all were */
async function examineDatabase(context: CommandContext, { database, needs, observer }: Examination): Promise<string | null> {
  const { signal } = context;
  const settings = { ...database.settings, applicationName: `godwit ${context.version}` };
  const { client, connect, exists, embedded, finding } = await reach(settings, signal);
  const made = { state: 'fine', summary: 'the first command that needs it makes the database', because: [], repair: [] } as const;
  const willBeMade = database.embedded && !database.named && client !== null && !exists;
  observer({ check: 'connection', findings: [willBeMade ? made : finding] });
  if (client === null) return 'nobody could be asked about the server and the database';
  try {
    const patient = { client, connect, settings, exists, embedded, needs, production: isProduction(context), now: () => context.now() };
    await examine({ patient, observer, signal });
  } finally {
    await client.end().catch(() => undefined);
  }
  return exists ? null : 'what is in the database can be asked when there is one';
}

/** Without files the rest can be asked all the same. What a killed command has left half done is left so. */
async function readNeeds(context: CommandContext): Promise<{ readonly needs: HistoryNeeds; readonly result: CheckFindings }> {
  try {
    const history = await readHistory(displayPath(context, context.config().migrationsFolder));
    const { revisions, problems } = history;
    const wrong = problems.filter(({ exitCode }) => exitCode === 1);
    const summary = `${revisions.length} ${revisions.length === 1 ? 'revision' : 'revisions'} in ${history.folder}`;
    const finding =
      wrong.length === 0
        ? ({ state: 'fine', summary, because: [], repair: [] } as const)
        : ({
            state: 'problem',
            summary: `${summary}, of which not all are sound`,
            because: wrong.map(({ message, code }) => `${message} (${code})`),
            repair: ['godwit status'],
          } as const);
    return { needs: await historyNeeds(history), result: { check: 'history', findings: [finding] } };
  } catch (error) {
    if (!(error instanceof GodwitError)) throw error;
    const { message, details, help } = error;
    const finding = { state: 'problem', summary: message, because: details, repair: help?.split('\n') ?? [] } as const;
    return { needs: NO_NEEDS, result: { check: 'history', findings: [finding] } };
  }
}

/** To look must not start a server. */
function tellAsleep(context: CommandContext): ExitCode {
  const { output } = context;
  if (output.json) output.value({ database: null, checks: [], problems: 0, warnings: 0, left: 'the embedded server does not run' });
  else {
    output.line('The embedded server does not run: the first command that needs it starts it.');
    output.line(inWordsOf(commandNames(context.invocation), 'next: godwit db start'));
  }
  return 0;
}
