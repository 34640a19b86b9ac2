import fc from 'fast-check';
import { calculateHash } from 'graphile-migrate/dist/hash.js';
import { isNoTransactionDefined } from 'graphile-migrate/dist/header.js';
import {
  getAllMigrations,
  isMigrationFilename,
  parseMigrationText,
  serializeMigration,
  slowGeneratePlaceholderReplacement,
} from 'graphile-migrate/dist/migration.js';
import { parseSettings } from 'graphile-migrate/dist/settings.js';
import { sluggify } from 'graphile-migrate/dist/sluggify.js';
import { describe, expect, test } from 'vitest';
import { fileNameFor, parseFileName } from './file-name.ts';
import { hashRevision } from './hash-revision.ts';
import { parseText } from './header.ts';
import { isNoTransaction } from './no-transaction.ts';
import { parseRevisionFile } from './parse-revision-file.ts';
import { applyPlaceholders, resolvePlaceholders } from './placeholders.ts';
import { readHistory } from './read-history.ts';
import { serializeRevision } from './serialize-revision.ts';
import { slugify } from './slugify.ts';
import { bodies, messages } from './testing/arbitrary.ts';
import { folderOf, line } from './testing/committed.ts';
import { withMigrations } from './testing/migrations-folder.ts';

const texts = fc.string({ unit: 'binary', maxLength: 200 });
const hashes = fc.option(
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 40, maxLength: 40 }).map((digits) => `sha1:${digits}`),
);
/** Header lines, good and nearly good, above any text. */
const files = fc
  .tuple(
    fc.array(
      fc.constantFrom(
        '--! Previous: -',
        '--! Hash:  sha1:ab ',
        '--! Message:',
        '--! AllowInvalidHash',
        '--! lower: x',
        '--!Message: x',
        '--! A_1:b:c',
        '--! Message: m\r',
      ),
    ),
    fc.constantFrom('', '\n', '\n\n', '\n\n\n '),
    texts,
  )
  .map(([headers, gap, text]) => headers.join('\n') + gap + text);

const settings = await parseSettings({
  connectionString: 'postgres://owner@localhost/shop',
  migrationsFolder: '/nowhere',
  placeholders: { ':APP_USER': 'app', ':APP': 'x', ':EMPTY_ONE': '' },
});

