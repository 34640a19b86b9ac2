import { copyFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { certificate } from '../test/tls-proxy.ts';
import { readTlsMaterial } from './tls-material.ts';

async function withHome<T>(files: Readonly<Record<string, string>>, run: (home: string) => Promise<T>): Promise<T> {
  const home = await mkdtemp(join(tmpdir(), 'godwit-home-'));
  try {
    await mkdir(join(home, '.postgresql'));
    for (const [name, source] of Object.entries(files)) await copyFile(certificate(source), join(home, '.postgresql', name));
    return await run(home);
  } finally {
    await rm(home, { recursive: true });
  }
}

test('without any file, require checks nothing and the verifying modes trust what Node trusts', async () => {
  await withHome({}, async (home) => {
    const required = await readTlsMaterial({ mode: 'require' }, home);
    expect(required).toMatchObject({ rootCert: undefined, options: { rejectUnauthorized: false } });
    const full = await readTlsMaterial({ mode: 'verify-full' }, home);
    expect(full.options).toEqual({ rejectUnauthorized: true });
    const ca = await readTlsMaterial({ mode: 'verify-ca' }, home);
    expect(ca.options).toMatchObject({ rejectUnauthorized: true, checkServerIdentity: expect.any(Function) });
  });
});

test("libpq's files in the home directory are used, and give way to what is set", async () => {
  const files = { 'root.crt': 'ca.crt', 'postgresql.crt': 'client.crt', 'postgresql.key': 'client.key' };
  await withHome(files, async (home) => {
    const read = (name: string) => readFile(certificate(name), 'utf8');
    const found = await readTlsMaterial({ mode: 'require' }, home);
    expect(found.rootCert).toBe(join(home, '.postgresql', 'root.crt'));
    expect(found.options).toMatchObject({
      rejectUnauthorized: true,
      ca: await read('ca.crt'),
      cert: await read('client.crt'),
      key: await read('client.key'),
    });
    const set = await readTlsMaterial({ mode: 'require', rootCert: certificate('self-signed.crt') }, home);
    expect(set.options.ca).toBe(await read('self-signed.crt'));
  });
});

test('system is the authorities of Node and of the operating system', async () => {
  await withHome({}, async (home) => {
    const { options } = await readTlsMaterial({ mode: 'verify-full', rootCert: 'system' }, home);
    expect(options.rejectUnauthorized).toBe(true);
    expect(Array.isArray(options.ca) && options.ca.length > 50).toBe(true);
  });
});
