import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LedgerNotAChain } from './ledger-errors.ts';
import { orderChain } from './order-chain.ts';

const chain = (length: number) =>
  Array.from({ length }, (_, index) => ({
    hash: `sha1:${index}`,
    previousHash: index === 0 ? null : `sha1:${index - 1}`,
    ledgerName: `${index + 1}.sql`,
  }));

test('finds the order of rows that come in any order', () => {
  const shuffled = fc.integer({ min: 0, max: 30 }).chain((length) => fc.shuffledSubarray(chain(length), { minLength: length }));
  fc.assert(
    fc.property(shuffled, (rows) => {
      expect(orderChain(rows)).toEqual(chain(rows.length));
    }),
  );
});

test('refuses a chain with a gap, a fork or no beginning', () => {
  const [first, second, third] = chain(3);
  if (first === undefined || second === undefined || third === undefined) throw new Error('three');
  expect(() => orderChain([first, third])).toThrow(new LedgerNotAChain(['3.sql']));
  expect(() => orderChain([first, second, { ...third, previousHash: first.hash }])).toThrow(new LedgerNotAChain(['2.sql', '3.sql']));
  expect(() => orderChain([second])).toThrow(LedgerNotAChain);
});
