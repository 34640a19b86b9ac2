import { isWord, type Token } from './token.ts';

/** The tables that a LOCK statement names, as they are written there. */
export function lockedTables(tokens: readonly Token[]): string[] {
  if (!isWord(tokens[0], 'lock')) return [];
  const names: string[] = [];
  let name = '';
  for (const token of tokens.slice(1)) {
    if (isWord(token, 'in') || isWord(token, 'nowait')) break;
    if (token.text === ',') {
      names.push(name);
      name = '';
    } else if (token.text !== '*' && !isNoise(token)) name += token.text;
  }
  return [...names, name].filter((written) => written !== '').map((written) => Buffer.from(written, 'latin1').toString('utf8'));
}

function isNoise(token: Token): boolean {
  return isWord(token, 'table') || isWord(token, 'only');
}
