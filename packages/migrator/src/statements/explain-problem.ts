import type { SqlParser } from './parser.ts';
import type { SqlProblem } from './statement.ts';

interface Failure {
  readonly parser: SqlParser;
  readonly sql: string;
  /** What the parser threw; null when the SQL parses but cannot be run. */
  readonly error: unknown;
  readonly offset: number;
  /** A COPY … FROM stdin that was found by its tree. */
  readonly copy?: string;
}

/** What to do instead of the psql commands that people put into migrations. */
const INSTEAD: Readonly<Record<string, string>> = {
  i: 'put the file into migrations/fixtures/ and write: --!include NAME.sql',
  ir: 'put the file into migrations/fixtures/ and write: --!include NAME.sql',
  include: 'put the file into migrations/fixtures/ and write: --!include NAME.sql',
  include_relative: 'put the file into migrations/fixtures/ and write: --!include NAME.sql',
  set: 'define a placeholder in .gmrc ("placeholders": {":NAME": "value"}) and write :NAME',
  unset: 'define a placeholder in .gmrc ("placeholders": {":NAME": "value"}) and write :NAME',
  gset: 'use a DO block with a variable: do $$ declare x int; begin select … into x; … end $$;',
  gexec: 'use a DO block: do $$ declare r record; begin for r in select … loop execute …; end loop; end $$;',
  copy: 'write INSERT … VALUES for a few rows; load many with `migrate seed` or a backfill',
  if: 'use a DO block with IF',
  elif: 'use a DO block with IF',
  else: 'use a DO block with IF',
  endif: 'use a DO block with IF',
  c: 'a migration speaks to one database, the one that the command was given: remove the line',
  connect: 'a migration speaks to one database, the one that the command was given: remove the line',
  echo: "use: do $$ begin raise notice '…'; end $$;",
  '.': 'write INSERT … VALUES for a few rows; load many with `migrate seed` or a backfill',
};

const COPY_INSTEAD = 'write INSERT … VALUES for a few rows; load many with `migrate seed` or a backfill';

/** Puts a parse failure into words: what the parser said, or which habit of psql it comes from. */
export function explainProblem(failure: Failure): SqlProblem {
  const { sql, offset, error } = failure;
  const copy = failure.copy ?? copyBefore(failure);
  if (copy !== null) {
    const place = sql.lastIndexOf(copy, offset);
    return { kind: 'copy data', message: 'COPY … FROM stdin needs psql, which sends the rows below it', offset: place, help: COPY_INSTEAD };
  }
  const command = /^\\([a-z_]+|[^\s])?/i.exec(sql.slice(offset))?.[1] ?? null;
  if (sql[offset] === '\\') {
    const help = INSTEAD[command?.toLowerCase() ?? ''] ?? 'remove it, or write it as SQL';
    return { kind: 'psql command', message: `\\${command ?? ''} is a command of psql, not SQL`, offset, help };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'syntax', message: message.split('\n', 1)[0] ?? message, offset, help: null };
}

/** The COPY … FROM stdin whose rows the parser stumbled over, if it did. */
function copyBefore({ parser, sql, offset }: Failure): string | null {
  for (const match of [...sql.slice(0, offset).matchAll(/\bcopy\b[^;]*\bfrom\s+stdin\b[^;]*(?=;)/gi)].reverse()) {
    try {
      const last = parser.parse(sql.slice(0, match.index + match[0].length)).stmts?.at(-1)?.stmt;
      if (last !== undefined && 'CopyStmt' in last) return match[0];
    } catch {
      // The match lies in a comment or a literal, or an earlier COPY spoils the text before it.
    }
  }
  return null;
}
