import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDotenv } from './dotenv.ts';

test('reads .env and leaves the process alone; without the file there is nothing', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'godwit-dotenv-'));
  try {
    expect(readDotenv(directory)).toEqual({});
    await writeFile(join(directory, '.env'), '# a comment\nGODWIT_DOTENV_TEST="postgres://a:b#c@h/d"\nexport OTHER=x # y\nEMPTY=\n');
    expect(readDotenv(directory)).toEqual({ GODWIT_DOTENV_TEST: 'postgres://a:b#c@h/d', OTHER: 'x', EMPTY: '' });
    expect(process.env.GODWIT_DOTENV_TEST).toBeUndefined();
    await writeFile(join(directory, '.env'), '\uFEFFDATABASE_URL=a\nsomething: else\nOTHER=a#b\nPGPASSWORD="a#b"\nPGUSER=u # me\n');
    expect(readDotenv(directory)).toMatchObject({ DATABASE_URL: 'a', PGPASSWORD: 'a#b', PGUSER: 'u' });
    await rm(join(directory, '.env'));
    await mkdir(join(directory, '.env'));
    expect(() => readDotenv(directory)).toThrow(expect.objectContaining({ code: 'GW129', path: join(directory, '.env') }));
  } finally {
    await rm(directory, { recursive: true });
  }
});

test.each([
  ['# mine\nDATABASE_URL: postgres://u:s3cret@h/d\n', 'GW174', ':2: DATABASE_URL is not followed by ='],
  ['export PGHOST db.internal\n', 'GW174', ':1: PGHOST is not followed by ='],
  ['DATABASE_URL=postgres://u:s3#cret@h/d\n', 'GW174', ':1: DATABASE_URL has a # outside of quotes, where a comment begins'],
  ['PGPASSWORD = s3#cret', 'GW174', ':1: PGPASSWORD has a # outside of quotes, where a comment begins'],
  [Buffer.from('DATABASE_URL=x', 'utf16le'), 'GW129', ' cannot be read'],
  [Buffer.from([0x44, 0xff, 0x3d]), 'GW129', ' cannot be read'],
])('%j is refused, and never repeated', async (content, code, message) => {
  const directory = await mkdtemp(join(tmpdir(), 'godwit-dotenv-'));
  try {
    await writeFile(join(directory, '.env'), content);
    const read = (): unknown => readDotenv(directory);
    expect(read).toThrow(expect.objectContaining({ code, message: `${join(directory, '.env')}${message}` }));
    expect(read).toThrow(expect.not.objectContaining({ message: expect.stringContaining('s3') }));
  } finally {
    await rm(directory, { recursive: true });
  }
});
