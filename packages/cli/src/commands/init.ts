import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { GodwitError } from '@godwit/diagnostics';
import { readGmrc } from '@godwit/history';
import { ledgerSchemaSql } from '@godwit/migrator';
import { DEFAULT_FOLDER } from '../config/read-config.ts';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { displayPath } from '../session/open-history.ts';

const GMRC = `{
  // graphile-migrate's settings, which Godwit honours too. Godwit's own are in godwit.config.json.
  // Keeps Godwit's ledger in place when graphile-migrate runs these migrations.
  "beforeAllMigrations": [{ "_": "sql", "file": "godwit.sql" }]
}
`;

/** What Git must not take: the embedded server's data, and passwords. */
const IGNORED = ['.godwit/', '.env'];

/** The file system refuses. */
class ProjectNotWritable extends GodwitError {
  constructor(path: string, cause: unknown) {
    super({
      code: 'GW531',
      message: `${path} cannot be written`,
      cause,
      help: `name a folder that is yours: godwit init FOLDER\nor see who owns what is there: ls -ld '${path}'`,
    });
  }
}

/** Lays out a new project; what exists is left alone, so it can be repeated. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { output, invocation } = context;
  const root = resolve(context.directory, input.arguments[0] ?? '.');
  const folder = readGmrc(displayPath(context, join(root, '.gmrc'))).migrationsFolder ?? DEFAULT_FOLDER;
  const written: string[] = [];
  const kept: string[] = [];
  for (const [name, text] of Object.entries(filesOf(folder))) {
    if (existsSync(join(root, name))) kept.push(name);
    else {
      write(context, join(root, name), text);
      written.push(name);
    }
  }
  if (ignore(context, join(root, '.gitignore'))) written.push('.gitignore');
  if (output.json) {
    output.value({ directory: root, written, kept });
    return 0;
  }
  const { green, dim } = output.style;
  for (const name of written) output.line(`${green('✔')} ${name}`);
  for (const name of kept) output.line(`${dim('·')} ${name}  ${dim('exists, left alone')}`);
  output.line();
  output.line('The database is the embedded server until DATABASE_URL is set.');
  const enter = root === context.directory ? '' : `cd ${displayPath(context, root)}, `;
  output.line(`next: ${enter}write SQL to ${folder}/current.sql, then ${invocation} commit -m "Create the first table"`);
  return 0;
}

function filesOf(folder: string): Readonly<Record<string, string>> {
  const config = { $schema: './node_modules/godwit/schema/godwit.config.schema.json', migrations: folder, embedded: true };
  return {
    'godwit.config.json': `${JSON.stringify(config, null, 2)}\n`,
    '.gmrc': GMRC,
    [`${folder}/godwit.sql`]: `${ledgerSchemaSql().trim()}\n`,
    [`${folder}/current.sql`]: '-- Write the next revision here.\n',
    [`${folder}/revert.sql`]: '-- Write its way back here.\n',
    [`${folder}/committed/.gitkeep`]: '',
    [`${folder}/reverts/.gitkeep`]: '',
    [`${folder}/fixtures/.gitkeep`]: '',
  };
}

/** Adds the lines that are missing; says whether there were any. */
function ignore(context: CommandContext, file: string): boolean {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const present = new Set(text.split(/\r?\n/).map((line) => line.trim().replace(/^\/|\/$/g, '')));
  const missing = IGNORED.filter((line) => !present.has(line.replace(/\/$/, '')));
  if (missing.length === 0) return false;
  write(context, file, `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${missing.join('\n')}\n`);
  return true;
}

function write(context: CommandContext, file: string, text: string): void {
  try {
    makeFolder(dirname(file));
    writeFileSync(file, text);
  } catch (error) {
    throw new ProjectNotWritable(displayPath(context, file), error);
  }
}

/** One level after the other: `recursive` of Node 26 never returns where the system says of a parent that is there that it is not (`/proc`). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}
