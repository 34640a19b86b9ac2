import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readHistory, replacedHashes } from '@godwit/history';
import { describe, expect, test } from 'vitest';
import { disk, type FileStore } from '../journal/file-store.ts';
import { parseProof } from '../prove/proof.ts';
import type { ShadowSource } from '../shadow/history-shadow.ts';
import { type ForkedProject, gitEnvironment, onTopOf, withFork } from '../testing/git-project.ts';
import type { Draft } from '../testing/history-of.ts';
import { withShadowSource } from '../testing/shadow-source.ts';
import { composeMerge } from './compose-merge.ts';
import { type Merged, mergeRevisions } from './merge-revisions.ts';
import { openRepository } from './repository.ts';
import { chooseHeads, findSides } from './sides.ts';

const table = (name: string): Draft => ({ message: `Create ${name}`, body: `create table ${name} ();`, revert: `drop table ${name};` });

type Drafts = Parameters<typeof withFork>[0];

interface Scene extends ForkedProject {
  readonly merge: (options?: { readonly store?: FileStore; readonly mine?: string }) => Promise<Merged>;
}

/** On the branch `feature`, after `git merge main`, with a server for shadow databases. */
function afterGitMerge(drafts: Drafts, run: (scene: Scene) => Promise<void>): Promise<void> {
  return withShadowSource((source) =>
    withFork(drafts, (project) => run({ ...project, merge: ({ store = disk, mine } = {}) => mergeIn(project, { source, store, mine }) })),
  );
}

interface Merging {
  readonly source: ShadowSource;
  readonly store: FileStore;
  readonly mine: string | undefined;
}

async function mergeIn({ root, folder }: ForkedProject, { source, store, mine }: Merging): Promise<Merged> {
  const repository = await openRepository(folder, gitEnvironment(root));
  const conflicted = (await repository?.conflicts()) ?? [];
  const history = await readHistory(folder, conflicted);
  const heads = chooseHeads(history, []);
  const named = history.revisions.find(({ name }) => name === mine) ?? null;
  const sides = await findSides({ history, heads, repository, onto: undefined, mine: named });
  return mergeRevisions({ root, folder, sides, conflicted, shadow: source, store, godwitVersion: '0.0.0-test' });
}

const committed = async ({ folder }: ForkedProject) => (await readdir(join(folder, 'committed'))).toSorted();
const reverts = async ({ folder }: ForkedProject) => (await readdir(join(folder, 'reverts'))).toSorted();

/** What stands there is one line of history. */
async function soundHistory({ folder }: ForkedProject) {
  const history = await readHistory(folder);
  expect(history.problems).toEqual([]);
  expect(history.heads).toHaveLength(1);
  return history;
}

describe('mine goes after theirs', () => {
  test('with its way back, a new proof, and the hash that it had', () =>
    afterGitMerge({ base: [table('books')], theirs: [table('t1')], mine: [table('m1'), table('m2')] }, async (scene) => {
      await scene.merge();
      const { revisions } = await soundHistory(scene);
      expect(revisions.map(({ name }) => name)).toEqual([
        '000001-create-books',
        '000002-create-t1',
        '000003-create-m1',
        '000004-create-m2',
      ]);
      expect(revisions.map(replacedHashes)).toEqual([[], [], [scene.mine[0]?.hash], [scene.mine[1]?.hash]]);
      expect(revisions.map(({ body }) => body)).toEqual([...scene.base, ...scene.theirs, ...scene.mine].map(({ body }) => body));
      expect(await scene.read('migrations/reverts/000004-create-m2.sql')).toMatch(
        new RegExp(`^--! Reverts: ${revisions[3]?.hash}\n(--! .*\n)*\ndrop table m2;\n$`),
      );
      expect(await reverts(scene)).toEqual([
        '000001-create-books.sql',
        '000002-create-t1.sql',
        '000003-create-m1.proof.json',
        '000003-create-m1.sql',
        '000004-create-m2.proof.json',
        '000004-create-m2.sql',
      ]);
      const proof = parseProof(await scene.read('migrations/reverts/000004-create-m2.proof.json'));
      expect(proof).toMatchObject({ revision: revisions[3]?.hash, revert: expect.any(String) });
      expect((await stat(join(scene.folder, 'committed', '000003-create-m1.sql'))).mode & 0o777).toBe(0o444);
    }));

  test('when both have the same name: Git has left one file with the marks of a conflict', () =>
    afterGitMerge(
      {
        base: [table('books')],
        theirs: [{ message: 'Change books', body: 'alter table books add title text;', revert: 'alter table books drop title;' }],
        mine: [{ message: 'Change books', body: 'alter table books add pages int;', revert: 'alter table books drop pages;' }],
      },
      async (scene) => {
        expect(await scene.read('migrations/committed/000002-change-books.sql')).toContain('<<<<<<<');
        await scene.merge();
        expect(await committed(scene)).toEqual(['000001-create-books.sql', '000002-change-books.sql', '000003-change-books.sql']);
        const { revisions } = await soundHistory(scene);
        expect(revisions[1]).toEqual(scene.theirs[0] && { ...scene.theirs[0], path: expect.anything(), revert: expect.anything() });
        expect(revisions[2]?.body).toBe(scene.mine[0]?.body);
        expect(await scene.read('migrations/reverts/000002-change-books.sql')).toContain('drop title');
        expect(await scene.read('migrations/reverts/000003-change-books.sql')).toContain('drop pages');
      },
    ));

  test('and what cannot be taken back, or runs without a transaction, stays so', () =>
    afterGitMerge(
      {
        base: [{ message: 'Create books', body: 'create table books (title text);', revert: 'drop table books;' }],
        theirs: [{ message: 'Drop', body: 'drop table if exists nothing;', revert: { irreversible: 'Its rows are gone.' } }],
        mine: [
          {
            message: 'Index books',
            body: '--! no-transaction\ncreate index concurrently ix_books on books (title);',
            revert: '--! no-transaction\ndrop index concurrently ix_books;',
          },
          { message: 'Empty books', body: 'truncate books;', revert: { irreversible: 'Nobody has its rows.' } },
        ],
      },
      async (scene) => {
        const { proved } = await scene.merge();
        expect(proved.map(({ down }) => down === null)).toEqual([false, true]);
        const { revisions } = await soundHistory(scene);
        expect(revisions.map(({ revert }) => revert?.kind)).toEqual(['sql', 'irreversible', 'sql', 'irreversible']);
        expect(revisions[2]?.body).toContain('--! no-transaction');
      },
    ));

  test('again, after more of theirs: it names each hash that it had', () =>
    afterGitMerge({ base: [table('books')], theirs: [table('t1')], mine: [table('m1')] }, async (scene) => {
      await scene.merge();
      const once = (await readHistory(scene.folder)).heads[0];
      await scene.git('add', '--all');
      await scene.git('commit', '--quiet', '--message', 'merged');
      await scene.git('checkout', '--quiet', 'main');
      await scene.commit(onTopOf(scene.theirs[0], table('t2')));
      await scene.git('checkout', '--quiet', 'feature');
      await scene.git('merge', '--quiet', 'main').catch(() => undefined);
      await scene.merge();
      const { revisions } = await soundHistory(scene);
      expect(revisions.map(({ name }) => name).at(-1)).toBe('000004-create-m1');
      expect(replacedHashes(revisions.at(-1) ?? fail())).toEqual([scene.mine[0]?.hash, once?.hash]);
    }));

  test('the other way round, when theirs is said to be mine', () =>
    afterGitMerge({ base: [table('books')], theirs: [table('t1')], mine: [table('m1')] }, async (scene) => {
      await scene.merge({ mine: '000002-create-t1' });
      expect(await committed(scene)).toEqual(['000001-create-books.sql', '000002-create-m1.sql', '000003-create-t1.sql']);
    }));
});

