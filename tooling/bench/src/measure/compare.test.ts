import { expect, test } from 'vitest';
import { compare } from './compare.ts';
import { atMost } from './target.ts';

test('contenders take turns, each round begins with another, and warm-up rounds do not count', async () => {
  const order: string[] = [];
  const contender = (name: string) => ({
    name,
    sample: async () => {
      order.push(name);
      return order.length;
    },
  });
  const measurement = await compare({
    about: 'a call',
    unit: 'ms',
    subject: contender('a'),
    others: [{ ...contender('b'), target: atMost(2) }, contender('c')],
    rounds: 2,
    warmups: 1,
    onProgress: () => undefined,
  });
  expect(order.join('')).toBe('abcbcacab');
  expect(measurement).toEqual({
    about: 'a call',
    unit: 'ms',
    subject: { name: 'a', samples: [6, 8] },
    others: [
      { series: { name: 'b', samples: [4, 9] }, target: { kind: 'at most', ratio: 2 } },
      { series: { name: 'c', samples: [5, 7] }, target: null },
    ],
  });
});
