import type { SchemaDifference } from './difference.ts';

/** The statements as one SQL text, each ended by a semicolon and with an empty line between. Empty when there are none. */
export function renderDifference({ statements }: Pick<SchemaDifference, 'statements'>): string {
  return statements.map(({ sql }) => `${sql};\n`).join('\n');
}
