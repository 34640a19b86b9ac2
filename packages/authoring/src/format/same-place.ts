import { type SqlToken, sqlTokens } from '@godwit/migrator';

/**
 * Where a place in a text stands in the same text laid out otherwise: the tokens are the same, only what is between them differs.
 *
 * @param offset in `from`, in UTF-16 code units
 */
export async function samePlace(from: string, to: string, offset: number): Promise<number> {
  const [before, after] = [await sqlTokens(from), await sqlTokens(to)];
  const index = before.findLastIndex((token) => token.offset <= offset);
  const [token, other] = [before[index], after[index]];
  if (token === undefined || other === undefined || token.text !== other.text) return Math.min(offset, to.length);
  return other.offset + Math.min(offset - token.offset, lengthOf(other));
}

function lengthOf({ text }: SqlToken): number {
  return text.length;
}
