/**
 * One piece of SQL text. `symbol` is any single character that is none of the others; white space and comments are no tokens.
 * `string` covers every form of literal: `'…'`, `E'…'`, `U&'…'`, `$tag$…$tag$`.
 */
export interface Token {
  readonly kind: 'word' | 'quoted' | 'string' | 'number' | 'symbol';
  /** As written, quotes included. */
  readonly text: string;
  /** Offsets into the scanned text, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Whether the token is the unquoted keyword `word` (given in lower case). */
export function isWord(token: Token | undefined, word: string): boolean {
  return token !== undefined && token.kind === 'word' && token.text.toLowerCase() === word;
}

/** PostgreSQL cuts identifiers to this many bytes (NAMEDATALEN - 1). */
const IDENTIFIER_BYTES = 63;

/**
 * The name that a token stands for: unquoted words are folded to lower case, quoted ones unescaped.
 * The scanned text holds one character a byte (see `scan`), so the name is decoded here. Null when the token is no name.
 */
export function nameOf(token: Token | undefined): string | null {
  if (token === undefined) return null;
  if (token.kind === 'word') return decodeName(token.text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()));
  if (token.kind === 'quoted') return decodeName(token.text.slice(1, -1).replaceAll('""', '"'));
  return null;
}

function decodeName(bytes: string): string {
  return Buffer.from(bytes, 'latin1').subarray(0, IDENTIFIER_BYTES).toString('utf8');
}
