/** PostgreSQL's NAMEDATALEN less the final zero. */
const LONGEST_NAME = 63;

/**
 * The name that the server gives to what has none, as `makeObjectName` and `ChooseConstraintName` of PostgreSQL do:
 * `books_author_id_fkey`, cut so that it fits, with a number when it is taken.
 *
 * @param columns none for a constraint of the whole table
 */
export function defaultName(table: string, columns: readonly string[], label: string, isTaken: (name: string) => boolean): string {
  for (let number = 0; ; number++) {
    const name = join(table, columns.join('_'), number === 0 ? label : `${label}${number}`);
    if (!isTaken(name)) return name;
  }
}

/** The longer of the two parts gives way. Lengths are bytes; a character is never cut in two. */
function join(table: string, columns: string, label: string): string {
  const room = LONGEST_NAME - bytes(label) - 1 - (columns === '' ? 0 : 1);
  let [first, second] = [bytes(table), bytes(columns)];
  while (first + second > room) {
    if (first > second) first--;
    else second--;
  }
  return [clip(table, first), ...(columns === '' ? [] : [clip(columns, second)]), label].join('_');
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}

function clip(text: string, length: number): string {
  let clipped = '';
  for (const character of text) {
    if (bytes(clipped + character) > length) break;
    clipped += character;
  }
  return clipped;
}
