import { addReplaced, moveRevision, parseRevisionFile, type Revision, readHistory } from '@godwit/history';
import { describe, expect, test } from 'vitest';
import { type ForkedProject, gitEnvironment, onTopOf, withFork, withGitProject } from '../testing/git-project.ts';
import { type Draft, filesOf } from '../testing/history-of.ts';
import { withTestProject } from '../testing/migrations-folder.ts';
import { openRepository } from './repository.ts';
import { chooseHeads, findSides, type Sides } from './sides.ts';

const table = (name: string): Draft => ({ message: `Create ${name}`, body: `create table ${name} ();`, revert: `drop table ${name};` });
const FORK = { base: [table('books')], theirs: [table('t1'), table('t2')], mine: [table('m1'), table('m2')] };

interface Asked {
  readonly onto?: string;
  readonly mine?: string;
  readonly heads?: readonly string[];
}

async function sidesIn({ root, folder }: Pick<ForkedProject, 'root' | 'folder'>, { onto, mine, heads = [] }: Asked = {}): Promise<Sides> {
  const repository = await openRepository(folder, gitEnvironment(root));
  const history = await readHistory(folder, (await repository?.conflicts()) ?? []);
  const named = (name: string): Revision => {
    const found = history.revisions.find((one) => one.name === name);
    if (found === undefined) throw new Error(`no ${name}`);
    return found;
  };
  return findSides({
    history,
    heads: chooseHeads(history, heads.map(named)),
    repository,
    onto,
    mine: mine === undefined ? null : named(mine),
  });
}

const names = (revisions: readonly Revision[]): string[] => revisions.map(({ name }) => name);
const short = ({ theirs, since, mine, twins, because }: Sides) => ({
  theirs: names(theirs),
  since: names(since),
  mine: names(mine),
  twins: twins.map((pair) => [pair.mine.name, pair.theirs.name]),
  because,
});

/** A revision as a merge has put it elsewhere. */
function moved(revision: Revision, before: Revision | undefined): Revision {
  const { text, filename } = moveRevision(revision, { number: (before?.number ?? 0) + 1, previousHash: before?.hash ?? null });
  const parsed = parseRevisionFile({ path: `migrations/committed/${filename}`, text }).revision;
  if (parsed === null) throw new Error('no revision');
  return parsed;
}

describe('theirs is what', () => {
  const expected = {
    theirs: ['000001-create-books', '000002-create-t1', '000003-create-t2'],
    since: ['000002-create-t1', '000003-create-t2'],
    mine: ['000002-create-m1', '000003-create-m2'],
    twins: [],
  };

  test('the main branch has', () =>
    withFork(FORK, async (project) => {
      expect(short(await sidesIn(project))).toEqual({ ...expected, because: 'in main' });
    }));

  test('the branch has that is named', () =>
    withFork(FORK, async (project) => {
      expect(short(await sidesIn(project, { onto: 'feature^1' }))).toMatchObject({
        mine: ['000002-create-t1', '000003-create-t2'],
        because: 'in feature^1',
      });
    }));

  test('is not said to be mine', () =>
    withFork(FORK, async (project) => {
      const told = { ...expected, because: '000003-create-m2 is yours' };
      expect(short(await sidesIn(project, { mine: '000003-create-m2' }))).toEqual(told);
      expect(short(await sidesIn(project, { mine: '000002-create-t1' })).mine).toEqual(['000002-create-t1', '000003-create-t2']);
    }));

  test('the main branch has a part of: the rest stands on it and stays', () =>
    withFork({ ...FORK, theirs: [table('t1')] }, async (project) => {
      await project.commit(onTopOf(project.theirs[0], table('t2')));
      expect(short(await sidesIn(project))).toEqual({ ...expected, because: 'in main' });
    }));

  test('a revision stands on that was committed before a merge: no Git is asked', () =>
    withTestProject({}, async (project) => {
      const base = onTopOf(undefined, table('books'));
      const [first, second] = [onTopOf(base[0], table('t1')), onTopOf(base[0], table('m1'))];
      const after = second.map((revision) => moved(revision, first[0]));
      const stacked = onTopOf(second[0], table('m2'));
      for (const [path, text] of Object.entries(filesOf([...base, ...first, ...after, ...stacked]))) await project.write(path, text);
      expect(short(await sidesIn(project))).toEqual({
        theirs: ['000001-create-books', '000002-create-t1', '000003-create-m1'],
        since: [],
        mine: ['000003-create-m2'],
        twins: [],
        because: 'yours was committed on top of it',
      });
    }));
});

