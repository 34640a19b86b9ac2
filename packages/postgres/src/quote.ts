/**
 * A name as an SQL identifier, always in double quotes: `book` → `"book"`, `a"b` → `"a""b"`.
 *
 * The only place where a name becomes SQL. A name is never folded: `Book` stays `Book`.
 *
 * @throws TypeError for an empty name or one with a NUL character, which PostgreSQL cannot hold
 */
export function quoteIdentifier(name: string): string {
  if (name === '') throw new TypeError('An SQL identifier cannot be empty');
  refuseNul(name);
  return `"${name.replaceAll('"', '""')}"`;
}

/** A name in a schema: `"shelf"."books"`. */
export function quoteQualified(schema: string, name: string): string {
  return `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
}

/**
 * A text as an SQL string literal. For rendered SQL and utility statements that take no parameters; everything else
 * passes values as parameters.
 *
 * A backslash turns it into an escape string (` E'…'`, with a space before it, since `x` beside `E'…'` would read as one word),
 * so that the value does not depend on `standard_conforming_strings`.
 *
 * @throws TypeError for a text with a NUL character, which PostgreSQL cannot hold
 */
export function quoteLiteral(text: string): string {
  refuseNul(text);
  const quoted = text.replaceAll("'", "''");
  return text.includes('\\') ? ` E'${quoted.replaceAll('\\', '\\\\')}'` : `'${quoted}'`;
}

function refuseNul(text: string): void {
  if (text.includes('\0')) throw new TypeError('PostgreSQL cannot hold a NUL character (U+0000) in a name or a text');
}
