import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hashRevision } from './hash-revision.ts';
import { assertSound, findingsOf } from './history.ts';
import { readHistory } from './read-history.ts';
import { serializeRevert } from './serialize-revert.ts';
import { committed, folderOf, line, revertOf } from './testing/committed.ts';
import { withMigrations } from './testing/migrations-folder.ts';

const [books, ratings, indexes] = line('create books', 'add ratings', 'index ratings');
if (!books || !ratings || !indexes) throw new Error('three files');
const whole = folderOf([books, ratings, indexes]);

/** Code and first line of each problem, with paths relative to the migrations folder. */
async function problemsOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string[]> {
  return withMigrations(files, async (folder) => {
    const { problems } = await readHistory(folder);
    return problems.map(({ code, message }) => `${code} ${message}`.replaceAll(`${folder}/`, ''));
  });
}

/** The whole folder with one file's text changed. */
function changed(
  file: { readonly file: string; readonly text: string },
  change: (text: string) => string | Uint8Array,
): Record<string, string | Uint8Array> {
  return { ...whole, [file.file]: change(file.text) };
}

describe('a sound folder', () => {
  test('is read with reverts, in order, with nothing to complain of', async () => {
    const reverts = [revertOf(books, 'drop table books;'), revertOf(indexes, '--! no-transaction\ndrop index concurrently x;')];
    const irreversible = {
      file: ratings.file.replace('committed', 'reverts'),
      text: serializeRevert({ kind: 'irreversible', reverts: ratings.hash, reason: 'data is gone' }),
    };
    await withMigrations(
      { ...whole, ...folderOf([...reverts, irreversible]), 'reverts/000001-create-books.proof.json': '{}' },
      async (folder) => {
        const history = await readHistory(folder);
        expect(history.problems).toEqual([]);
        expect(() => assertSound(history)).not.toThrow();
        expect(history.heads).toEqual([history.revisions[2]]);
        expect(history.revisions.map(({ name, revert }) => [name, revert])).toEqual([
          [
            '000001-create-books',
            {
              kind: 'sql',
              hash: hashRevision('drop table books;', books.hash),
              body: 'drop table books;\n',
              transactional: true,
              bodyLine: 4,
              path: join(folder, 'reverts/000001-create-books.sql'),
            },
          ],
          ['000002-add-ratings', { kind: 'irreversible', reason: 'data is gone', path: join(folder, 'reverts/000002-add-ratings.sql') }],
          ['000003-index-ratings', expect.objectContaining({ kind: 'sql', transactional: false })],
        ]);
      },
    );
  });

  test('is every field of its files', async () => {
    const hash = hashRevision('--! no-transaction\nvacuum;', null);
    const text = `--! Previous: -\n--! Hash: ${hash}\n--! Message:  tidy: up \n--! Created: 2026 ada\n--! Flag\n\n\n  --! no-transaction\nvacuum;\n\n`;
    await withMigrations({ 'committed/0012-tidy_up.sql': text }, async (folder) => {
      expect(await readHistory(folder)).toMatchObject({
        folder,
        problems: [],
        revisions: [
          {
            number: 12,
            digits: '0012',
            slug: 'tidy_up',
            filename: '0012-tidy_up.sql',
            ledgerName: '0012.sql',
            name: '0012-tidy_up',
            hash,
            previousHash: null,
            message: 'tidy: up',
            headers: { Previous: '-', Hash: hash, Message: 'tidy: up', Created: '2026 ada', Flag: null },
            body: '--! no-transaction\nvacuum;\n',
            transactional: false,
            bodyLine: 8,
            path: join(folder, 'committed/0012-tidy_up.sql'),
            revert: null,
          },
        ],
      });
    });
  });

  test('may be empty, or have no committed/ yet', async () => {
    await withMigrations({ 'current.sql': '' }, async (folder) => {
      expect(await readHistory(folder)).toEqual({ folder, revisions: [], heads: [], problems: [] });
      mkdirSync(join(folder, 'committed'));
      expect(await readHistory(folder)).toEqual({ folder, revisions: [], heads: [], problems: [] });
    });
  });

  test('may have a file that allows an invalid hash', async () => {
    const text = ratings.text.replace('\n\n', '\n--! AllowInvalidHash\n\n').replace('select 2', 'select 3');
    expect(await problemsOf({ ...whole, [ratings.file]: text })).toEqual([]);
  });

  test('may fork, also with one number twice: that is data', async () => {
    const theirs = committed(3, 'add fingerprints', ratings.hash);
    await withMigrations({ ...whole, ...folderOf([theirs]) }, async (folder) => {
      const { heads, problems } = await readHistory(folder);
      expect(problems).toEqual([]);
      expect(heads.map(({ name }) => name)).toEqual(['000003-add-fingerprints', '000003-index-ratings']);
    });
  });

  test('may hold CRLF inside a body, which the hash covers', async () => {
    const body = "insert into lines values ('a\r\nb');";
    const file = committed(1, 'crlf', null, body);
    expect(await problemsOf(folderOf([file]))).toEqual([]);
  });
});

