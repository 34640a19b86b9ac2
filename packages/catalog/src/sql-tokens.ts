/** A token of a definition as the server prints it: no comments, no dollar quotes, keywords in capitals. */
export interface SqlToken {
  /** The white space before it. */
  readonly space: string;
  readonly text: string;
  /** How many parentheses are open around it. */
  readonly depth: number;
  readonly inSubquery: boolean;
}

const TOKEN = /(\s*)("(?:[^"]|"")*"|E'(?:[^'\\]|''|\\.)*'|'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_$]*|\d[\w.]*|::|\S)/gsu;

/** Joined again with their spaces, the tokens are the text. */
export function tokenizeSql(text: string): readonly SqlToken[] {
  const found = [...text.matchAll(TOKEN)].map(([, space = '', token = '']) => ({ space, text: token }));
  const open: boolean[] = [];
  return found.map((token, at) => {
    if (token.text === ')') open.pop();
    const placed = { ...token, depth: open.length, inSubquery: open.includes(true) };
    if (token.text === '(') open.push(/^(?:SELECT|WITH|VALUES)$/.test(found[at + 1]?.text ?? ''));
    return placed;
  });
}

export function isName(text: string | undefined): boolean {
  return text !== undefined && /^(?:"|[\p{L}_])/u.test(text);
}
