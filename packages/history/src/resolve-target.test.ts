import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assertSound, type History } from './history.ts';
import { parseRange, parseTarget } from './parse-target.ts';
import { readHistory } from './read-history.ts';
import { resolveTarget } from './resolve-target.ts';
import type { Position } from './revision.ts';
import { histories, lines } from './testing/arbitrary.ts';
import { committed, folderOf, line } from './testing/committed.ts';
import { withMigrations } from './testing/migrations-folder.ts';

const BASE: Position = { kind: 'base' };

/** The name of what a text resolves to, or `base`. */
function resolve(history: History, text: string, current: Position = BASE): string {
  const position = resolveTarget(history, parseTarget(text), current);
  return position.kind === 'base' ? 'base' : position.revision.name;
}

describe('in any line of history', () => {
  test('each revision is found by number, name, slug, file name, path and hash', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 12, max: 40 }), ({ history }, length) => {
        for (const { number, digits, name, slug, filename, path, ledgerName, hash } of history.revisions) {
          const written = [
            String(number),
            digits,
            `00${digits}`,
            name,
            `${number}-${slug}`,
            slug,
            filename,
            path,
            ledgerName,
            hash,
            hash.toUpperCase().replace('SHA1', 'sha1'),
          ];
          for (const text of [...written, hash.slice(0, 5 + length)]) expect(resolve(history, text)).toBe(name);
          if (/[a-f]/.test(hash.slice(5, 5 + length))) expect(resolve(history, hash.slice(5, 5 + length))).toBe(name);
        }
      }),
    );
  });

  test('relative targets count, and say how many are left', () => {
    fc.assert(
      fc.property(lines, fc.nat(), fc.integer({ min: -40, max: 40 }), ({ history }, start, by) => {
        const { revisions } = history;
        const place = start % (revisions.length + 1);
        const standing = revisions[place - 1];
        const current: Position = standing === undefined ? BASE : { kind: 'revision', revision: standing };
        const text = by < 0 ? String(by) : `+${by}`;
        const goal = place + by;
        if (goal >= 0 && goal <= revisions.length) expect(resolve(history, text, current)).toBe(revisions[goal - 1]?.name ?? 'base');
        else {
          const left = by > 0 ? revisions.length - place : place;
          expect(() => resolve(history, text, current)).toThrow(expect.objectContaining({ code: 'GW042', by, left }));
        }
      }),
    );
  });

  test('as many steps down as there are end at base, as many up at head', () => {
    fc.assert(
      fc.property(lines, ({ history }) => {
        const last = history.revisions.at(-1);
        if (last === undefined) throw new Error('never empty');
        const count = history.revisions.length;
        expect(resolve(history, `-${count}`, { kind: 'revision', revision: last })).toBe('base');
        expect(resolve(history, `+${count}`)).toBe(last.name);
        expect(resolve(history, ' +0 ', { kind: 'revision', revision: last })).toBe(last.name);
      }),
    );
  });

  test('head and base are its ends', () => {
    fc.assert(
      fc.property(lines, ({ history }) => {
        expect([resolve(history, 'head'), resolve(history, 'heads'), resolve(history, 'base')]).toEqual([
          history.revisions.at(-1)?.name,
          history.revisions.at(-1)?.name,
          'base',
        ]);
      }),
    );
  });
});

test('in a forked history a number is found or all that have it are listed', () => {
  fc.assert(
    fc.property(histories, ({ history }) => {
      for (const { number, name } of history.revisions) {
        expect(resolve(history, name)).toBe(name);
        const same = history.revisions.filter((other) => other.number === number).map((other) => other.name);
        if (same.length === 1) expect(resolve(history, String(number))).toBe(name);
        else expect(() => resolve(history, String(number))).toThrow(expect.objectContaining({ code: 'GW041', candidates: same }));
      }
    }),
  );
});