describe('no folder', () => {
  test('is an error with the command that makes one', async () => {
    await expect(readHistory('/nowhere/migrations')).rejects.toMatchObject({
      code: 'GW001',
      folder: '/nowhere/migrations',
      help: expect.stringMatching(/^godwit init\n/),
    });
  });
  test('is what a file in its place amounts to', async () => {
    await withMigrations({ migrations: 'x' }, async (folder) => {
      await expect(readHistory(join(folder, 'migrations'))).rejects.toMatchObject({
        code: 'GW001',
        message: expect.stringContaining('is a file'),
      });
    });
  });
});

describe('one file', () => {
  test('edited', async () => {
    expect(await problemsOf(changed(ratings, (text) => text.replace('select 2', 'select 22')))).toEqual([
      'GW020 committed/000002-add-ratings.sql was edited after it was committed',
    ]);
  });
  test('edited: the help takes the edit back or keeps it', async () => {
    await withMigrations(
      changed(ratings, (text) => `${text}select 3;\n`),
      async (folder) => {
        const [problem] = (await readHistory(folder)).problems;
        expect(problem?.help).toContain(`git checkout -- '${join(folder, ratings.file)}'`);
        expect(problem?.help).toContain('make a new revision');
        expect(problem).toMatchObject({ statedHash: ratings.hash });
      },
    );
  });
  test('that allows an invalid hash it does not have', async () => {
    expect(await problemsOf(changed(ratings, (text) => text.replace('\n\n', '\n--! AllowInvalidHash\n\n')))).toEqual([
      'GW021 committed/000002-add-ratings.sql allows an invalid hash, but its hash is right',
    ]);
  });
  test('with a header twice', async () => {
    expect(await problemsOf(changed(ratings, (text) => text.replace('\n\n', '\n--! Message: x\n\n')))).toEqual([
      'GW006 committed/000002-add-ratings.sql has the header Message twice',
    ]);
  });
  test.each(['Previous', 'Hash'])('without %s', async (header) => {
    expect(await problemsOf(changed(ratings, (text) => text.replace(new RegExp(`^--! ${header}:.*\n`, 'm'), '')))).toEqual([
      `GW007 committed/000002-add-ratings.sql lacks the header "--! ${header}:"`,
    ]);
  });
  test('without headers', async () => {
    expect(await problemsOf({ 'committed/000001.sql': 'create table x ();' })).toEqual([
      'GW007 committed/000001.sql lacks the header "--! Previous:" and "--! Hash:"',
    ]);
  });
  test('without the blank line', async () => {
    expect(await problemsOf(changed(ratings, (text) => text.replace('\n\n', '\n')))).toEqual([
      'GW008 committed/000002-add-ratings.sql has no blank line after its headers',
    ]);
  });
  test('without SQL', async () => {
    const hash = hashRevision('', books.hash);
    expect(
      await problemsOf({ [books.file]: books.text, 'committed/000002.sql': `--! Previous: ${books.hash}\n--! Hash: ${hash}\n` }),
    ).toEqual(['GW009 committed/000002.sql has no SQL']);
  });
  test.each([
    [512, []],
    [513, ['GW010 The message of committed/000002-add-ratings.sql has 513 characters, 512 are allowed']],
  ])('with a message of %i characters', async (length, problems) => {
    expect(await problemsOf(changed(ratings, (text) => text.replace('add ratings\n', `${'m'.repeat(length)}\n`)))).toEqual(problems);
  });
  test('with the marks of a conflict: that is all that is wrong with it, and nobody who follows it is blamed', async () => {
    const other = committed(2, 'add ratings', books.hash, 'select 3;');
    const merged = `<<<<<<< HEAD\n${ratings.text}=======\n${other.text}>>>>>>> main\n`;
    const files = { ...whole, [ratings.file]: ratings.text.replace(/^--! Hash[\s\S]*/m, merged) };
    expect(await problemsOf({ ...files, 'reverts/000002-add-ratings.sql': merged })).toEqual([
      'GW014 committed/000002-add-ratings.sql stands in conflict: two branches have a file of this name, and Git has left both in it',
    ]);
    expect(await problemsOf({ ...whole, 'reverts/000002-add-ratings.sql': merged })).toEqual([
      'GW014 reverts/000002-add-ratings.sql stands in conflict: two branches have a file of this name, and Git has left both in it',
    ]);
    const comment = committed(1, 'Explain Git', null, `/*\n<<<<<<< HEAD\n=======\n>>>>>>> main\n*/ select 1;`);
    expect(await problemsOf({ [comment.file]: comment.text })).toEqual([]);
  });
  test('that cannot be read', async () => {
    await withMigrations(whole, async (folder) => {
      symlinkSync('/nowhere.sql', join(folder, 'committed/000004-gone.sql'));
      expect((await readHistory(folder)).problems).toMatchObject([{ code: 'GW002', path: join(folder, 'committed/000004-gone.sql') }]);
    });
  });
});