describe('as graphile-migrate 1.4.1 does it', () => {
  test('hashes', () => {
    fc.assert(
      fc.property(texts, hashes, (body, previous) => void expect(hashRevision(body, previous)).toBe(calculateHash(body, previous))),
    );
  });

  test('slugs and file names', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'B', '9', '_', '-', ' ', 'é', '.'), maxLength: 80 }),
        fc.nat(),
        (message, number) => {
          expect(slugify(message)).toBe(sluggify(message));
          expect(isMigrationFilename(fileNameFor(number, message))).not.toBeNull();
        },
      ),
    );
  });

  test('which names are revisions', () => {
    const names = fc.string({ unit: fc.constantFrom('0', '3', '-', '_', 'a', 'Z', '.', ' ', '.sql', '.SQL'), maxLength: 8 });
    fc.assert(
      fc.property(names, (name) => {
        const match = isMigrationFilename(name);
        expect(parseFileName(name)?.ledgerName).toBe(match === null ? undefined : `${match[1]}.sql`);
      }),
    );
  });

  test('taking a file apart', () => {
    fc.assert(
      fc.property(files, (text) => {
        const ours = parseText(text);
        if (ours.duplicate !== null) expect(() => parseMigrationText('x', text, false)).toThrow('more than once');
        else expect({ headers: ours.headers, body: ours.body }).toEqual(parseMigrationText('x', text, false));
        const strict = ours.duplicate === null && ours.blankLine;
        if (strict) expect(() => parseMigrationText('x', text, true)).not.toThrow();
        else expect(() => parseMigrationText('x', text, true)).toThrow();
      }),
    );
  });

  test('writing a file', () => {
    fc.assert(
      fc.property(bodies, fc.option(messages), hashes, (body, message, previousHash) => {
        const hash = hashRevision(body, previousHash);
        const headers = { Created: '2026-01-31 ada', AllowInvalidHash: null };
        const theirs = serializeMigration(body, {
          Previous: previousHash ?? '-',
          Hash: hash,
          Message: message?.trim() || undefined,
          ...headers,
        });
        expect(serializeRevision({ hash, previousHash, message, headers, body })).toBe(theirs);
      }),
    );
  });

  test('the marker for no transaction', () => {
    const bodyStarts = fc.constantFrom(
      '--! no-transaction',
      '--!no-transaction\n',
      '--! no-transactional',
      '\n--! no-transaction',
      '--! no-transaction; x\nselect 1',
      ' --! no-transaction',
    );
    fc.assert(
      fc.property(
        bodyStarts,
        texts,
        (start, rest) => void expect(isNoTransaction(start + rest)).toBe(isNoTransactionDefined(start + rest)),
      ),
    );
  });

  test('placeholders, also within words, casts and literals', () => {
    const theirs = slowGeneratePlaceholderReplacement(settings, { database: 'shop' });
    const ours = resolvePlaceholders({
      placeholders: { ':APP_USER': 'app', ':APP': 'x', ':EMPTY_ONE': '' },
      databaseName: 'shop',
      databaseOwner: 'owner',
      environment: {},
    });
    const pieces = fc.array(
      fc.constantFrom(
        ':APP',
        '_USER',
        ':APP_USER',
        ':DATABASE_NAME',
        ':DATABASE_OWNER',
        '::',
        ':EMPTY_ONE',
        ':NOBODY',
        "'",
        ' ',
        '$&',
        '9',
        'é',
      ),
    );
    fc.assert(
      fc.property(pieces, (words) => {
        const text = words.join('');
        expect(applyPlaceholders(text, ours)).toBe(theirs(text));
      }),
    );
    expect(applyPlaceholders("grant x to :APP_USER; select 1::APP, ':DATABASE_NAME'", ours)).toBe("grant x to app; select 1:x, 'shop'");
  });

  test('a folder that we write is read by it, revision by revision', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(bodies, fc.option(messages)), { minLength: 1, maxLength: 5 }), async (contents) => {
        let previousHash: string | null = null;
        const folder: Record<string, string> = {};
        for (const [index, [body, message]] of contents.entries()) {
          const hash: string = hashRevision(body, previousHash);
          folder[`committed/${fileNameFor(index + 1, message)}`] = serializeRevision({ hash, previousHash, message, headers: {}, body });
          previousHash = hash;
        }
        await withMigrations(folder, async (migrationsFolder) => {
          const theirs = await getAllMigrations({ ...settings, migrationsFolder });
          const { revisions, problems } = await readHistory(migrationsFolder);
          expect(problems).toEqual([]);
          expect(
            revisions.map(({ filename, ledgerName, hash, previousHash: previous, body, message }) => [
              filename,
              ledgerName,
              hash,
              previous,
              body,
              message,
            ]),
          ).toEqual(
            theirs.map(({ realFilename, filename, hash, previousHash: previous, body, message }) => [
              realFilename,
              filename,
              hash,
              previous,
              body,
              message ?? null,
            ]),
          );
        });
      }),
      { numRuns: 30 },
    );
  });

  test('a chain that it refuses has a problem here too', async () => {
    const [one, two, three] = line('one', 'two', 'three');
    if (!one || !two || !three) throw new Error('three files');
    for (const files of [
      [two, three],
      [one, three],
    ]) {
      await withMigrations(folderOf(files), async (migrationsFolder) => {
        await expect(getAllMigrations({ ...settings, migrationsFolder })).rejects.toThrow();
        expect((await readHistory(migrationsFolder)).problems.map(({ code }) => code)).toEqual(['GW024']);
      });
    }
  });
});

test('what is written is read back as it was', () => {
  const headers = fc.dictionary(fc.stringMatching(/^[A-Z][a-zA-Z0-9_]{0,9}$/), fc.option(messages.map((text) => text.trim())), {
    maxKeys: 3,
  });
  fc.assert(
    fc.property(bodies, fc.option(messages), hashes, headers, (body, message, previousHash, others) => {
      const hash = hashRevision(body, previousHash);
      const text = serializeRevision({ hash, previousHash, message, headers: others, body });
      const { revision, problems } = parseRevisionFile({ path: 'committed/000003-x.sql', text });
      const needless = 'AllowInvalidHash' in others ? ['GW021'] : [];
      expect(problems.map(({ code }) => code)).toEqual(needless);
      expect(revision).toMatchObject({
        hash,
        previousHash,
        message: message?.trim() ?? null,
        body: `${body.trim()}\n`,
        number: 3,
        slug: 'x',
      });
      expect(revision && serializeRevision(revision)).toBe(text);
      expect(text.split('\n')[(revision?.bodyLine ?? 0) - 1]).toBe(body.trim().split('\n')[0]);
    }),
  );
});
