import { expect, test } from 'vitest';
import { openNativeServer } from './native-server.ts';

test('without a server the error names the variable to set', async () => {
  await expect(openNativeServer({})).rejects.toThrow(/benches need a native PostgreSQL.*\nnext: GODWIT_BENCH_DATABASE_URL=/);
});

test('DATABASE_URL is not a bench server: somebody may need that database', async () => {
  await expect(openNativeServer({ DATABASE_URL: 'postgres://postgres@127.0.0.1:1/app' })).rejects.toThrow(
    'benches need a native PostgreSQL',
  );
});