describe('the bytes of a file', () => {
  test('with CRLF, as Git on Windows leaves them', async () => {
    expect(await problemsOf(changed(ratings, (text) => text.replaceAll('\n', '\r\n')))).toEqual([
      'GW003 committed/000002-add-ratings.sql has Windows line endings (CRLF)',
    ]);
  });
  test('with CRLF in the body only', async () => {
    expect(await problemsOf(changed(ratings, (text) => text.replace('ratings\nselect', 'ratings\r\nselect')))).toEqual([
      'GW003 committed/000002-add-ratings.sql has Windows line endings (CRLF)',
    ]);
  });
  test('with a byte order mark', async () => {
    expect(await problemsOf(changed(ratings, (text) => `\uFEFF${text}`))).toEqual([
      'GW004 committed/000002-add-ratings.sql begins with a byte order mark',
    ]);
  });
  test('in Latin-1: which byte, and where, also after a replacement character that was meant', async () => {
    const text = ratings.text.replace('select 2', "select '\uFFFD ä', 'caf\u00e9'");
    const offset = Buffer.from(text).indexOf('é');
    const bytes = Buffer.concat([Buffer.from(text).subarray(0, offset), Buffer.from([0xe9]), Buffer.from(text).subarray(offset + 2)]);
    await withMigrations(
      changed(ratings, () => bytes),
      async (folder) => {
        const { problems } = await readHistory(folder);
        const line = text.slice(0, text.indexOf('é')).split('\n').length;
        expect(problems).toMatchObject([{ code: 'GW005', byteOffset: offset, byte: 0xe9, frame: { line } }]);
      },
    );
  });
  test.skipIf(process.platform === 'win32').each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['both', (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
  ])('with %s are mended by the commands of the help, also in a read-only file', async (_name, change) => {
    await withMigrations(changed(ratings, change), async (folder) => {
      chmodSync(join(folder, ratings.file), 0o440);
      const before = await readHistory(folder);
      expect(before.problems.length).toBeGreaterThan(0);
      for (const { help } of before.problems) execFileSync('sh', ['-c', help?.split('\n')[0] ?? 'false']);
      expect((await readHistory(folder)).problems).toEqual([]);
    });
  });
});

