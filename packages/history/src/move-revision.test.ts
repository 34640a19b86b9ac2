import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findByHash, replacementsOf } from './history-path.ts';
import { addReplaced, moveRevision, retargetRevert } from './move-revision.ts';
import { parseRevertFile } from './parse-revert-file.ts';
import { parseRevisionFile } from './parse-revision-file.ts';
import { readHistory } from './read-history.ts';
import { replacedHashes } from './replaces.ts';
import type { Revision } from './revision.ts';
import { serializeRevert } from './serialize-revert.ts';
import { bodies, messages } from './testing/arbitrary.ts';
import { committed, folderOf, revertOf } from './testing/committed.ts';
import { withMigrations } from './testing/migrations-folder.ts';

const [A, B, C] = ['a', 'b', 'c'].map((digit) => `sha1:${digit.repeat(40)}`);
if (!A || !B || !C) throw new Error('three hashes');

function parse(text: string, path = 'committed/000002-add-ratings.sql'): Revision {
  const { revision, problems } = parseRevisionFile({ path, text });
  expect(problems).toEqual([]);
  if (revision === null) throw new Error('no revision');
  return revision;
}

const ratings = parse(committed(2, 'Add ratings', A).text);

describe('a revision that is put elsewhere', () => {
  test('is the same SQL under another number and hash, and says which hash it had', () => {
    const moved = moveRevision(ratings, { number: 4, previousHash: B });
    expect(moved).toMatchObject({ number: 4, filename: '000004-add-ratings.sql', name: '000004-add-ratings', previousHash: B });
    expect(moved.text).toBe(
      `--! Previous: ${B}\n--! Hash: ${moved.hash}\n--! Message: Add ratings\n--! Replaces: ${ratings.hash}\n\n-- Add ratings\nselect 2;\n`,
    );
    expect(replacedHashes(parse(moved.text))).toEqual([ratings.hash]);
  });

  test('twice, says both, oldest first; back in its place, neither of them is its own', () => {
    const once = parse(moveRevision(ratings, { number: 4, previousHash: B }).text);
    const twice = parse(moveRevision(once, { number: 5, previousHash: C }).text);
    expect(replacedHashes(twice)).toEqual([ratings.hash, once.hash]);
    const back = parse(moveRevision(twice, { number: 2, previousHash: A }).text);
    expect(back.hash).toBe(ratings.hash);
    expect(replacedHashes(back)).toEqual([once.hash, twice.hash]);
  });

  test('keeps its headers but the permission for a hash that is valid now', () => {
    const odd = parse(`--! Previous: -\n--! Hash: ${C}\n--! AllowInvalidHash\n--! Created: 2026 ada\n--! Flag\n\nselect 1;\n`);
    expect(moveRevision(odd, { number: 7, previousHash: A }).text).toContain(`\n--! Created: 2026 ada\n--! Flag\n--! Replaces: ${C}\n\n`);
  });

  test('whatever it is, is read back with its body and all its hashes', () => {
    fc.assert(
      fc.property(bodies, fc.option(messages), fc.array(fc.constantFrom(null, A, B, C), { minLength: 1 }), (body, message, places) => {
        let revision = parse(committed(1, message, null, body).text);
        const hashes = [revision.hash];
        for (const [index, previousHash] of places.entries()) {
          const { text, hash } = moveRevision(revision, { number: index + 2, previousHash });
          revision = parse(text);
          hashes.push(hash);
          expect(revision).toMatchObject({ hash, previousHash, body: `${body.trim()}\n` });
        }
        const earlier = [...new Set(hashes)].filter((hash) => hash !== revision.hash);
        expect(replacedHashes(revision).toSorted()).toEqual(earlier.toSorted());
      }),
    );
  });
});

test('a revision may stand for one that somebody else has put elsewhere', () => {
  const text = addReplaced(ratings, [B, C, ratings.hash]);
  expect(parse(text)).toMatchObject({ hash: ratings.hash, headers: { Replaces: `${B} ${C}` } });
  expect(addReplaced(parse(text), [C])).toBe(text);
  expect(addReplaced(ratings, [])).toBe(committed(2, 'Add ratings', A).text);
});