test('three heads: mine go after theirs one branch after the other, or one branch alone', () =>
  withFork(FORK, async (project) => {
    await project.commit(onTopOf(project.base[0], table('x1')));
    expect(names((await sidesIn(project)).mine)).toEqual(['000002-create-x1', '000002-create-m1', '000003-create-m2']);
    const two = await sidesIn(project, { heads: ['000003-create-t2', '000002-create-x1'] });
    expect(short(two)).toMatchObject({ theirs: expect.arrayContaining(['000003-create-t2']), mine: ['000002-create-x1'] });
    await expect(sidesIn(project, { mine: '000002-create-x1' })).rejects.toMatchObject({
      code: 'GW383',
      details: ['000003-create-m2', '000003-create-t2'],
    });
  }));

test('branches that part from mine later are put after it together', () =>
  withFork(FORK, async (project) => {
    await project.commit(onTopOf(project.mine[0], table('x2')));
    expect(names((await sidesIn(project)).mine)).toEqual(['000002-create-m1', '000003-create-m2', '000003-create-x2']);
  }));

test('what both have merged, each after the other, is mine no more', () =>
  withGitProject(async (project) => {
    const base = onTopOf(undefined, table('books'));
    const [theirs, mine] = [onTopOf(base[0], table('t1')), onTopOf(base[0], table('m1'), table('m2'))];
    // On main mine went after theirs; on the branch theirs went after mine.
    const onMain = [...theirs, moved(mine[0] ?? theirs[0] ?? fail(), theirs[0])];
    await project.commit([...base, ...onMain]);
    await project.git('checkout', '--quiet', '-b', 'feature');
    await project.commit([...mine, moved(theirs[0] ?? fail(), mine[1])]);
    expect(short(await sidesIn(project))).toEqual({
      theirs: ['000001-create-books', '000002-create-t1', '000003-create-m1'],
      since: ['000002-create-t1', '000003-create-m1'],
      mine: ['000003-create-m2'],
      twins: [
        ['000002-create-m1', '000003-create-m1'],
        ['000004-create-t1', '000002-create-t1'],
      ],
      because: 'in main',
    });
  }));

test('a revision that another merge claims, with another SQL, is no twin', () =>
  withFork(FORK, async (project) => {
    const [t1, m1] = [project.theirs[0] ?? fail(), project.mine[0] ?? fail()];
    await project.write(`migrations/committed/${t1.filename}`, addReplaced(t1, [m1.hash]));
    expect((await sidesIn(project)).twins).toEqual([]);
  }));

describe('refuses to guess', () => {
  test('without Git', () =>
    withTestProject(filesOf([...onTopOf(undefined, table('a')), ...onTopOf(undefined, table('b'))]), async (project) => {
      await expect(sidesIn(project)).rejects.toMatchObject({
        code: 'GW380',
        help: expect.stringContaining('godwit merge --mine REVISION'),
      });
      await expect(sidesIn(project, { onto: 'main' })).rejects.toMatchObject({ message: expect.stringContaining('so main means nothing') });
      expect(names((await sidesIn(project, { mine: '000001-create-b' })).mine)).toEqual(['000001-create-b']);
    }));

  test('where the main branch has neither, both, or is not there', () =>
    withFork(FORK, async (project) => {
      await project.git('branch', 'old', 'main~1');
      await expect(sidesIn(project, { onto: 'old' })).rejects.toMatchObject({
        code: 'GW382',
        message: 'None of the 2 heads is in old, so nobody can say which of them is yours',
        help: expect.stringContaining('git fetch'),
      });
      await expect(sidesIn(project, { onto: 'feature' })).rejects.toMatchObject({
        message: '000003-create-m2 and 000003-create-t2 are all in feature, so nobody can say which of them is yours',
      });
      await project.git('branch', '--delete', '--force', 'main');
      await expect(sidesIn(project)).rejects.toMatchObject({ message: expect.stringContaining('the usual branches') });
      await expect(sidesIn(project, { onto: 'nowhere' })).rejects.toMatchObject({ code: 'GW381' });
    }));

  test('where something else than a head is named, or what is mine is on every side', () =>
    withFork(FORK, async (project) => {
      await expect(sidesIn(project, { heads: ['000002-create-t1', '000003-create-m2'] })).rejects.toMatchObject({ code: 'GW384' });
      await expect(sidesIn(project, { mine: '000001-create-books' })).rejects.toMatchObject({
        code: 'GW383',
        message: expect.stringContaining('part of every head'),
      });
    }));
});

function fail(): never {
  throw new Error('a revision is missing');
}
