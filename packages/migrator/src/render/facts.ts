import { quoteLiteral } from '@godwit/postgres';

/** A variable of psql that a text asks for, and what it holds, as SQL. */
export type Fact = readonly [name: string, sql: string];

/** A literal of one line where the text has one. psql has no null: `''` stands for it. */
export function textFact(name: string, text: string | null | undefined): Fact {
  return [name, quoteLiteral(text ?? '').trim()];
}

/** One statement that psql keeps the values of, some to a line: `select 2 as number, … \\gset`. */
export function gset(lines: readonly (readonly Fact[])[]): string {
  const written = lines.filter((line) => line.length > 0).map((line) => line.map(([name, sql]) => `${sql} as ${name}`).join(', '));
  return `select ${written.join(',\n  ')} \\gset\n`;
}
