import { frameAt } from '@godwit/diagnostics';
import { expect, test } from 'vitest';
import { MayNotCreateDatabases, SeedFailed } from '../errors.ts';
import { inWords } from './in-words.ts';

test('the message has the code, the place and the help', async () => {
  const frame = frameAt('rows.sql', 'insert into bok', 12);
  const described = { message: 'no such table', frame, details: ['Detail: none'] };
  const error = new SeedFailed('rows.sql', null, {
    ...described,
    sqlState: '42P01',
    statement: '',
    detail: '',
    hint: '',
    where: [],
    internal: undefined,
    object: undefined,
  });
  const told = inWords(() => Promise.reject(error));
  await expect(told).rejects.toThrow(
    /^GW605: rows\.sql cannot be loaded: no such table\nDetail: none\n[\s\S]*insert into bok[\s\S]*help: paths of seeds/,
  );
  await expect(inWords(() => Promise.reject(new MayNotCreateDatabases('ci', 'app @ db')))).rejects.toThrow(
    /help: .*alter role "?ci"? createdb/,
  );
});

test('what is no error of ours is passed on, and so is what comes of the work', async () => {
  const other = new Error('other');
  await expect(inWords(() => Promise.reject(other))).rejects.toBe(other);
  expect(await inWords(async () => 7)).toBe(7);
});
