import * as v from 'valibot';
import { atHead } from '../authoring/at-head.ts';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { type StalePage, stalePages } from '../docs/dictionary-pages.ts';
import { dictionaryFolder, pagesOf } from '../docs/page-changes.ts';
import { writePages } from '../docs/write-pages.ts';
import { count } from '../output/columns.ts';
import { displayPath } from '../session/open-history.ts';
import { flagOption } from '../session/options.ts';

const Options = v.object({ check: flagOption, folder: v.optional(v.string()) });

/** Writes the data dictionary of head, a page a schema, or says which pages are stale. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { check, folder: named } = v.parse(Options, input.options);
  const folder = dictionaryFolder(context, named);
  const shown = displayPath(context, folder);
  const pages = await atHead(context, input, ({ client }) => pagesOf(client));
  const stale = stalePages(folder, pages);
  if (!check) writePages(folder, shown, stale);
  print(context, { shown, stale, check, pages: pages.size });
  return check && stale.length > 0 ? 2 : 0;
}

interface Printed {
  readonly shown: string;
  readonly stale: readonly StalePage[];
  readonly check: boolean;
  readonly pages: number;
}

function print({ output, invocation }: CommandContext, { shown, stale, check, pages }: Printed): void {
  const { green, red } = output.style;
  if (output.json) {
    const changed = stale.map(({ name, text }) => ({ page: name, state: text === null ? 'orphan' : 'stale' }));
    output.value({ folder: shown, pages, written: check ? [] : changed, stale: check ? changed : [] });
    return;
  }
  if (stale.length + pages === 0) {
    output.line('○ there is no page to write: the revisions make nothing that one could tell of');
    return;
  }
  if (stale.length === 0) {
    output.line(`${green('✔')} ${count(pages, 'page')} of ${shown}, as the revisions make ${pages === 1 ? 'it' : 'them'}`);
    return;
  }
  for (const { name, text } of stale)
    output.line(
      check
        ? `  ${red('✖')} ${shown}/${name} is ${text === null ? 'of a schema that is gone' : 'stale'}`
        : `  ${text === null ? '−' : green('✔')} ${shown}/${name}`,
    );
  if (check) output.line(`next: ${invocation} docs`);
  else {
    const removed = stale.filter(({ text }) => text === null).length;
    const parts = [`${count(stale.length - removed, 'page')} written`, ...(removed > 0 ? [`${removed} removed`] : [])];
    output.line(`${green('✔')} ${parts.join(', ')}`);
  }
}
