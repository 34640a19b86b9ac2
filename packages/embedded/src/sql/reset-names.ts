import { isWord, nameOf, type Token } from './token.ts';

/** The settings that a statement puts back to what they were when the session began, `*` for all. */
export function resetSettings(tokens: readonly Token[]): string[] {
  const [first, second] = tokens;
  if (isWord(first, 'reset')) {
    if (isWord(second, 'all')) return ['*'];
    if (isWord(second, 'time')) return ['timezone'];
    return settingAt(tokens, 1);
  }
  if (!isWord(first, 'set') || !isWord(tokens.at(-1), 'default')) return [];
  if (isWord(second, 'time')) return ['timezone'];
  return settingAt(tokens, isWord(second, 'session') ? 2 : 1);
}

function settingAt(tokens: readonly Token[], at: number): string[] {
  const name = nameOf(tokens[at]);
  return name === null ? [] : [name.toLowerCase()];
}
