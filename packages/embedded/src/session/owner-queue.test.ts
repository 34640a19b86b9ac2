import { expect, test } from 'vitest';
import { type Owner, OwnerQueue } from './owner-queue.ts';

class Somebody implements Owner {
  readonly name: string;
  idleSince: number | null = null;

  constructor(name: string) {
    this.name = name;
  }
}

const [a, b, c] = [new Somebody('a'), new Somebody('b'), new Somebody('c')];

function queueOf(options: { readonly patienceMs: number; readonly makeRoom?: (owner: Somebody) => void }): OwnerQueue<Somebody> {
  return new OwnerQueue({
    graceMs: 5,
    makeRoom: () => undefined,
    refusal: (owner) => new Error(`${owner.name} is in the way`),
    ...options,
  });
}

test('first come, first served; the owner needs not queue again', async () => {
  const queue = queueOf({ patienceMs: 60_000 });
  const served: string[] = [];
  await queue.acquire(a);
  await queue.acquire(a);
  const others = [b, c].map((who) => queue.acquire(who).then(() => served.push(who.name)));
  queue.release(c);
  expect(queue.owner).toBe(a);
  queue.release(a);
  await others[0];
  expect(served).toEqual(['b']);
  queue.release(b);
  await others[1];
  expect(queue.owner).toBe(c);
  queue.release(c);
  expect(queue.owner).toBeNull();
});

test('an owner that works is waited for; one that is idle is in the way after a while', async () => {
  const queue = queueOf({ patienceMs: 30 });
  const owner = new Somebody('the owner');
  await queue.acquire(owner);
  let outcome = '';
  const waiting = queue.acquire(b).catch((error: Error) => {
    outcome = error.message;
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(outcome).toBe('');
  owner.idleSince = performance.now();
  await waiting;
  expect(outcome).toBe('the owner is in the way');
  expect(queue.owner).toBe(owner);
});

test('who has all the time of the world is not refused', async () => {
  const owner = new Somebody('the owner');
  owner.idleSince = performance.now();
  const queue = queueOf({ patienceMs: 10 });
  await queue.acquire(owner);
  const patient = queue.acquire(c, Number.POSITIVE_INFINITY);
  await expect(queue.acquire(b)).rejects.toThrow('in the way');
  queue.release(owner);
  await patient;
  expect(queue.owner).toBe(c);
});

test('an idle owner is asked to make room while somebody waits', async () => {
  const owner = new Somebody('the owner');
  owner.idleSince = performance.now();
  const queue = queueOf({ patienceMs: 60_000, makeRoom: (who) => queue.release(who) });
  await queue.acquire(owner);
  await queue.acquire(b);
  expect(queue.owner).toBe(b);
});

test('a waiter can be withdrawn, and all can be sent away', async () => {
  const queue = queueOf({ patienceMs: 60_000 });
  await queue.acquire(a);
  const [first, second] = [queue.acquire(b), queue.acquire(c)];
  queue.withdraw(b, new Error('gone'));
  await expect(first).rejects.toThrow('gone');
  queue.clear(new Error('crashed'));
  await expect(second).rejects.toThrow('crashed');
  expect(queue.owner).toBeNull();
});
