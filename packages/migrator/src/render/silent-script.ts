import { parseStatements } from '../statements/parse-statements.ts';

/**
 * Statements of our own for psql, each ended, and what a SELECT returns kept from the screen: `\gset` puts it into psql's
 * variables `godwit_…`.
 */
export async function silentScript(sql: string): Promise<string> {
  const { statements } = await parseStatements(sql);
  let script = '';
  let done = 0;
  for (const { text, offset, kind } of statements) {
    script += `${sql.slice(done, offset).replace(/^\s*;/, '').trimStart()}${text}${kind === 'SelectStmt' ? ' \\gset godwit_' : ';'}\n`;
    done = offset + text.length;
  }
  return script;
}
