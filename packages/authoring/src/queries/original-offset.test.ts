import { expect, test } from 'vitest';
import { originalOffset } from './original-offset.ts';
import { parseQueryFile } from './query-file.ts';

const text = `/* Before. */
/*
  @name Many
  @param ids -> (...)
  @param one -> (a, b)
  @param many -> ((a, b)...)
*/
with n as (select :x!::int4 as x, '日本' as name, :longName::text as y)
select * from n where x in :ids and (x, x) = :one and (x, x) in (values :many!) and x <> :x and last = 'LAST';
`;

test('each plain character of a statement stands where it stood in the file', async () => {
  const [query] = await parseQueryFile('a.sql', text);
  if (query === undefined) throw new Error('no query');
  expect(query.statement).toContain('x in ($1) and (x, x) = ($2,$3) and (x, x) in (values ($4,$5)) and x <> $6');
  for (const word of ['with n', '日本', 'as name', 'as y', '* from', 'and (x, x) =', 'and (x, x) in', 'and x <>', 'LAST']) {
    const position = query.statement.indexOf(word);
    expect(position, word).toBeGreaterThanOrEqual(0);
    expect(text.slice(originalOffset(query, position)), word).toSatisfy((rest: string) => rest.startsWith(word));
  }
});

test('a stand-in is the place of its parameter', async () => {
  const [query] = await parseQueryFile('a.sql', text);
  if (query === undefined) throw new Error('no query');
  for (const [standIn, parameter] of [
    ['$6::int4', ':x!::int4'],
    ['$2,$3', ':one'],
    ['$5', ':many!'],
  ]) {
    const position = query.statement.indexOf(standIn ?? '');
    expect(text.slice(originalOffset(query, position)), standIn).toSatisfy((rest: string) => rest.startsWith(parameter ?? '?'));
  }
});
