import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { authentication, errorResponse } from '../test/backend-messages.ts';
import { withFakeServer } from '../test/fake-server.ts';
import { connect } from './connect.ts';
import { findPassword } from './password-file.ts';

const wanted = { host: 'db.internal', port: 5432, database: 'shop', user: 'app' };

describe('the line that is taken', () => {
  test.each([
    ['db.internal:5432:shop:app:right', 'right'],
    ['*:*:*:*:right', 'right'],
    ['db.internal:5432:shop:app:first\n*:*:*:*:second', 'first'],
    ['other:*:*:*:wrong\ndb.internal:5433:shop:app:wrong\n*:*:shop:app:right', 'right'],
    ['# *:*:*:*:wrong\r\n\r\ndb.internal:*:*:app:right\r\n', 'right'],
    ['db.internal:5432:shop:app:a\\:b\\\\c', 'a:b\\c'],
    ['db.internal:5432:shop:other:wrong', undefined],
    ['db.internal:5432:shop:app', undefined],
    ['db.internal:5432:shop:app:', undefined],
    ['\\*:*:*:*:wrong', undefined],
    ['', undefined],
  ])('%j', (text, password) => {
    expect(findPassword(text, wanted)).toBe(password);
  });

  test('a name with a colon, and a socket by its directory or as localhost', () => {
    expect(findPassword('*:*:a\\:b:app:right', { ...wanted, database: 'a:b' })).toBe('right');
    const socket = { ...wanted, host: '/tmp' };
    expect(findPassword('localhost:*:*:*:right', socket)).toBe('right');
    expect(findPassword('/tmp:*:*:*:right', socket)).toBe('right');
  });
});

test('is read when the server asks for a password, unless others can read it', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'godwit-pgpass-'));
  const passwordFile = join(directory, 'pgpass');
  await writeFile(passwordFile, '*:*:*:*:from-the-file\n', { mode: 0o600 });
  const received: Buffer[] = [];
  try {
    await withFakeServer(
      (socket) => {
        socket.once('data', () => {
          socket.write(authentication(3));
          socket.once('data', (data: Buffer) => {
            received.push(Buffer.from(data));
            socket.end(errorResponse({ sqlState: '28P01', message: 'no' }));
          });
        });
      },
      async ({ settings }) => {
        const without = { ...settings, password: undefined, passwordFile };
        await expect(connect(without)).rejects.toMatchObject({ code: 'GW120' });
        expect(Buffer.concat(received).toString()).toContain('from-the-file');
        await chmod(passwordFile, 0o644);
        await expect(connect(without)).rejects.toMatchObject({
          code: 'GW121',
          details: expect.arrayContaining([expect.stringContaining(`chmod 600 ${passwordFile}`)]),
        });
        expect(received).toHaveLength(1);
      },
    );
  } finally {
    await rm(directory, { recursive: true });
  }
});
