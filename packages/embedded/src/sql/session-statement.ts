import { isWord, nameOf, type Token } from './token.ts';

/** The statements that touch what connections do not share on a real server but do share in one backend. */
export type SessionStatement =
  | { readonly kind: 'listen'; readonly channel: string }
  /** Null for `unlisten *`. */
  | { readonly kind: 'unlisten'; readonly channel: string | null; readonly target: Token }
  /** PREPARE, EXECUTE or DEALLOCATE of a name, which has to become the connection's own. */
  | { readonly kind: 'prepared'; readonly name: Token }
  /** RESET SESSION AUTHORIZATION, or SET … DEFAULT. */
  | { readonly kind: 'reset authorization' }
  | { readonly kind: 'deallocate all' }
  | { readonly kind: 'discard all' };

/** Null for every other statement. */
export function parseSessionStatement(tokens: readonly Token[]): SessionStatement | null {
  const [first, second, third] = tokens;
  if (isWord(first, 'listen')) {
    const channel = nameOf(second);
    return channel === null ? null : { kind: 'listen', channel };
  }
  if (isWord(first, 'unlisten') && second !== undefined) {
    if (second.text === '*') return { kind: 'unlisten', channel: null, target: second };
    const channel = nameOf(second);
    return channel === null ? null : { kind: 'unlisten', channel, target: second };
  }
  if (isWord(first, 'prepare') && second !== undefined && !isWord(second, 'transaction')) return prepared(second);
  if (isWord(first, 'execute')) return prepared(second);
  if (isWord(first, 'explain') || isWord(first, 'create')) return prepared(tokens[executedAt(tokens) + 1]);
  if (isWord(first, 'deallocate')) {
    const name = isWord(second, 'prepare') && third !== undefined ? third : second;
    return isWord(name, 'all') ? { kind: 'deallocate all' } : prepared(name);
  }
  if (resetsAuthorization(tokens)) return { kind: 'reset authorization' };
  if (isWord(first, 'discard') && isWord(second, 'all')) return { kind: 'discard all' };
  return null;
}

/** Where EXECUTE stands in `explain (…) execute p`, `create table t as execute p`; not that of a trigger's function. */
function executedAt(tokens: readonly Token[]): number {
  const before = ['explain', 'analyze', 'verbose', 'as', ')'];
  const isFunction = (token: Token | undefined): boolean => isWord(token, 'function') || isWord(token, 'procedure');
  const at = tokens.findIndex((token, index) => {
    const previous = tokens[index - 1]?.text.toLowerCase() ?? '';
    return isWord(token, 'execute') && before.includes(previous) && !isFunction(tokens[index + 1]);
  });
  return at < 0 ? tokens.length : at;
}

function prepared(name: Token | undefined): SessionStatement | null {
  return name !== undefined && nameOf(name) !== null ? { kind: 'prepared', name } : null;
}

function resetsAuthorization(tokens: readonly Token[]): boolean {
  const [first, second, third] = tokens;
  if (!isWord(second, 'session') || !isWord(third, 'authorization')) return false;
  return isWord(first, 'reset') || (isWord(first, 'set') && isWord(tokens[3], 'default'));
}

/** Whether the statement is `COPY … FROM STDIN`. */
export function copiesFromClient(tokens: readonly Token[]): boolean {
  if (!isWord(tokens[0], 'copy')) return false;
  return tokens.some(
    (token, index) => isWord(token, 'from') && (isWord(tokens[index + 1], 'stdin') || isWord(tokens[index + 1], 'stdout')),
  );
}
