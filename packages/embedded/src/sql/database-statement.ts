import { isWord, nameOf, type Token } from './token.ts';

/**
 * The statements about whole databases that one backend cannot run by itself. The rest (GRANT, COMMENT, OWNER TO and SET on a
 * database) works on `pg_database` and is left to PostgreSQL.
 */
export type DatabaseStatement =
  | { readonly kind: 'create'; readonly name: string; readonly template: string | null; readonly owner: string | null }
  | { readonly kind: 'drop'; readonly name: string; readonly ifExists: boolean; readonly force: boolean }
  | { readonly kind: 'rename'; readonly name: string; readonly to: string };

/** Null for any other statement, and for one of these that is written wrongly: PostgreSQL then words the error. */
export function parseDatabaseStatement(tokens: readonly Token[]): DatabaseStatement | null {
  if (!isWord(tokens[1], 'database')) return null;
  if (isWord(tokens[0], 'create')) return parseCreate(tokens);
  if (isWord(tokens[0], 'drop')) return parseDrop(tokens);
  if (isWord(tokens[0], 'alter')) return parseRename(tokens);
  return null;
}

/** The tag of its CommandComplete. */
export function commandTag(statement: DatabaseStatement): string {
  return { create: 'CREATE DATABASE', drop: 'DROP DATABASE', rename: 'ALTER DATABASE' }[statement.kind];
}

function parseCreate(tokens: readonly Token[]): DatabaseStatement | null {
  const name = nameOf(tokens[2]);
  if (name === null) return null;
  const [template, owner] = [option(tokens, 'template'), option(tokens, 'owner')];
  return { kind: 'create', name, template, owner };
}

/** The value of `name = value`, `name value`; null when it is not there or DEFAULT. */
function option(tokens: readonly Token[], name: string): string | null {
  const at = tokens.findIndex((token, index) => index > 2 && isWord(token, name));
  if (at < 0) return null;
  const value = tokens[at + 1]?.text === '=' ? tokens[at + 2] : tokens[at + 1];
  if (isWord(value, 'default')) return null;
  return value?.kind === 'string' ? value.text.slice(1, -1) : nameOf(value);
}

function parseDrop(tokens: readonly Token[]): DatabaseStatement | null {
  const ifExists = isWord(tokens[2], 'if') && isWord(tokens[3], 'exists');
  const rest = tokens.slice(ifExists ? 4 : 2);
  const name = nameOf(rest[0]);
  if (name === null) return null;
  const options = rest
    .slice(1)
    .map((token) => token.text.toLowerCase())
    .join('');
  if (!/^(?:(?:with)?\(force(?:,force)*\))?$/.test(options)) return null;
  return { kind: 'drop', name, ifExists, force: options !== '' };
}

function parseRename(tokens: readonly Token[]): DatabaseStatement | null {
  const [name, to] = [nameOf(tokens[2]), nameOf(tokens[5])];
  const renames = isWord(tokens[3], 'rename') && isWord(tokens[4], 'to') && tokens.length === 6;
  return renames && name !== null && to !== null ? { kind: 'rename', name, to } : null;
}
