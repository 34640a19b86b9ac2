import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { backfillFolder } from '../../backfill/open-backfill.ts';
import { scaffold } from '../../backfill/scaffold.ts';
import type { CommandContext } from '../../context.ts';
import type { CommandInput, ExitCode } from '../../definition.ts';
import { UsageError } from '../../usage-error.ts';

const Options = v.object({ table: v.optional(v.string(), 'shelf.books') });

/** Writes the folder of a backfill, to be filled in. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { table } = v.parse(Options, input.options);
  const [name = ''] = input.arguments;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
    throw new UsageError({ message: `'${name}' is no name for a backfill`, help: 'lower case, words joined by hyphens: star-ratings' });
  const { root, shown } = backfillFolder(context);
  const folder = join(root, name);
  if (existsSync(folder))
    throw new UsageError({ message: `${shown}/${name} is there already`, help: 'choose another name, or edit what is there' });
  const files = scaffold(name, table);
  await mkdir(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text, { flag: 'wx' });
  const { output, invocation } = context;
  if (output.json) output.value({ backfill: name, folder: `${shown}/${name}`, files: Object.keys(files) });
  else {
    for (const file of Object.keys(files)) output.line(`  ${shown}/${name}/${file}`);
    output.line(`next: fill in its SQL, then ${invocation} plan ${name}`);
  }
  return 0;
}
