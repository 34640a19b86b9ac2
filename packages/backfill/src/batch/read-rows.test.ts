import { expect, test } from 'vitest';
import { withoutMarks } from './read-rows.ts';

test('columns have the names that pgtyped gives them', () => {
  expect(
    withoutMarks([
      { id: 1, 'text!': 'a', 'note?': null, 'why!?': 'one mark only' },
      { id: 2, 'text!': 'b', 'note?': 'n', 'why!?': '' },
    ]),
  ).toEqual([
    { id: 1, text: 'a', note: null, 'why!': 'one mark only' },
    { id: 2, text: 'b', note: 'n', 'why!': '' },
  ]);
});

test('rows without a mark are the very rows', () => {
  const rows = [{ id: 1, '!text': 'a' }];
  expect(withoutMarks(rows)).toBe(rows);
  expect(withoutMarks([])).toEqual([]);
});
