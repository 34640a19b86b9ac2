import { expect, test } from 'vitest';
import { gatesOf } from './gates-of.ts';

test('each backfill that a body waits for is named once, in a DO block too', () => {
  const body = `select godwit.require_backfill('one', $$select 1$$);
do $gate$ begin perform godwit.require_backfill ( 'it''s two', 'select 1'); perform godwit.require_backfill('one', 'select 2'); end $gate$;
select require_backfill('other', ''), my_godwit.require_backfill('third', '');`;
  expect(gatesOf(body)).toEqual(['one', "it's two"]);
  expect(gatesOf('select 1')).toEqual([]);
});
