import { compareCatalogs, describeDifference, extractCatalog, PreparedReader, readsAgain } from '@godwit/catalog';
import { type Mutation, mutations, withHardDatabase } from '@godwit/catalog/testing';
import { type Client, readServerError } from '@godwit/postgres';
import { onRealServer } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { type Drift, findDrift, readExpected } from './index.ts';

/** What no statement of ours repairs: it is said instead. */
const UNREPAIRED = [
  'a rule is dropped',
  'a column is dropped',
  'a column is dropped and added',
  'a generated column becomes plain',
  'an operator is dropped',
  'an operator class is dropped',
  'a column of a composite type is dropped and added',
  'a label at the end of an enum',
  'a label in an enum',
];

/** One of each sort of them. */
const SAID = ['a column is dropped', 'an operator is dropped', 'a label in an enum'];

/** What no statement of ours does to a database that is as it should be: the way back is then worked out and not tried. */
const UNTRIED = [
  'all triggers of a table are disabled',
  'an index is invalid',
  'an index is not ready',
  'an invalid index of a partitioned table',
  'the access method of a table',
];

/** With others in one database they are something else: a parent without its check takes nobody back, a new name is no longer recognised. */
const ALONE = ['a child table loses its parent', 'a column is renamed'];

/** So many share a database. */
const TOGETHER = 50;

/** Roles are the whole server's: those that a mutation makes are taken back with it. */
const isOfRoles = ({ sql }: Mutation): boolean => sql.includes('create role');

// On the embedded server it would take minutes, and find the same.
onRealServer(test).each([
  { kind: 'tried', chosen: mutations.filter((one) => ![...UNREPAIRED, ...UNTRIED, ...ALONE].includes(one.name) && !isOfRoles(one)) },
  { kind: 'tried alone', chosen: mutations.filter(({ name }) => ALONE.includes(name)) },
  { kind: 'foreseen', chosen: mutations.filter(({ name }) => UNTRIED.includes(name)) },
])('every mutation is found, and the SQL that is printed repairs it: $kind', { timeout: 300_000 }, async ({ chosen }) => {
  // Neighbours are about the same things.
  let waiting = [0, 1, 2, 3, 4].flatMap((rest) => chosen.filter((_, at) => at % 5 === rest));
  while (waiting.length > 0) {
    await withHardDatabase(async ({ client: expected }) => {
      await withHardDatabase(async ({ client: live, settings: { user } }) => {
        await live.query('begin');
        const { applied, left } = await applyCompatible({ client: live, user }, waiting.slice(0, TOGETHER));
        await live.query('commit');
        expect(applied.length, left.map(({ name }) => name).join(', ')).toBeGreaterThan(0);
        waiting = [...waiting.slice(TOGETHER), ...left];
        await expectRepaired({ live, expected }, applied, user);
      });
    });
  }
});

test('mutations of owners and grants are found, and the SQL repairs them', async () => {
  await withHardDatabase(async ({ client: expected }) => {
    await withHardDatabase(async ({ client: live, settings: { user } }) => {
      let waiting = mutations.filter(isOfRoles);
      while (waiting.length > 0) {
        await live.query('begin');
        const { applied, left } = await applyCompatible({ client: live, user }, waiting);
        expect(applied.length, left.map(({ name }) => name).join(', ')).toBeGreaterThan(0);
        waiting = left;
        await expectRepaired({ live, expected }, applied, user);
        await live.query('rollback');
      }
    });
  });
});

interface Databases {
  readonly live: Client;
  readonly expected: Client;
}

async function expectRepaired({ live, expected }: Databases, applied: readonly Mutation[], user: string): Promise<void> {
  const drift = await driftOf(live, expected);
  const words = drift.findings.flatMap((finding) => finding.words);
  expect(words).toEqual(expect.arrayContaining(applied.flatMap((mutation) => linesOf(mutation, user))));
  expect(drift.repair.left).toEqual([]);
  await run(live, drift.repair);
  expect(await differences(expected, live)).toEqual([]);
}

/** Mutations of one database at a time: those that change what others are about wait for the next. */
async function applyCompatible({ client: live, user }: { client: Client; user: string }, waiting: readonly Mutation[]) {
  const original = await extractCatalog(live);
  const read = await readsAgain(new PreparedReader(live), { known: original });
  const applied: Mutation[] = [];
  const left: Mutation[] = [];
  for (const mutation of waiting) {
    await live.query('savepoint before');
    try {
      await live.query(mutation.sql);
      const seen = compareCatalogs(original, await read()).flatMap(describeDifference);
      const isTold = [...applied, mutation].every((one) => linesOf(one, user).every((line) => seen.includes(line)));
      if (isTold) applied.push(mutation);
      else throw new Error('they meet');
    } catch (error) {
      if (readServerError(error) === null && !(error instanceof Error && error.message === 'they meet')) throw error;
      await live.query('rollback to savepoint before');
      left.push(mutation);
    }
  }
  return { applied, left };
}

function linesOf({ expected }: Mutation, user: string): readonly string[] {
  return expected.map((line) => line.replace('OWNER', user));
}

async function driftOf(live: Client, expected: Client): Promise<Drift> {
  return findDrift({ live, expected: await readExpected(expected), withExpected: (work) => work(expected), sameServer: true, ignore: [] });
}

async function run(client: Client, { parts }: Drift['repair']): Promise<void> {
  await client.query('set check_function_bodies = off');
  for (const { statements } of parts) for (const sql of statements) await client.query(sql);
}

async function differences(one: Client, other: Client): Promise<readonly string[]> {
  return compareCatalogs(await extractCatalog(one), await extractCatalog(other), { extensions: true }).flatMap(describeDifference);
}

test.each(mutations.filter(({ name }) => SAID.includes(name)))('what no statement does is said: $name', async ({ sql }) => {
  await withHardDatabase(async ({ client: expected }) => {
    await withHardDatabase(async ({ client: live }) => {
      await live.query(sql);
      const drift = await driftOf(live, expected);
      expect(drift.repair.left).not.toEqual([]);
      await run(live, drift.repair);
      expect((await differences(expected, live)).length).toBeLessThanOrEqual(drift.repair.left.length);
    });
  });
});
