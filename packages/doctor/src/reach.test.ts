import { GodwitError } from '@godwit/diagnostics';
import { parseDatabaseUrl } from '@godwit/postgres';
import { expect, test } from 'vitest';
import { reach } from './reach.ts';

class Stopped extends GodwitError {
  constructor() {
    super({ code: 'GW504', message: 'Interrupted by Ctrl-C' });
  }
}

/** Nobody listens there. */
const nowhere = parseDatabaseUrl('postgres://somebody@127.0.0.1:1/app', 'test');

test('a server that does not answer is a finding', async () => {
  const { client, finding } = await reach(nowhere, new AbortController().signal);
  expect([client, finding.state]).toEqual([null, 'problem']);
});

test('that somebody has stopped it is none, whatever words they have for it', async () => {
  const reason = new Stopped();
  await expect(reach(nowhere, AbortSignal.abort(reason))).rejects.toBe(reason);
});