test.each([
  ['SQL', serializeRevert({ kind: 'sql', reverts: A, body: '-- The way back.\ndrop table ratings;' })],
  ['a reason, with a comment', `--! Reverts: ${A}\n--! Irreversible: rows are gone\n--! Ticket: 4\n\n-- They were merged.\n`],
])('a way back goes along: %s', (_, text) => {
  const path = 'reverts/000004-add-ratings.sql';
  const before = parseRevertFile({ path, text });
  const after = parseRevertFile({ path, text: retargetRevert(text, B) });
  expect(after).toMatchObject({ reverts: B, problems: [] });
  expect(retargetRevert(text, A)).toBe(text);
  expect(retargetRevert(retargetRevert(text, B), A)).toBe(text);
  expect(after.revert).toEqual(before.revert?.kind === 'sql' ? { ...before.revert, hash: expect.any(String) } : before.revert);
});

describe('the header Replaces', () => {
  const books = committed(1, 'Create books', null);
  const withHeader = (value: string) => committed(2, 'Add ratings', books.hash).text.replace('\n\n', `\n--! Replaces${value}\n\n`);

  test('is looked up by the old hash', async () => {
    await withMigrations({ ...folderOf([books]), 'committed/000002-add-ratings.sql': withHeader(`: ${A} ${B}`) }, async (folder) => {
      const history = await readHistory(folder);
      expect(history.problems).toEqual([]);
      expect(replacementsOf(history, B).map(({ name }) => name)).toEqual(['000002-add-ratings']);
      expect(replacementsOf(history, C)).toEqual([]);
      expect(findByHash(history, A)).toBeNull();
    });
  });

  test.each([
    [': sha1:abc', 'sha1:abc'],
    ['', ''],
    [`: ${A} yesterday`, 'yesterday'],
  ])('that says %j is a finding', async (value, words) => {
    await withMigrations({ ...folderOf([books]), 'committed/000002-add-ratings.sql': withHeader(value) }, async (folder) => {
      expect((await readHistory(folder)).problems).toMatchObject([{ code: 'GW013', exitCode: 2, words: [words] }]);
    });
  });

  test('explains a file that follows a hash which a merge has replaced', async () => {
    const stacked = committed(3, 'Index ratings', A);
    const files = { ...folderOf([books, stacked]), 'committed/000002-add-ratings.sql': withHeader(`: ${A}`) };
    await withMigrations(files, async (folder) => {
      expect((await readHistory(folder)).problems).toMatchObject([
        { code: 'GW028', previousHash: A, replacedBy: '000002-add-ratings', message: expect.stringContaining('since a merge') },
      ]);
    });
  });
});

test('both versions of a file that stands in conflict are read, with their reverts', async () => {
  const books = committed(1, 'Create books', null);
  const [theirs, mine] = ['select 1;', 'select 2;'].map((body) => committed(2, 'Add ratings', books.hash, body));
  if (!theirs || !mine) throw new Error('two files');
  const later = committed(3, 'Index ratings', mine.hash);
  const reverts = [theirs, mine].map((file) => revertOf(file, 'drop table ratings;'));
  const name = '000002-add-ratings.sql';
  const files = { ...folderOf([books, later]), [`committed/${name}`]: '<<<<<<< HEAD\n', [`reverts/${name}`]: '<<<<<<< HEAD\n' };
  await withMigrations(files, async (folder) => {
    expect((await readHistory(folder)).problems.map(({ code }) => code)).toContain('GW007');
    const conflicted = (['committed', 'reverts'] as const).map((part) => ({
      path: `${folder}/${part}/${name}`,
      versions: [theirs, mine].map((file, index) => ({
        path: index === 0 ? `${folder}/${part}/${name}` : `:3:${folder}/${part}/${name}`,
        text: part === 'committed' ? file.text : (reverts[index]?.text ?? ''),
      })),
    }));
    const { revisions, heads, problems } = await readHistory(folder, conflicted);
    expect(problems).toEqual([]);
    expect(revisions.map(({ hash, revert }) => [hash, revert?.kind])).toEqual([
      [books.hash, undefined],
      [theirs.hash, 'sql'],
      [mine.hash, 'sql'],
      [later.hash, undefined],
    ]);
    expect(heads.map(({ hash }) => hash)).toEqual([theirs.hash, later.hash]);
  });
});
