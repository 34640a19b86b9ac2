import { fingerprintSql, parseStatements, type Statement } from '@godwit/migrator';
import { layOutStatement } from './lay-out-statement.ts';

/** SQL laid out anew. */
export interface FormattedSql {
  readonly text: string;
  /** Statements that stay as they were written: laid out anew they would not say the same. */
  readonly kept: readonly KeptStatement[];
}

export interface KeptStatement {
  /** Its first line. */
  readonly firstLine: string;
  /** Where it begins in the SQL that was given, in UTF-16 code units. */
  readonly offset: number;
}

/**
 * Lays out each statement; what stands between them (comments, empty lines) is the author's, and so are upper and lower case. A statement
 * is taken over only when its parse tree, its literals, its bodies in dollar quotes and its comments are what they were: no formatter can
 * be trusted with that. SQL that does not parse is left alone.
 */
export async function formatSql(sql: string): Promise<FormattedSql> {
  const { statements } = await parseStatements(sql);
  const kept: KeptStatement[] = [];
  let text = '';
  let end = 0;
  for (const statement of statements) {
    const formatted = await formatStatement(statement);
    if (formatted === null) kept.push({ firstLine: firstLineOf(statement), offset: statement.offset });
    text += sql.slice(end, statement.offset) + (formatted ?? statement.text);
    end = statement.offset + statement.text.length;
  }
  text += sql.slice(end);
  // What holds for each statement holds for them all, unless a comment reached over the end of one.
  return (await saySame(sql, text))
    ? { text, kept }
    : { text: sql, kept: statements.map((one) => ({ firstLine: firstLineOf(one), offset: one.offset })) };
}

/** Null when it cannot be laid out without a change. */
async function formatStatement(statement: Statement): Promise<string | null> {
  try {
    const formatted = await layOutStatement(statement);
    return (await saySame(statement.text, formatted)) ? formatted : null;
  } catch {
    // sql-formatter does not know all of PostgreSQL's grammar.
    return null;
  }
}

async function saySame(before: string, after: string): Promise<boolean> {
  if (before === after) return true;
  const [one, other] = [await fingerprintSql(before), await fingerprintSql(after)];
  return one !== null && one.tree === other?.tree && one.tokens === other.tokens;
}

function firstLineOf({ text }: Statement): string {
  return text.split('\n')[0] ?? '';
}
