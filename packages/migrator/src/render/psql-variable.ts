import { dollarQuote } from './dollar-quote.ts';

/** A text of SQL that a script says once and psql repeats wherever `:name` stands. */
export interface PsqlVariable {
  readonly name: string;
  /** What it does, for the reader of the script. One line. */
  readonly about: string;
  /** Statements, each ended. May hold other variables, which psql reads where the text is used. */
  readonly sql: string;
}

/** By way of the server, since only there a text of several lines can be written as it is. */
export function definePsqlVariable({ name, about, sql }: PsqlVariable): string {
  return `-- :${name}  ${about}\nselect ${dollarQuote(`\n${sql.trim()}\n`, 'text')} as ${name} \\gset\n`;
}

/** Each ended. */
export function statements(sql: readonly string[]): string {
  return `${sql.join(';\n')};`;
}