describe('everything stays as it is', () => {
  const DRAFTS = { base: [table('books')], theirs: [table('t1')], mine: [table('m1'), table('m2')] };

  test('when mine does not run after theirs', () =>
    afterGitMerge({ ...DRAFTS, mine: [table('m1'), { ...table('t1'), message: 'Create m2' }] }, async (scene) => {
      const before = await scene.files();
      await expect(scene.merge()).rejects.toMatchObject({
        code: 'GW386',
        message:
          '000003-create-m2 does not hold after 000002-create-t1: the revision fails on the shadow database: relation "t1" already exists',
        frame: { file: expect.stringMatching(/committed\/000003-create-m2\.sql$/), line: 5, column: 1 },
        help: expect.stringContaining('godwit amend 000003-create-m2'),
      });
      expect(await scene.files()).toEqual(before);
    }));

  test('when its way back is wrong after theirs', () =>
    afterGitMerge(
      {
        base: [
          {
            message: 'Create answer',
            body: "create function answer() returns int language sql as 'select 1';",
            revert: 'drop function answer();',
          },
        ],
        theirs: [replaceAnswer(2, 1)],
        mine: [replaceAnswer(3, 1)],
      },
      async (scene) => {
        const before = await scene.files();
        await expect(scene.merge()).rejects.toMatchObject({
          code: 'GW386',
          message: expect.stringContaining('the way back does not lead back'),
          details: expect.arrayContaining([expect.stringContaining('answer')]),
        });
        expect(await scene.files()).toEqual(before);
      },
    ));

  test('when a file cannot be written', () =>
    afterGitMerge(DRAFTS, async (scene) => {
      const before = await scene.files();
      let left = 4;
      const full: FileStore = {
        ...disk,
        write: async (path, content) => {
          if (path.startsWith(scene.folder) && left-- === 0) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
          await disk.write(path, content);
        },
      };
      await expect(scene.merge({ store: full })).rejects.toMatchObject({ code: 'GW347', details: ['no space left on device'] });
      expect(await scene.files()).toEqual(before);
      await scene.merge();
      await soundHistory(scene);
    }));
});

test('what it would write is known without a database', () =>
  withFork({ base: [], theirs: [table('t1')], mine: [table('m1')] }, async ({ folder, theirs, mine }) => {
    const sides = {
      theirs,
      since: theirs,
      mine: (await readHistory(folder)).revisions.filter(({ hash }) => hash === mine[0]?.hash),
      twins: [],
      because: '',
    };
    const [merged] = await composeMerge({ folder, sides, conflicted: [], store: disk });
    expect(merged?.text).toMatch(/^--! Previous: .*\n--! Hash: .*\n(--! .*\n)*--! Replaces: sha1:/);
    expect(merged?.revision.previousHash).toBe(theirs[0]?.hash);
    expect(merged?.revertText).toContain(merged?.revision.hash);
  }));

function replaceAnswer(to: number, from: number): Draft {
  const body = (answer: number) => `create or replace function answer() returns int language sql as 'select ${answer}';`;
  return { message: `Answer ${to}`, body: body(to), revert: body(from) };
}

function fail(): never {
  throw new Error('a revision is missing');
}
