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
    await rm(join(directory, '.env'));
    await mkdir(join(directory, '.env'));
    expect(() => readDotenv(directory)).toThrow(expect.objectContaining({ code: 'GW129', path: join(directory, '.env') }));
  } finally {
    await rm(directory, { recursive: true });
  }
});
