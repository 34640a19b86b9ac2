import { expect, test } from 'vitest';
import { manualClock } from '../testing/manual-clock.ts';
import { createPace } from './pace.ts';

test('no minute has more than its number, however long nothing went on before', async () => {
  const clock = manualClock();
  const pace = createPace(3, clock);
  await clock.sleep(600_000, undefined);
  const start = clock.now();
  const went: number[] = [];
  for (let count = 0; count < 5; count++) {
    await pace.take(1, undefined);
    went.push(clock.now() - start);
  }
  expect(went).toEqual([0, 20_000, 40_000, 60_000, 80_000]);
});

test('when the other side asks for a rest, nobody goes, limit or not', async () => {
  const clock = manualClock();
  const pace = createPace(undefined, clock);
  await pace.take(100, undefined);
  expect(clock.slept).toEqual([]);
  pace.hold(7000);
  pace.hold(3000);
  await pace.take(1, undefined);
  expect(clock.slept).toEqual([7000]);
});
