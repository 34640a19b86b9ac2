import pg from 'pg';
import { expect, test } from 'vitest';
import { authentication, backendKeyData, parameterStatus, readyForQuery } from '../test/backend-messages.ts';
import { replying, withFakeServer } from '../test/fake-server.ts';
import { connect } from './connect.ts';
import { assertSupportedServer, parseServerVersion, serverVersion } from './server-version.ts';

test.each([
  ['17.5', 170005],
  ['17.11 (Debian 17.11-0+deb13u1)', 170011],
  ['15.18', 150018],
  ['18beta1', 180000],
  ['19devel', 190000],
])('%s is %i', (text, number) => {
  expect(parseServerVersion(text)).toBe(number);
});

test('a client of another making has no version to read', () => {
  expect(() => serverVersion(new pg.Client())).toThrow(TypeError);
});

test.each([
  ['14.9', false],
  ['15.0', true],
  ['19devel', true],
])('a server of %s is supported: %s', async (version, supported) => {
  const greeting = [authentication(0), parameterStatus('server_version', version), backendKeyData(1), readyForQuery()];
  await withFakeServer(replying(...greeting), async ({ settings }) => {
    const client = await connect(settings);
    const check = (): void => assertSupportedServer(client, settings);
    if (supported) expect(check).not.toThrow();
    else expect(check).toThrow(expect.objectContaining({ code: 'GW139', version: 140009 }));
    await client.end();
  });
});
