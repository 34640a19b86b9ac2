import { describe, expect, test } from 'vitest';
import { type CommitTime, judgeOthers, NO_OTHERS, type Others } from './others.ts';

const MOST = 10;

interface Seen {
  readonly beside: number;
  readonly alone: number;
  readonly busy: number;
  /** In how many percent of the time somebody is at work; always, unless given. */
  readonly others?: number;
}

/** A hundred commits in the second before a moment, of which so many were beside a batch. */
function second(now: number, { beside, alone, busy, others = 100 }: Seen): readonly CommitTime[] {
  return Array.from({ length: 100 }, (_, at) => ({
    at: now - 1000 + at * 10,
    ms: at < busy ? beside : alone,
    beside: at < busy,
    others: at % Math.round(100 / others) === 0,
  }));
}

/** Looks for some seconds at a server on which batches take what the share allows; the share and the last reading. */
function after(seconds: number, server: Omit<Seen, 'busy'>) {
  let others: Others = NO_OTHERS;
  let reading = judgeOthers(others, [], { now: 0, most: MOST }).reading;
  for (let now = 1_000; now <= seconds * 1_000; now += 1_000) {
    const busy = reading.level >= 1 ? 0 : Math.round(100 * others.share);
    ({ others, reading } = judgeOthers(others, second(now, { ...server, busy }), { now, most: MOST }));
  }
  return { others, reading };
}

test('nobody begins a batch before it is known how fast others are without', () => {
  const { reading } = judgeOthers(NO_OTHERS, second(1_000, { beside: 3, alone: 1, busy: 98 }), { now: 1_000, most: MOST });
  expect(reading).toMatchObject({ value: null, level: 1, problem: 'looking how fast they are without the run' });
});

describe('the share of time that a worker may work', () => {
  test.each([
    { what: 'is all of it where others do not notice', beside: 2, alone: 2, least: 1, most: 1 },
    { what: 'is all of it where they wait less than they may', beside: 2.1, alone: 2, least: 1, most: 1 },
    { what: 'is small where each of their commits takes twice as long meanwhile', beside: 4, alone: 2, least: 0.06, most: 0.15 },
    { what: 'is as small where they are at work half of the time', beside: 4, alone: 2, others: 50, least: 0.06, most: 0.15 },
    { what: 'is more where they are at work a tenth of the time', beside: 4, alone: 2, others: 10, least: 0.17, most: 0.35 },
    { what: 'is all of it where they ask something now and then', beside: 4, alone: 2, others: 2, least: 1, most: 1 },
    { what: 'is never nothing', beside: 2_000, alone: 2, least: 0.02, most: 0.1 },
  ])('$what', ({ least, most, ...server }) => {
    const { others, reading } = after(30, server);
    expect(others.share).toBeGreaterThanOrEqual(least);
    expect(others.share).toBeLessThanOrEqual(most);
    expect(reading.level).toBeCloseTo(1 - others.share);
  });
});

test('what was seen long ago is forgotten: the server is looked at without the run again', () => {
  const { others } = after(5, { beside: 2, alone: 2 });
  const { reading } = judgeOthers(others, [], { now: 60_000, most: MOST });
  expect(reading.level).toBe(1);
});

test('it comes back when there is room again, from however little', () => {
  let { others } = after(30, { beside: 2_000, alone: 2 });
  for (let now = 31_000; now < 90_000; now += 1_000) {
    const busy = Math.round(100 * others.share);
    ({ others } = judgeOthers(others, second(now, { beside: 2, alone: 2, busy }), { now, most: MOST }));
  }
  expect(others.share).toBe(1);
});