describe('names', () => {
  test.each([
    ['3_add.sql', '000003-add.sql'],
    ['000003-add.SQL', '000003-add.sql'],
    ['000003-a b.sql', '000003-a-b.sql'],
    ['000003-add (1).sql', '000003-add-1.sql'],
    ['000003 add.Sql', '000003-add.sql'],
    ['add-ratings.sql', null],
  ])('%s is a finding with the name it should have', async (name, proposal) => {
    await withMigrations({ ...whole, [`committed/${name}`]: 'select 1;' }, async (folder) => {
      const history = await readHistory(folder);
      expect(history.problems).toMatchObject([{ code: 'GW012', path: join(folder, 'committed', name), proposal, exitCode: 2 }]);
      expect(findingsOf(history)).toEqual(history.problems);
      expect(() => assertSound(history)).not.toThrow();
      if (proposal !== null)
        expect(history.problems[0]?.help).toContain(`git mv '${join(folder, 'committed', name)}' '${join(folder, 'committed', proposal)}'`);
    });
  });
  test('of other files are nobody’s business', async () => {
    const others = {
      'committed/.000003.sql.swp': '',
      'committed/.#x.sql': '',
      'committed/README.md': '',
      'committed/000003-add.sql.orig': '',
      'committed/000003-add.sql~': '',
    };
    expect(await problemsOf({ ...whole, ...others })).toEqual([]);
  });
  test('of a folder', async () => {
    expect(await problemsOf({ ...whole, 'committed/000004-x.sql/note.txt': '' })).toEqual([
      'GW012 committed/000004-x.sql is a folder; a revision is a file',
    ]);
  });
  test('with numbers left out, the chain being whole', async () => {
    const far = committed(6, 'far', indexes.hash);
    expect(await problemsOf({ ...whole, ...folderOf([far]) })).toEqual([
      'GW027 committed/000006-far.sql comes right after committed/000003-index-ratings.sql, without 000004, 000005 between them',
    ]);
  });
  test('with one number twice in one line of history', async () => {
    const again = committed(3, 'again', indexes.hash);
    expect(await problemsOf({ ...whole, ...folderOf([again]) })).toEqual(['GW022 2 revisions have the number 3']);
  });
  test('in the wrong order', async () => {
    const low = committed(1, 'low', indexes.hash);
    expect(await problemsOf({ ...whole, ...folderOf([low]) })).toEqual(
      expect.arrayContaining(['GW025 committed/000001-low.sql follows committed/000003-index-ratings.sql, whose number is higher']),
    );
  });
});

