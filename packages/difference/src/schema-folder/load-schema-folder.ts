import { frameAt } from '@godwit/diagnostics';
import { parseStatements } from '@godwit/migrator';
import { type Client, readServerError } from '@godwit/postgres';
import { attempt } from '../in-rolled-back.ts';
import { SchemaFolderFailed } from './errors.ts';
import { readSchemaFolder, type SqlFile } from './read-schema-folder.ts';

/** What was built. */
export interface LoadedFolder {
  readonly files: number;
  readonly statements: number;
}

interface Waiting {
  readonly file: SqlFile;
  readonly sql: string;
  readonly offset: number;
  /** Settings that the file makes before it: `set search_path = shelf`. */
  readonly settings: readonly string[];
}

/**
 * Builds a schema from a folder of SQL in an empty database: what a statement needs may stand in a file that comes later, so those that
 * the server refuses are tried again after the others. What pg_dump writes can be read too. All or nothing, in one transaction.
 *
 * @throws NoSchemaFolder, SchemaFolderFailed with the place of the first statement that cannot be run at all
 */
export async function loadSchemaFolder(client: Client, folder: string): Promise<LoadedFolder> {
  const files = readSchemaFolder(folder);
  const statements = (await Promise.all(files.map(statementsOf))).flat();
  await client.query('begin; set local check_function_bodies = off');
  try {
    await runAll(client, statements);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  return { files: files.length, statements: statements.length };
}

/** File by file as long as that goes on, then statement by statement: files may need each other in a circle. */
async function runAll(client: Client, statements: readonly Waiting[]): Promise<void> {
  const files = [...new Set(statements.map(({ file }) => file))];
  let left: readonly SqlFile[] = files;
  for (let before = -1; before !== left.length; ) {
    before = left.length;
    const refused: SqlFile[] = [];
    for (const file of left) {
      await startFile(client);
      const whole = statements.filter((statement) => statement.file === file).map(({ settings, sql }) => [...settings, sql].join(';\n'));
      if ((await attempt(client, whole.join(';\n'))) !== null) refused.push(file);
    }
    left = refused;
  }
  await runStatements(
    client,
    statements.filter(({ file }) => left.includes(file)),
  );
}

async function runStatements(client: Client, statements: readonly Waiting[]): Promise<void> {
  let waiting = statements;
  while (waiting.length > 0) {
    const refused: { readonly statement: Waiting; readonly error: unknown }[] = [];
    let file: SqlFile | null = null;
    for (const statement of waiting) {
      if (statement.file !== file) await startFile(client);
      file = statement.file;
      const error = await attempt(client, [...statement.settings, statement.sql].join(';\n'));
      if (error !== null) refused.push({ statement, error });
    }
    const [first] = refused;
    if (first !== undefined && refused.length === waiting.length) throw failure(first.statement, first.error, refused.length - 1);
    waiting = refused.map(({ statement }) => statement);
  }
}

/** No file sees the settings of another. */
async function startFile(client: Client): Promise<void> {
  await client.query("reset search_path; select set_config('check_function_bodies', 'off', true)");
}

function failure({ file, sql, offset, settings }: Waiting, error: unknown, others: number): unknown {
  const server = readServerError(error);
  if (server === null) return error;
  const before = settings.map((setting) => `${setting};\n`).join('').length;
  const inside = server.position === undefined ? 0 : Math.max(0, server.position - 1 - before);
  return new SchemaFolderFailed(frameAt(file.path, file.text, offset + Math.min(inside, sql.length)), server.message, others);
}

/** Takes a file apart. What psql alone understands is refused, but for the two commands that pg_dump writes. */
async function statementsOf(file: SqlFile): Promise<readonly Waiting[]> {
  const text = file.text.replace(/^\\(?:un)?restrict .*$/gm, (line) => ' '.repeat(line.length));
  const { statements, problem } = await parseStatements(text);
  if (problem !== null) throw new SchemaFolderFailed(frameAt(file.path, file.text, problem.offset), problem.message, 0);
  const settings: string[] = [];
  return statements.flatMap(({ text: sql, offset, kind }): readonly Waiting[] => {
    if (kind === 'TransactionStmt') return [];
    if (kind === 'VariableSetStmt' || /^select\s+(?:pg_catalog\.)?set_config\(/i.test(sql)) {
      settings.push(sql);
      return [];
    }
    return [{ file, sql, offset, settings: [...settings] }];
  });
}
