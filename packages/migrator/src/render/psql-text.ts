import { byteOffsets } from '../statements/byte-offsets.ts';
import { loadSqlParser } from '../statements/parser.ts';

/** What psql takes for the beginning of a variable after a colon. */
const VARIABLE = /[\p{L}\p{N}_'"{\u0080-\uffff]/u;

const END_OF_LINE = /\n$/;

/**
 * SQL as psql must read it to send it as it is: ended by a semicolon, and with nothing that psql would take for one of its
 * variables. psql replaces `:name` wherever it is no part of a literal or a comment, that is in array slices (`path[1:level]`),
 * when a variable of that name is set, as `:USER` and forty others always are. There a blank after the colon changes nothing
 * for PostgreSQL and everything for psql.
 *
 * Backslashes, dollar quotes and quotes need no care: psql reads literals and comments by PostgreSQL's own rules, and outside
 * of them valid SQL holds no backslash.
 *
 * @param sql one statement or several that parse; what does not has no meaning that could be kept
 */
export async function psqlText(sql: string): Promise<string> {
  const parser = await loadSqlParser();
  const units = byteOffsets(sql);
  const tokens = parser.scan(sql);
  let text = '';
  let done = 0;
  for (const { end, text: token } of tokens) {
    if (token !== ':' || !VARIABLE.test(sql.charAt(units(end)))) continue;
    text += `${sql.slice(done, units(end))} `;
    done = units(end);
  }
  text += sql.slice(done);
  const last = tokens.findLast(({ tokenName }) => tokenName !== 'SQL_COMMENT' && tokenName !== 'C_COMMENT');
  const open = last !== undefined && last.text !== ';';
  const line = END_OF_LINE.test(text) ? text : `${text}\n`;
  return open ? `${line};\n` : line;
}
