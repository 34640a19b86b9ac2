import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterBatch, afterConflict, firstSize } from './batch-size.ts';

const BOUNDS = { targetMs: 300, maxRows: 100_000 };

/** Batches on a machine that does so many rows a millisecond, until the size stands still. */
function settle(rowsAMs: number, size = firstSize(1_000)) {
  const sizes = [size.rows];
  let now = size;
  for (let batch = 0; batch < 30; batch++) {
    now = afterBatch(now, { rows: now.rows, ms: now.rows / rowsAMs }, BOUNDS);
    sizes.push(now.rows);
  }
  return { size: now, sizes };
}

test.each([0.5, 10, 200])('at %d rows a millisecond it comes to batches of the target time', (rowsAMs) => {
  const { size } = settle(rowsAMs);
  expect(size.rows / rowsAMs).toBeGreaterThan(250);
  expect(size.rows / rowsAMs).toBeLessThan(350);
});

test('it grows twofold at most', () => {
  expect(settle(200).sizes.slice(0, 6)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000]);
});

test('a batch three times too slow cuts it at once to what would have fitted', () => {
  const { size } = settle(100);
  const cut = afterBatch(size, { rows: size.rows, ms: 6_000 }, BOUNDS);
  expect(cut.rows).toBe(Math.floor((size.rows * 300) / 6_000));
  expect([cut.seen, cut.ms]).toEqual([0, 0]);
});

test('a conflict halves it, down to one row', () => {
  expect(afterConflict(firstSize(1_000)).rows).toBe(500);
  expect(afterConflict(firstSize(1)).rows).toBe(1);
});

test('whatever happens, it is from one row to the most', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constant(null), fc.record({ rows: fc.nat(200_000), ms: fc.double({ min: 0, max: 1e6, noNaN: true }) }))),
      (batches) => {
        let size = firstSize(1_000);
        for (const batch of batches) {
          size = batch === null ? afterConflict(size) : afterBatch(size, batch, BOUNDS);
          expect(Number.isInteger(size.rows) && size.rows >= 1 && size.rows <= BOUNDS.maxRows).toBe(true);
        }
      },
    ),
  );
});