/** What goes wrong with a target: code, first line, details and help. */
async function failure(files: readonly { file: string; text: string }[], text: string, at?: string): Promise<readonly string[]> {
  return withMigrations(folderOf(files), async (folder) => {
    const history = await readHistory(folder);
    assertSound(history);
    const current = at === undefined ? BASE : resolveTarget(history, parseTarget(at), BASE);
    try {
      return [resolve(history, text, current)];
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || !('help' in error) || !('details' in error)) throw error;
      const details = Array.isArray(error.details) ? error.details : [];
      return [`${error.code} ${error.message}`, ...details.map(String), ...String(error.help).split('\n')];
    }
  });
}

describe('what cannot be found', () => {
  const files = line('create books', 'add ratings', 'index ratings');

  test('a typing error is met with what was meant', async () => {
    expect(await failure(files, 'add-ratngs')).toMatchInlineSnapshot(`
      [
        "GW040 There is no revision "add-ratngs"",
        "The history goes from 000001-create-books to 000003-index-ratings",
        "did you mean add-ratings?",
        "godwit history",
      ]
    `);
  });
  test('a number beyond the end', async () => {
    expect(await failure(files, '9')).toMatchInlineSnapshot(`
      [
        "GW040 There is no revision "9"",
        "The history goes from 000001-create-books to 000003-index-ratings",
        "godwit history",
      ]
    `);
  });
  test('too few digits of a hash', async () => {
    expect(await failure(files, files[1]?.hash.slice(5, 10) ?? '')).toContain('a hash needs at least seven digits');
  });
  test('a hash prefix of digits only is taken for a number, and the way to write it is named', async () => {
    const digits = /^sha1:([0-9]{7})/;
    const file = Array.from({ length: 200 }, (_, index) => committed(1, 'x', null, `select ${index};`)).find(({ hash }) =>
      digits.test(hash),
    );
    if (file === undefined) throw new Error('no such hash among 200');
    const written = digits.exec(file.hash)?.[1] ?? '';
    expect(await failure([file], written)).toContain(`for the hash write sha1:${written}`);
    expect(await failure([file], `sha1:${written}`)).toEqual(['000001-x']);
  });
  test('a form of Git', async () => {
    expect(await failure(files, 'head~1')).toContain('relative targets count from where the database stands: +1, -1');
  });
  test('zero is not base: a slip must not undo everything', async () => {
    expect(await failure(files, '0')).toMatchInlineSnapshot(`
      [
        "GW040 There is no revision "0"",
        "The history goes from 000001-create-books to 000003-index-ratings",
        "before the first revision is base",
        "godwit history",
      ]
    `);
  });
  test('nothing at all, in an empty history', async () => {
    expect(await failure([], '')).toMatchInlineSnapshot(`
      [
        "GW040 There is no revision """,
        "The history is empty",
        "godwit history",
      ]
    `);
  });
  test('beyond head and base', async () => {
    expect(await failure(files, '+3', '2')).toMatchInlineSnapshot(`
      [
        "GW042 +3 leads beyond head: 1 revision is left after 000002-add-ratings",
        "all of them: godwit upgrade head",
      ]
    `);
    expect(await failure(files, '+1', 'head')).toMatchInlineSnapshot(`
      [
        "GW042 +1 leads beyond head: no revision is left after 000003-index-ratings",
        "godwit current",
      ]
    `);
    expect(await failure(files, '-1')).toMatchInlineSnapshot(`
      [
        "GW042 -1 leads beyond base: no revision is left to undo at base",
        "godwit current",
      ]
    `);
    expect(await failure(files, '-3', '2')).toMatchInlineSnapshot(`
      [
        "GW042 -3 leads beyond base: 2 revisions are left to undo at 000002-add-ratings",
        "all of them: godwit downgrade base",
      ]
    `);
  });
});

