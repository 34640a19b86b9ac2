import { scan } from './scan.ts';
import { isWord, type Token } from './token.ts';

/** One statement of a script: its tokens and where it stands, without the semicolon. */
export interface SqlStatement {
  readonly tokens: readonly Token[];
  readonly start: number;
  readonly end: number;
}

/**
 * Splits SQL at its top-level semicolons. A semicolon inside parentheses (`create rule … do (a; b)`) or inside the body of a
 * SQL-standard function (`begin atomic … end`) does not end a statement; the rules are those of psql's scanner. Empty
 * statements are left out.
 */
export function splitStatements(sql: string): SqlStatement[] {
  const statements: SqlStatement[] = [];
  let tokens: Token[] = [];
  let parentheses = 0;
  let blocks = 0;
  const finish = (): void => {
    const [first] = tokens;
    const last = tokens.at(-1);
    if (first !== undefined && last !== undefined) statements.push({ tokens, start: first.start, end: last.end });
    tokens = [];
    parentheses = 0;
    blocks = 0;
  };
  for (const token of scan(sql)) {
    if (token.text === ';' && parentheses === 0 && blocks === 0) {
      finish();
      continue;
    }
    tokens.push(token);
    if (token.text === '(') parentheses++;
    else if (token.text === ')') parentheses = Math.max(0, parentheses - 1);
    else if (token.kind === 'word' && parentheses === 0) blocks += blockStep(tokens, token, blocks);
  }
  finish();
  return statements;
}

/** +1 where `begin` or a nested `case` opens a block of a routine's body, -1 where `end` closes one. */
function blockStep(tokens: readonly Token[], token: Token, blocks: number): number {
  if (blocks > 0 && isWord(token, 'end')) return -1;
  if (blocks > 0 && isWord(token, 'case')) return 1;
  return isWord(token, 'begin') && createsRoutine(tokens) ? 1 : 0;
}

function createsRoutine(tokens: readonly Token[]): boolean {
  const at = isWord(tokens[1], 'or') && isWord(tokens[2], 'replace') ? 3 : 1;
  return isWord(tokens[0], 'create') && (isWord(tokens[at], 'function') || isWord(tokens[at], 'procedure'));
}
