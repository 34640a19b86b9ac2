import { expect, test } from 'vitest';
import { CatalogUnreadable, extractCatalog, ServerTooOld, UnexpectedRow } from '../index.ts';

/** Answers the first questions of an extraction as a server of this version would. */
const server = (number: number, version: string, answer: (text: string) => readonly unknown[]) => ({
  query: async (text: string) => ({
    rows: text.includes('server_version_num') ? [{ number, version, in_transaction: false }] : answer(text),
  }),
});

test('a server before PostgreSQL 15 is refused with its version', async () => {
  const reading = extractCatalog(server(140_009, '14.9 (Debian 14.9-1)', () => []));
  await expect(reading).rejects.toThrow(ServerTooOld);
  await expect(reading).rejects.toMatchObject({ code: 'GW170', version: '14.9 (Debian 14.9-1)' });
});

test('a query that fails is named, with the server’s code and the error below it', async () => {
  const cause = Object.assign(new Error('canceling statement due to lock timeout'), { code: '55P03', severity: 'ERROR' });
  const reading = extractCatalog(
    server(170_000, '17.0', (text) => {
      if (text.startsWith('-- Views')) throw cause;
      return [];
    }),
  );
  await expect(reading).rejects.toThrow(CatalogUnreadable);
  await expect(reading).rejects.toMatchObject({ code: 'GW171', query: 'views', sqlState: '55P03', cause });
});

test('an answer that this version does not know is told with the object', async () => {
  const row = {
    kind: 'enum',
    path: ['s', 'e'],
    signature: null,
    key: 'pg_type/1/0',
    within: [],
    owner: 'me',
    properties: { labels: ['a'], colour: 'red' },
  };
  const reading = extractCatalog(server(200_000, '20.0', (text) => (text.startsWith('-- Enum') ? [row] : [])));
  await expect(reading).rejects.toThrow(UnexpectedRow);
  await expect(reading).rejects.toMatchObject({
    code: 'GW172',
    object: 'enum s.e',
    details: [expect.stringContaining('properties.colour')],
  });
});
