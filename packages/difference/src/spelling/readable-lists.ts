/**
 * `status in ('wanted', 'owned')` for what PostgreSQL prints of it. Not only for the reader: given back its own print, with a cast around
 * the array, PostgreSQL moves that cast to each item and keeps another expression than it printed.
 *
 * The two forms are those that a column of `varchar` and of `text` give; what IN makes of them is the same again.
 */
export function readableLists(sql: string): string {
  return FORMS.reduce(
    (text, { printed, cast }) => text.replaceAll(printed, (_, name: string, list: string) => `(${name} in (${list.replaceAll(cast, '')}))`),
    sql,
  );
}

const NAME = '((?:(?:"(?:[^"]|"")*"|[a-z_][a-z0-9_$]*)\\.)?(?:"(?:[^"]|"")*"|[a-z_][a-z0-9_$]*))';

const FORMS = [
  { cast: '::text', printed: new RegExp(`\\(${NAME} = ANY \\(ARRAY\\[(${listOf('text')})\\]\\)\\)`, 'g') },
  {
    cast: '::character varying',
    printed: new RegExp(`\\(\\(${NAME}\\)::text = ANY \\(\\(ARRAY\\[(${listOf('character varying')})\\]\\)::text\\[\\]\\)\\)`, 'g'),
  },
];

/** At least two items: IN with one is an equation. */
function listOf(type: string): string {
  const item = `'(?:[^']|'')*'::${type}`;
  return `${item}(?:, ${item})+`;
}
