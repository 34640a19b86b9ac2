import { frameAt } from '@godwit/diagnostics';
import type { History } from '@godwit/history';
import { type BodyFinding, inspectBody, type Statement } from '@godwit/migrator/statements';
import { CheckNotRunnable, CheckProblem, DuplicateCheck, EmptyCheck, InvalidHeader } from '../errors/check-errors.ts';
import type { Check, CheckFile, Expectation } from './check.ts';
import { doesWrite } from './does-write.ts';
import { assertKnown, readHeaders } from './read-headers.ts';
import { resolveRange } from './resolve-range.ts';
import { CHECK, type Section, type SplitText, splitChecks } from './split-checks.ts';

export interface ParsedChecks {
  readonly checks: readonly Check[];
  /** What is wrong with a check leaves the others readable. */
  readonly problems: readonly CheckProblem[];
}

/** Takes a file of checks apart. Never throws for what it says. */
export async function parseChecks(file: CheckFile, history: History): Promise<ParsedChecks> {
  const split = splitChecks(file.text);
  const checks: Check[] = [];
  const problems: CheckProblem[] = [];
  const collect = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof CheckProblem)) throw error;
      problems.push(error);
    }
  };
  await collect(() => assertBegins(file, split));
  for (const section of split.sections) {
    await collect(async () => {
      const check = await parseSection(file, section, history);
      const same = checks.find(({ name }) => name === check.name);
      if (same !== undefined) throw new DuplicateCheck({ file, offset: check.offset }, check.name, same.line);
      checks.push(check);
    });
  }
  return { checks, problems };
}

/** Before the first check there are comments, and nothing else. */
async function assertBegins(file: CheckFile, { preamble, stray, sections }: SplitText): Promise<void> {
  const help = `begin each check with its name: --! ${CHECK}: a user rates a book once`;
  const [header] = stray;
  if (header !== undefined) {
    assertKnown(file, header);
    throw new InvalidHeader({ file, offset: header.offset }, { message: `${header.name} stands before the first check`, help });
  }
  if (sections.length === 0) throw new EmptyCheck({ file, offset: 0 }, { message: `There is no check in ${file.path}`, help });
  const [statement] = await statementsOf(file, { text: preamble, offset: 0 });
  if (statement !== undefined)
    throw new EmptyCheck({ file, offset: statement.offset }, { message: 'A statement stands before the first check', help });
}

async function parseSection(file: CheckFile, section: Section, history: History): Promise<Check> {
  const { offset, name } = section;
  const headers = await readHeaders(file, section);
  const range = resolveRange(file, headers, history);
  const statements = await statementsOf(file, section);
  const [first] = statements;
  if (first === undefined)
    throw new EmptyCheck({ file, offset }, { message: `${quoted(name.value)} has no statement`, help: helpFor(headers.expects) });
  const late = section.headers.find((header) => header.offset > first.offset);
  if (late !== undefined)
    throw new InvalidHeader(
      { file, offset: late.offset },
      { message: `${late.name} stands below a statement`, help: `headers come first: move it below --! ${CHECK}: ${name.value}` },
    );
  return {
    file,
    name: name.value ?? '',
    offset,
    line: frameAt(file.path, file.text, offset).line,
    ...range,
    expects: headers.expects,
    needs: headers.needs,
    statements,
    // What only has its plan explained changes nothing.
    writes: (headers.expects.kind === 'uses index' ? statements.slice(0, -1) : statements).some(doesWrite),
  };
}

/** Statements whose offsets count in the file. @throws CheckNotRunnable */
async function statementsOf(file: CheckFile, { text, offset }: Pick<Section, 'text' | 'offset'>): Promise<readonly Statement[]> {
  const { statements, findings } = await inspectBody(text, true);
  const finding = findings.find(({ kind }) => kind !== 'placeholder');
  if (finding !== undefined) throw new CheckNotRunnable({ file, offset: offset + finding.offset }, reasonOf(finding, file));
  return statements.map((statement) => ({ ...statement, offset: offset + statement.offset }));
}

/** What the finding says of a revision, said of a check. */
function reasonOf({ kind, message, help }: BodyFinding, { path }: CheckFile): { readonly message: string; readonly help: string } {
  switch (kind) {
    case 'transaction control':
      return {
        message: message.replace(/cannot be part of a migration$/, 'cannot be part of a check'),
        help: 'remove it: each check runs in a transaction of its own, which is rolled back',
      };
    case 'needs no transaction':
      return { message, help: 'remove it: each check runs in a transaction, which is rolled back' };
    default:
      return { message, help: help ?? `correct it; psql -f ${path} reads the same file` };
  }
}

function helpFor({ kind }: Expectation): string {
  if (kind === 'raises') return 'write the statement that must fail';
  return kind === 'uses index'
    ? 'write the query that must use the index'
    : 'write a query that gives the columns expected and found: select 1 as expected, count(*) as found from …';
}

function quoted(name: string | null): string {
  return JSON.stringify(name ?? '');
}
