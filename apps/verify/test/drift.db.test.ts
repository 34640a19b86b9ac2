import { compareCatalogs, describeDifference, extractCatalog, PreparedReader, readsAgain } from '@godwit/catalog';
import { type Drift, type ExpectedState, findDrift, readExpected } from '@godwit/drift';
import { type Client, readServerError } from '@godwit/postgres';
import { onRealServer } from '@godwit/postgres/testing';
import { test as base, describe, expect } from 'vitest';
import { mutations } from '../src/mutations/index.ts';
import type { Mutation } from '../src/mutations/mutation.ts';
import { type HeadDatabase, withHead } from './head-database.ts';

const LONGEST_MS = 180_000;

interface Pair {
  readonly live: Client;
  readonly expected: Client;
  readonly state: ExpectedState;
}

/** Two databases at head for the file: what a test changes, it rolls back. */
const test = base.extend<{ $file: { pair: Pair } }>({
  pair: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads what a fixture needs from this pattern
    async ({}, use) => {
      await withHead((live) => withHead(async (expected) => use(await pairOf(live, expected))));
    },
    { scope: 'file' },
  ],
});

async function pairOf({ database: { client: live } }: HeadDatabase, { database: { client: expected } }: HeadDatabase): Promise<Pair> {
  const pair = { live, expected, state: await readExpected(expected) };
  // Rows that come with their keys leave the sequences behind, which is drift as well.
  await run(live, (await driftOf(pair)).repair);
  return pair;
}

/** A few tables with constraints, indexes of several methods and comments: where all of them would take minutes. */
const SAMPLE = 'charts';

const systems = Object.entries(mutations);
const sample = systems.filter(([system]) => system === SAMPLE);
const others = systems.filter(([system]) => system !== SAMPLE);

describe('drift', () => {
  test('an untouched database at head has none', async ({ pair }) => {
    expect(await driftOf(pair)).toMatchObject({ findings: [], repair: { parts: [], left: [] } });
  });

  const seen = 'each mutation of %s is seen';
  test.for(sample)(seen, { timeout: LONGEST_MS }, ([, list], { pair }) => expectSeen(pair, list));
  onRealServer(test).for(others)(seen, ([, list], { pair }) => expectSeen(pair, list));

  const repaired = 'the SQL for the mutations of %s repairs them';
  test.for(sample)(repaired, { timeout: LONGEST_MS }, ([, list], { pair }) => expectRepaired(pair, list));
  onRealServer(test).for(others)(repaired, { timeout: LONGEST_MS }, ([, list], { pair }) => expectRepaired(pair, list));
});

async function expectSeen({ live, state }: Pair, list: readonly Mutation[]): Promise<void> {
  const unseen: string[] = [];
  const read = await readsAgain(new PreparedReader(live), { known: await extractCatalog(live) });
  for (const { name, sql } of list) {
    await live.query('begin');
    await live.query(sql);
    if (compareCatalogs(state.catalog, await read(), { extensions: true }).length === 0) unseen.push(name);
    await live.query('rollback');
  }
  expect(unseen).toEqual([]);
}

async function expectRepaired(pair: Pair, list: readonly Mutation[]): Promise<void> {
  const { live, state } = pair;
  for (let waiting = list; waiting.length > 0; ) {
    await live.query('begin');
    try {
      const left = await applyAll(live, waiting);
      expect(left.length).toBeLessThan(waiting.length);
      waiting = left;
      const { findings, repair } = await driftOf(pair);
      expect(findings).not.toEqual([]);
      await run(live, repair);
      const still = compareCatalogs(state.catalog, await extractCatalog(live), { extensions: true }).flatMap(describeDifference);
      // New columns come last, which is said.
      const isSaid = (line: string) => line.startsWith('column order of ') && repair.left.some((one) => one.startsWith('column order of '));
      expect(still.filter((line) => !isSaid(line))).toEqual([]);
    } finally {
      await live.query('rollback');
    }
  }
}

function driftOf({ live, expected, state }: Pair): Promise<Drift> {
  return findDrift({ live, expected: state, withExpected: (work) => work(expected), sameServer: true, ignore: [] });
}

/** Those that one before them has made impossible are left. */
async function applyAll(live: Client, list: readonly Mutation[]): Promise<readonly Mutation[]> {
  const left: Mutation[] = [];
  for (const mutation of list) {
    await live.query('savepoint mutation');
    try {
      await live.query(mutation.sql);
    } catch (error) {
      if (readServerError(error) === null) throw error;
      await live.query('rollback to savepoint mutation');
      left.push(mutation);
    }
  }
  return left;
}

/** In a transaction, where nothing is CONCURRENTLY. */
async function run(client: Client, { parts }: Drift['repair']): Promise<void> {
  for (const { statements } of parts) for (const sql of statements) await client.query(sql.replace(/ concurrently /i, ' '));
}
