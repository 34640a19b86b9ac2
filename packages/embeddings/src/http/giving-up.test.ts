import { expect, test } from 'vitest';
import { type Behaviour, refuse, silence } from '../testing/endpoint-server.ts';
import { latch } from '../testing/latch.ts';
import { failure, opened } from '../testing/opened-provider.ts';

test('the first failure ends the other requests of its call', () =>
  opened(
    [silence, refuse(401, 'no')],
    async ({ provider, requests }) => {
      expect(await failure(provider)).toMatchObject({ code: 'GW432' });
      expect(requests).toHaveLength(2);
    },
    { batchTexts: 1, concurrency: 2 },
  ));

test('the caller can give up: while it is silent, while it waits, while others are before it', async () => {
  const reason = new Error('given up');
  const asked = new AbortController();
  const abort: Behaviour = () => asked.abort(reason);
  await opened([abort], async ({ provider, requests }) => {
    await expect(provider.embed(['a'], { signal: asked.signal })).rejects.toBe(reason);
    await expect(provider.embed(['a'], { signal: asked.signal })).rejects.toBe(reason);
    expect(requests).toHaveLength(1);
  });
  const waiting = new AbortController();
  const sleep = async (_ms: number, signal: AbortSignal | undefined): Promise<void> => {
    waiting.abort(reason);
    signal?.throwIfAborted();
  };
  await opened(
    [refuse(503, 'later')],
    async ({ provider }) => {
      await expect(provider.embed(['a'], { signal: waiting.signal })).rejects.toBe(reason);
    },
    {},
    { clock: { now: () => 0, sleep } },
  );
  const queued = new AbortController();
  const arrived = latch();
  const stop = new AbortController();
  const hold: Behaviour = () => arrived.open();
  await opened(
    [hold],
    async ({ provider, requests }) => {
      const first = provider.embed(['a'], { signal: stop.signal });
      await arrived.opened;
      const second = provider.embed(['b'], { signal: queued.signal });
      queued.abort(reason);
      await expect(second).rejects.toBe(reason);
      expect(requests).toHaveLength(1);
      stop.abort(reason);
      await expect(first).rejects.toBe(reason);
    },
    { concurrency: 1 },
  );
});