describe('the chain', () => {
  test('with a file missing names its number', async () => {
    await withMigrations(folderOf([books, indexes]), async (folder) => {
      const history = await readHistory(folder);
      expect(history.problems).toMatchObject([{ code: 'GW024', missingNumbers: [2], previousHash: ratings.hash }]);
      expect(history.problems[0]?.details[0]).toBe('No file has the number 000002');
      expect(() => assertSound(history)).toThrow(history.problems[0]);
    });
  });
  test('with a file missing further on names that number only', async () => {
    const files = line('one', 'two', 'three', 'four', 'five');
    await withMigrations(folderOf(files.filter((_, index) => index !== 3)), async (folder) => {
      expect((await readHistory(folder)).problems).toMatchObject([{ code: 'GW024', missingNumbers: [4] }]);
    });
  });
  test('with a file that was committed on top of something else', async () => {
    const strange = committed(3, 'strange', `sha1:${'a'.repeat(40)}`);
    await withMigrations(folderOf([books, ratings, strange]), async (folder) => {
      expect((await readHistory(folder)).problems).toMatchObject([
        { code: 'GW024', missingNumbers: [], details: [`The file before it is ${join(folder, ratings.file)}`, expect.any(String)] },
      ]);
    });
  });
  test('with its first file missing', async () => {
    expect(await problemsOf(folderOf([ratings, indexes]))).toEqual([
      `GW024 committed/000002-add-ratings.sql follows ${books.hash.slice(0, 12)}, which no file has`,
    ]);
  });
  test('is not called broken after a file that cannot be read as a revision', async () => {
    expect(await problemsOf(changed(ratings, (text) => text.replace(/^--! Previous:.*\n/, '')))).toHaveLength(1);
  });
  test('with a copy of a file', async () => {
    expect(await problemsOf({ ...whole, 'committed/000004-copy.sql': indexes.text })).toEqual(
      expect.arrayContaining([`GW023 2 files are the same revision ${indexes.hash.slice(0, 12)}`]),
    );
  });
  test('that bites its tail', async () => {
    const ring = (number: number, own: string, previous: string) => ({
      file: `committed/00000${number}.sql`,
      text: `--! Previous: ${previous}\n--! Hash: ${own}\n--! AllowInvalidHash\n\nselect 1;\n`,
    });
    expect(await problemsOf(folderOf([ring(1, 'sha1:a', 'sha1:b'), ring(2, 'sha1:b', 'sha1:a')]))).toContain(
      'GW026 2 revisions follow each other in a ring',
    );
  });
});