describe('what means more than one revision', () => {
  test('a slug that was used twice', async () => {
    const files = line('add index', 'add ratings', 'add index');
    expect(await failure(files, 'add-index')).toMatchInlineSnapshot(`
      [
        "GW041 "add-index" names 2 revisions",
        "000001-add-index  sha1:ebd88b7ff8d4",
        "000003-add-index  sha1:edde671fcd04",
        "write one of: 000001-add-index, 000003-add-index",
      ]
    `);
    expect(await failure(files, '3-add-index')).toEqual(['000003-add-index']);
  });

  test('a slug that looks like another revision with its number', async () => {
    const files = line('2-x', 'x');
    expect(await failure(files, '2-x')).toEqual(
      expect.arrayContaining(['"2-x" names 2 revisions'].map((text) => expect.stringContaining(text))),
    );
    expect(await failure(files, '000002-x')).toEqual(['000002-x']);
  });

  test('a hash prefix', async () => {
    const [one] = line('one');
    if (!one) throw new Error('one file');
    // Two files with one beginning of a hash cannot be made by hashing in a test's time; the lookup does not look at bodies.
    const twin = {
      file: 'committed/000002-two.sql',
      text: `--! Previous: ${one.hash}\n--! Hash: ${one.hash.slice(0, 20)}${'0'.repeat(25)}\n--! AllowInvalidHash\n\nselect 2;\n`,
    };
    expect(await failure([one, twin], one.hash.slice(0, 15))).toEqual(
      expect.arrayContaining([expect.stringMatching(/^GW041 .* names 2 revisions$/)]),
    );
  });

  test('head, and +1, at a fork', async () => {
    const files = line('create books', 'add ratings');
    const theirs = committed(2, 'add fingerprints', files[0]?.hash ?? null);
    expect(await failure([...files, theirs], 'head')).toMatchInlineSnapshot(`
      [
        "GW043 The history forks after 000001-create-books: 000002-add-fingerprints and 000002-add-ratings",
        "000002-add-fingerprints  add fingerprints",
        "000002-add-ratings  add ratings",
        "put yours after theirs: godwit merge",
        "until then name a revision instead of "head"",
      ]
    `);
    expect(await failure([...files, theirs], '+1', '1')).toMatchInlineSnapshot(`
      [
        "GW043 The history forks after 000001-create-books: 000002-add-fingerprints and 000002-add-ratings",
        "000002-add-fingerprints  add fingerprints",
        "000002-add-ratings  add ratings",
        "put yours after theirs: godwit merge",
        "until then name a revision instead of "head"",
      ]
    `);
    expect(await failure([...files, theirs], '+1', 'base')).toEqual(['000001-create-books']);
    expect(await failure([...files, theirs], '-1', 'add-fingerprints')).toEqual(['000001-create-books']);
  });
});

test('a range is two targets around a colon', () => {
  const hash = 'sha1:0123456789';
  expect(parseRange('base:head')).toEqual({ from: { kind: 'base' }, to: { kind: 'head' } });
  expect(parseRange('3:add-ratings')).toEqual({ from: { kind: 'number', number: 3 }, to: { kind: 'name', text: 'add-ratings' } });
  expect(parseRange(`${hash}:head`)).toEqual({ from: { kind: 'name', text: hash }, to: { kind: 'head' } });
  expect(parseRange(`2:${hash}`)).toEqual({ from: { kind: 'number', number: 2 }, to: { kind: 'name', text: hash } });
  expect(parseRange(`${hash}:${hash}`)).toEqual({ from: { kind: 'name', text: hash }, to: { kind: 'name', text: hash } });
  expect(parseRange(':3')).toEqual({ from: { kind: 'base' }, to: { kind: 'number', number: 3 } });
  expect(parseRange('3:')).toEqual({ from: { kind: 'number', number: 3 }, to: { kind: 'head' } });
  for (const single of ['head', '+1', hash, 'add-ratings', '', 'a:b:c']) expect(parseRange(single)).toBeNull();
});
