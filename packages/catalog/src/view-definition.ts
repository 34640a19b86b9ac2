import { isName, type SqlToken, tokenizeSql } from './sql-tokens.ts';

type Tokens = readonly SqlToken[];

/**
 * A view's definition as PostgreSQL 16 and later print it, from how PostgreSQL 15 does.
 *
 * PostgreSQL 15 writes `books.title` for every column of a view, since its stored query still lists OLD and NEW; later versions write
 * `title` where the view itself reads from a single relation. (In subqueries all versions qualify.) Only called for 15.
 */
export function modernViewDefinition(definition: string): string {
  const tokens = tokenizeSql(definition);
  const from = findFrom(tokens);
  const alias = from && onlyAlias(tokens.slice(from.start, from.end));
  if (!from || alias === undefined) return definition;
  const outputs = outputNames(tokens.slice(0, from.start));
  const goes = (at: number): boolean =>
    (at < from.start || at >= from.end) &&
    tokens[at]?.text === alias &&
    !tokens[at].inSubquery &&
    isBeforeColumn(tokens, at) &&
    !(outputs.has(tokens[at + 2]?.text ?? '') && isSortItem(tokens, at));
  return tokens.map(({ space, text }, at) => (goes(at) ? space : at > 0 && goes(at - 1) ? '' : space + text)).join('');
}

/** The tokens between the view's own FROM and what follows; undefined without one, or in a set operation, whose parts are qualified alike. */
function findFrom(tokens: Tokens): { readonly start: number; readonly end: number } | undefined {
  const own = (words: RegExp) => (token: SqlToken) => token.depth === 0 && words.test(token.text);
  if (tokens.some(own(/^(?:UNION|INTERSECT|EXCEPT)$/))) return undefined;
  const from = tokens.findIndex(own(/^FROM$/));
  if (from === -1) return undefined;
  const length = tokens.slice(from + 1).findIndex(own(/^(?:WHERE|GROUP|HAVING|WINDOW|ORDER|LIMIT|OFFSET|FETCH|FOR)$/));
  return { start: from + 1, end: length === -1 ? tokens.length : from + 1 + length };
}

/** How the only relation of a FROM clause is called: its last name outside parentheses. Undefined when there are several. */
function onlyAlias(clause: Tokens): string | undefined {
  const isJoin = clause.some(({ depth, text }) => depth === 0 && (text === ',' || text === 'JOIN'));
  const [first, second] = clause;
  if (isJoin || (first?.text === '(' && !second?.inSubquery)) return undefined;
  const sample = clause.findIndex(({ depth, text }) => depth === 0 && text === 'TABLESAMPLE');
  return clause.slice(0, sample === -1 ? clause.length : sample).findLast(({ depth, text }) => depth === 0 && isName(text))?.text;
}

/** Names given with AS, which the server does only where the expression is not the column of that name. */
function outputNames(selectList: Tokens): ReadonlySet<string> {
  return new Set(selectList.filter(({ depth }, at) => depth === 0 && selectList[at - 1]?.text === 'AS').map(({ text }) => text));
}

/** True for `books` in `books.title`; not in `books.*`, in the function `books.count(…)` or the type `::books.mood` of a schema so called. */
function isBeforeColumn(tokens: Tokens, at: number): boolean {
  const before = tokens[at - 1]?.text ?? '';
  const [dot, column, after] = tokens.slice(at + 1, at + 4);
  return dot?.text === '.' && isName(column?.text) && after?.text !== '(' && !/^(?:\.|::|COLLATE)$/.test(before);
}

/**
 * True when the column is a whole item of ORDER BY, PARTITION BY or DISTINCT ON. There a bare name would mean the output column of that
 * name, so all versions qualify it when there is one.
 */
function isSortItem(tokens: Tokens, at: number): boolean {
  const text = (index: number) => tokens[index]?.text ?? '';
  const depth = tokens[at]?.depth ?? 0;
  if (!/^(?:BY|,|\()$/.test(text(at - 1)) || /^[.[]$/.test(text(at + 3))) return false;
  for (let before = at - 1; before >= 0; before--) {
    if ((tokens[before]?.depth ?? 0) < depth) return text(before - 1) === 'ON' && text(before - 2) === 'DISTINCT';
    if (text(before) === 'BY' && tokens[before]?.depth === depth) return /^(?:ORDER|PARTITION)$/.test(text(before - 1));
  }
  return false;
}
