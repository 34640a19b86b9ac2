import { parseStatements } from './parse-statements.ts';
import type { Statement } from './statement.ts';

/**
 * The statements of a body as they are written, before placeholders, whose values may be secret: what is shown to people.
 * Where a placeholder stands for several statements the two cannot be matched, and what is sent is shown.
 *
 * @param sent the statements of the same body after placeholders
 */
export async function writtenStatements(body: string, sent: readonly Statement[]): Promise<readonly Statement[]> {
  const { statements } = await parseStatements(body);
  return statements.length === sent.length ? statements : sent;
}

/** The first line of a statement, for lists. */
export function firstLineOf({ text }: Pick<Statement, 'text'>): string {
  return text.split('\n', 1)[0]?.trimEnd() ?? '';
}