describe('a revert', () => {
  const good = revertOf(ratings, 'drop table ratings;');

  /** Problems of the whole folder with this revert, and what `ratings` has for a revert then. */
  async function withRevert(text: string | Uint8Array, file = good.file): Promise<readonly [string[], string | null]> {
    return withMigrations({ ...whole, [file]: text }, async (folder) => {
      const { problems, revisions } = await readHistory(folder);
      const revert = revisions.find(({ hash }) => hash === ratings?.hash)?.revert;
      return [problems.map(({ code, message }) => `${code} ${message}`.replaceAll(`${folder}/`, '')), revert?.kind ?? null];
    });
  }

  test('belongs by name', async () => {
    expect(await withRevert(good.text)).toEqual([[], 'sql']);
  });
  test('belongs by number and hash when its slug is another', async () => {
    expect(await withRevert(good.text, 'reverts/000002.sql')).toEqual([[], 'sql']);
  });
  test('belongs to its own branch when two have its number', async () => {
    const theirs = committed(2, 'add fingerprints', books.hash);
    await withMigrations({ ...whole, ...folderOf([theirs]), 'reverts/000002.sql': good.text }, async (folder) => {
      const { problems, revisions } = await readHistory(folder);
      expect(problems).toEqual([]);
      expect(revisions.filter(({ revert }) => revert !== null).map(({ name }) => name)).toEqual(['000002-add-ratings']);
    });
  });
  test('that fits neither branch is held against the one of its name', async () => {
    const theirs = committed(2, 'add fingerprints', books.hash);
    const wrong = serializeRevert({ kind: 'sql', reverts: indexes.hash, body: 'select 1;' });
    await withMigrations({ ...whole, ...folderOf([theirs]), [good.file]: wrong }, async (folder) => {
      expect((await readHistory(folder)).problems).toMatchObject([{ code: 'GW031', revisionPath: join(folder, ratings.file) }]);
    });
  });
  test('without its revision is a finding', async () => {
    expect(await withRevert(good.text, 'reverts/000009-add-ratings.sql')).toEqual([
      ['GW030 reverts/000009-add-ratings.sql reverts a revision that is not here'],
      null,
    ]);
  });
  test('of another text of its revision', async () => {
    const other = serializeRevert({ kind: 'sql', reverts: books.hash, body: 'select 1;' });
    expect(await withRevert(other)).toEqual([
      ['GW031 reverts/000002-add-ratings.sql does not belong to committed/000002-add-ratings.sql'],
      null,
    ]);
  });
  test('that was edited', async () => {
    expect(await withRevert(good.text.replace('drop', 'DROP'))).toEqual([
      ['GW032 reverts/000002-add-ratings.sql was edited after it was proved'],
      null,
    ]);
  });
  test('that is irreversible and has SQL', async () => {
    expect(await withRevert(good.text.replace('\n\n', '\n--! Irreversible: no\n\n'))).toEqual([
      ['GW033 reverts/000002-add-ratings.sql is marked irreversible and has SQL'],
      null,
    ]);
  });
  test('that is irreversible without a reason', async () => {
    expect(await withRevert(`--! Reverts: ${ratings.hash}\n--! Irreversible:\n`)).toEqual([
      ['GW033 reverts/000002-add-ratings.sql is marked irreversible without a reason'],
      null,
    ]);
  });
  test('that is irreversible, with a comment that explains', async () => {
    expect(await withRevert(`--! Reverts: ${ratings.hash}\n--! Irreversible: gone\n\n-- see the manual\n`)).toEqual([[], 'irreversible']);
  });
  test('with neither', async () => {
    expect(await withRevert(`--! Reverts: ${ratings.hash}\n--! Hash: ${hashRevision('', ratings.hash)}\n\n`)).toEqual([
      ['GW033 reverts/000002-add-ratings.sql has no SQL and is not marked irreversible'],
      null,
    ]);
  });
  test('without a hash: the help has the line', async () => {
    await withMigrations({ ...whole, [good.file]: good.text.replace(/--! Hash.*\n/, '') }, async (folder) => {
      const { problems } = await readHistory(folder);
      expect(problems).toMatchObject([
        { code: 'GW007', help: expect.stringContaining(`--! Hash: ${hashRevision('drop table ratings;', ratings.hash)}`) },
      ]);
    });
  });
  test('twice', async () => {
    await withMigrations({ ...whole, [good.file]: good.text, 'reverts/000002.sql': good.text }, async (folder) => {
      expect((await readHistory(folder)).problems).toMatchObject([
        { code: 'GW034', paths: [join(folder, good.file), join(folder, 'reverts/000002.sql')] },
      ]);
    });
  });
  test('without saying what it reverts', async () => {
    expect(await withRevert(good.text.replace(/--! Reverts.*\n/, ''))).toEqual([
      ['GW007 reverts/000002-add-ratings.sql lacks the header "--! Reverts:"'],
      null,
    ]);
  });
  test('that is only SQL', async () => {
    expect(await withRevert('drop table ratings;')).toEqual([
      ['GW007 reverts/000002-add-ratings.sql lacks the header "--! Reverts:" and "--! Hash:"'],
      null,
    ]);
  });
  test('without the blank line', async () => {
    expect(await withRevert(good.text.replace('\n\n', '\n'))).toEqual([
      ['GW008 reverts/000002-add-ratings.sql has no blank line after its headers'],
      null,
    ]);
  });
  test('with a header twice', async () => {
    expect(await withRevert(good.text.replace('\n\n', '\n--! Hash: x\n\n'))).toEqual([
      ['GW006 reverts/000002-add-ratings.sql has the header Hash twice'],
      null,
    ]);
  });
  test('in Latin-1 is not also called edited', async () => {
    const text = revertOf(ratings, "select 'é';").text;
    expect((await withRevert(Buffer.from(text, 'latin1')))[0]).toEqual([
      expect.stringMatching(/^GW005 reverts\/000002-add-ratings.sql is not UTF-8: byte 0xE9 at offset [0-9]+$/),
    ]);
  });
  test('with CRLF is not also called edited', async () => {
    expect((await withRevert(good.text.replaceAll('\n', '\r\n')))[0]).toEqual([
      'GW003 reverts/000002-add-ratings.sql has Windows line endings (CRLF)',
    ]);
  });
});

test('a file in place of committed/ is an error', async () => {
  await withMigrations({}, async (folder) => {
    writeFileSync(join(folder, 'committed'), '');
    await expect(readHistory(folder)).rejects.toMatchObject({ code: 'GW002' });
  });
});
