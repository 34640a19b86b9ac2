import { isWord, nameOf, type Token } from './token.ts';

/**
 * The settings that a statement may leave changed in its session: those of SET, and of calls of `set_config` with a literal name.
 * They are what is saved when another connection takes over (what a function sets inside is not seen, and is lost then, never leaked).
 */
export function changedSettings(tokens: readonly Token[]): string[] {
  const names = tokens.flatMap((token, index) => (isWord(token, 'set_config') ? configCall(tokens, index) : []));
  return isWord(tokens[0], 'set') ? [...names, ...setStatement(tokens)] : names;
}

function configCall(tokens: readonly Token[], at: number): string[] {
  const name = tokens[at + 2];
  return tokens[at + 1]?.text === '(' && name?.kind === 'string' ? [name.text.slice(1, -1)] : [];
}

/** What the spelled-out forms of SET stand for. */
const TRANSACTION_DEFAULTS = ['default_transaction_isolation', 'default_transaction_read_only', 'default_transaction_deferrable'];

function setStatement(tokens: readonly Token[]): string[] {
  const at = isWord(tokens[1], 'session') && !isWord(tokens[2], 'authorization') ? 2 : 1;
  const word = tokens[at];
  if (isWord(word, 'local') || isWord(word, 'transaction') || isWord(word, 'constraints')) return [];
  if (isWord(word, 'characteristics')) return TRANSACTION_DEFAULTS;
  if (isWord(word, 'session')) return ['session_authorization', 'role'];
  if (isWord(word, 'time') && isWord(tokens[at + 1], 'zone')) return ['timezone'];
  if (isWord(word, 'names')) return ['client_encoding'];
  if (isWord(word, 'schema')) return ['search_path'];
  if (isWord(word, 'xml')) return ['xmloption'];
  const name = nameOf(word);
  if (name === null) return [];
  const second = tokens[at + 1]?.text === '.' ? nameOf(tokens[at + 2]) : null;
  return [second === null ? name : `${name}.${second}`];
}
