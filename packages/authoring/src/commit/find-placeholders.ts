import { type SqlToken, sqlTokens } from '@godwit/migrator';

/** A placeholder in a place where its value would change a text. */
export interface MisplacedPlaceholder {
  readonly name: string;
  readonly where: 'literal' | 'cast';
  /** In UTF-16 code units. */
  readonly offset: number;
}

const DOLLAR_QUOTED = /^(\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$)([\s\S]*)\1$/u;

/**
 * The first placeholder inside a literal or a cast, null when there is none. graphile-migrate replaces them everywhere in a committed
 * revision: `'at :TIME'` and `x::TEXT` too. Dollar quotes hold code, in which they may stand like anywhere else.
 *
 * @param names with their colons
 */
export async function findMisplacedPlaceholder(sql: string, names: readonly string[]): Promise<MisplacedPlaceholder | null> {
  if (!names.some((name) => sql.includes(name))) return null;
  const pattern = new RegExp(`(?:${names.join('|')})\\b`, 'g');
  for (const token of await sqlTokens(sql)) {
    if (token.comment) continue;
    const found = (await inCode(token, names)) ?? inToken(sql, token, pattern);
    if (found !== null) return found;
  }
  return null;
}

async function inCode({ text, offset }: SqlToken, names: readonly string[]): Promise<MisplacedPlaceholder | null> {
  const [, quote = '', code] = DOLLAR_QUOTED.exec(text) ?? [];
  if (code === undefined) return null;
  const found = await findMisplacedPlaceholder(code, names);
  return found && { ...found, offset: offset + quote.length + found.offset };
}

/** A cast is the one token that ends where a placeholder begins: `::` and `TEXT`, of which graphile-migrate takes `:TEXT`. */
function inToken(sql: string, { text, offset }: SqlToken, pattern: RegExp): MisplacedPlaceholder | null {
  if (DOLLAR_QUOTED.test(text)) return null;
  pattern.lastIndex = 0;
  const literal = text.includes("'") ? pattern.exec(text) : null;
  if (literal !== null) return { name: literal[0], where: 'literal', offset: offset + literal.index };
  if (text !== '::') return null;
  pattern.lastIndex = offset + 1;
  const cast = pattern.exec(sql);
  return cast?.index === offset + 1 ? { name: cast[0], where: 'cast', offset: offset + 1 } : null;
}
