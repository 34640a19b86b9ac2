import { resolve } from 'node:path';
import { shellWord } from '@godwit/diagnostics';
import { atHead } from '../authoring/at-head.ts';
import { countObjects, countsInWords } from '../compare/compared.ts';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { loadDrift } from '../session/load-drift.ts';
import { NothingApplied } from './errors.ts';
import { type ExpectedFile, majorOf, writeExpected } from './expected-file.ts';

/** Writes what head makes, for where no shadow database can be made: in an image, by a role that may only read. */
export async function exportExpected(context: CommandContext, input: CommandInput, path: string): Promise<ExitCode> {
  const { readExpected } = await loadDrift();
  const file = await atHead(context, input, async ({ client }, head): Promise<ExpectedFile> => {
    if (head === null) throw new NothingApplied('head');
    return { revision: head.name, hash: head.hash, major: majorOf(client), state: await readExpected(client) };
  });
  await writeExpected(resolve(context.directory, path), path, file);
  const { output, invocation } = context;
  if (output.json) output.value({ path, revision: file.revision });
  else {
    output.line(`${output.style.green('✔')} ${path}  what ${file.revision} makes: ${countsInWords(countObjects(file.state.catalog))}`);
    output.line(`next: ${invocation} drift --expected ${shellWord(path)} --database URL`);
  }
  return 0;
}
