import type { SqlToken } from './sql-token.ts';

/** `character varying(255)` becomes `varchar(255)`, `timestamp(3) with time zone` becomes `timestamptz(3)`. */
export function shortTypes(tokens: readonly SqlToken[]): readonly SqlToken[] {
  const short: SqlToken[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token === undefined) break;
    const { name, modifier, length } = match(tokens, at) ?? { name: token.text, modifier: [], length: 1 };
    short.push(length === 1 ? token : { text: name, space: token.space, keyword: null }, ...modifier);
    at += length;
  }
  return short;
}

interface Match {
  readonly name: string;
  /** `(3)` */
  readonly modifier: readonly SqlToken[];
  /** How many words it takes the place of. */
  readonly length: number;
}

function match(tokens: readonly SqlToken[], at: number): Match | null {
  const says = (offset: number, ...words: readonly string[]) =>
    words.every((word, next) => {
      const token = tokens[at + offset + next];
      return token?.keyword !== null && token?.text.toLowerCase() === word;
    });
  if (says(0, 'character', 'varying')) return { name: 'varchar', modifier: [], length: 2 };
  const time = says(0, 'timestamp') ? 'timestamp' : says(0, 'time') ? 'time' : null;
  if (time === null) return null;
  const modifier = tokens[at + 1]?.text === '(' && tokens[at + 3]?.text === ')' ? tokens.slice(at + 1, at + 4) : [];
  const rest = 1 + modifier.length;
  if (says(rest, 'with', 'time', 'zone')) return { name: `${time}tz`, modifier, length: rest + 3 };
  if (says(rest, 'without', 'time', 'zone')) return { name: time, modifier, length: rest + 3 };
  return null;
}
