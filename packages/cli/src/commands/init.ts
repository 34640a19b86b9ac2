import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ledgerSchemaSql } from '@godwit/migrator';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { displayPath } from '../session/open-history.ts';

const FILES: Readonly<Record<string, string>> = {
  'godwit.config.json': `${JSON.stringify(
    { $schema: './node_modules/godwit/schema/godwit.config.schema.json', migrations: 'migrations', embedded: true },
    null,
    2,
  )}\n`,
  '.gmrc': `{
  // graphile-migrate's settings, which Godwit honours too. Godwit's own are in godwit.config.json.
  // Keeps Godwit's ledger in place when graphile-migrate runs these migrations.
  "beforeAllMigrations": [{ "_": "sql", "file": "godwit.sql" }]
}
`,
  'migrations/godwit.sql': `${ledgerSchemaSql().trim()}\n`,
  'migrations/current.sql': '-- Write the next revision here.\n',
  'migrations/revert.sql': '-- Write its way back here.\n',
  'migrations/committed/.gitkeep': '',
  'migrations/reverts/.gitkeep': '',
  'migrations/fixtures/.gitkeep': '',
};

const IGNORED = '.godwit/';

/** Lays out a new project; what exists is left alone, so it can be repeated. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const root = resolve(context.directory, input.arguments[0] ?? '.');
  const written: string[] = [];
  const kept: string[] = [];
  for (const [name, text] of Object.entries(FILES)) {
    const file = join(root, name);
    mkdirSync(join(file, '..'), { recursive: true });
    if (existsSync(file)) kept.push(name);
    else {
      writeFileSync(file, text);
      written.push(name);
    }
  }
  const ignore = join(root, '.gitignore');
  if (!existsSync(ignore)) {
    writeFileSync(ignore, `${IGNORED}\n.env\n`);
    written.push('.gitignore');
  }
  const { output } = context;
  if (output.json) {
    output.value({ directory: root, written, kept });
    return 0;
  }
  for (const name of written) output.line(`${output.style.green('✔')} ${name}`);
  for (const name of kept) output.line(`${output.style.dim('·')} ${name}  ${output.style.dim('exists, left alone')}`);
  output.line();
  output.line(
    `The database is the embedded server until DATABASE_URL is set${root === context.directory ? '' : ` (in ${displayPath(context, root)})`}.`,
  );
  output.line(`next: write SQL to migrations/current.sql, then ${context.invocation} commit -m "Create the first table"`);
  return 0;
}
