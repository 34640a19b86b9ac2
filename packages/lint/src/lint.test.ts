import { describe, expect, test } from 'vitest';
import { UnknownRule } from './errors/unknown-rule.ts';
import { lint } from './lint.ts';
import type { LintContext } from './lint-context.ts';
import type { LintSource } from './lint-source.ts';
import { readSchema } from './read-schema.ts';

const source = (text: string, more: Partial<LintSource> = {}): LintSource => ({
  path: 'migrations/current.sql',
  text,
  transactional: true,
  role: 'forward',
  ...more,
});

const OURS: LintContext = { settings: { squawk: false } };

const rulesOf = async (sources: readonly LintSource[], context: LintContext = OURS) =>
  (await lint(sources, context)).map(({ rule }) => rule);

describe('severity', () => {
  const index = [source('create index books_title on shelf.books (title)')];

  test("is the rule's own unless the settings say otherwise", async () => {
    expect(await lint(index, OURS)).toMatchObject([{ rule: 'index-not-concurrently', severity: 'error' }]);
    const warning = { settings: { squawk: false, rules: { 'index-not-concurrently': 'warning' } } } as const;
    expect(await lint(index, warning)).toMatchObject([{ severity: 'warning' }]);
    expect(await lint(index, { settings: { squawk: false, rules: { 'index-not-concurrently': 'off' } } })).toEqual([]);
  });

  test('of a rule that there is not is refused, with the one that was meant', async () => {
    const settings = { rules: { 'index-not-concurently': 'off' } } as const;
    await expect(lint(index, { settings })).rejects.toThrow(UnknownRule);
    await expect(lint(index, { settings })).rejects.toMatchObject({
      code: 'GW300',
      help: expect.stringContaining('index-not-concurrently'),
    });
  });
});

describe('what stood before', () => {
  const made = source('create table shelf.books (id bigint primary key, isbn varchar(13))', { path: 'committed/000001.sql' });

  test('comes from earlier sources, linted or not, and from a history that is read once', async () => {
    const wider = source('alter table shelf.books alter column isbn type varchar(20)');
    expect(await rulesOf([wider])).toEqual(['column-type-rewrite']);
    expect(await rulesOf([made, wider])).toEqual([]);
    expect(await rulesOf([{ ...made, factsOnly: true }, wider])).toEqual([]);
    const history = await readSchema([made]);
    expect(await rulesOf([wider], { ...OURS, history })).toEqual([]);
    expect(await rulesOf([wider], { ...OURS, history })).toEqual([]);
  });

  test('is not changed by linting on top of it', async () => {
    const history = await readSchema([made]);
    await lint([source('drop table shelf.books')], { ...OURS, history });
    expect(history.table({ schema: 'shelf', name: 'books' })).not.toBeNull();
  });

  test('a way back leaves the next revision the state of its own one', async () => {
    const back = source('drop table shelf.books', { role: 'revert' });
    const wider = source('alter table shelf.books alter column isbn type varchar(20)');
    expect(await rulesOf([made, back, wider])).toEqual([]);
  });
});

describe('the place of a finding', () => {
  test('is below the headers of a committed file', async () => {
    const [finding] = await lint([source('select 1;\ncreate index a on shelf.b (c);\n', { firstLine: 5 })], OURS);
    expect(finding?.frame).toMatchObject({ file: 'migrations/current.sql', line: 6, column: 1 });
    expect(finding?.end).toEqual({ line: 6, column: 30 });
  });

  test('is where the caller says that the text was written', async () => {
    const frameOf = (offset: number) => ({ file: 'fixtures/f.sql', text: 'create index a on shelf.b (c);', line: 1, column: offset + 1 });
    expect(await lint([source('create index a on shelf.b (c);', { frameOf })], OURS)).toMatchObject([
      { frame: { file: 'fixtures/f.sql' } },
    ]);
  });

  test('orders them, whichever rule they are of', async () => {
    const found = await lint([source('create table t (a json);\ntruncate shelf.b;\ncreate table shelf.c (d json);')], OURS);
    expect(found.map(({ rule, frame }) => [rule, frame.line, frame.column])).toEqual([
      ['unqualified-name', 1, 14],
      ['json-type', 1, 19],
      ['truncate', 2, 1],
      ['json-type', 3, 25],
    ]);
  });
});

describe('squawk', () => {
  test('gives what we have no rule for, with our locks', async () => {
    expect(await lint([source("select 'ü';\nalter table shelf.books alter column title drop not null;")])).toMatchObject([
      {
        rule: 'squawk/ban-drop-not-null',
        severity: 'warning',
        frame: { line: 2, column: 44 },
        locks: [{ object: { name: 'books' }, mode: 'ACCESS EXCLUSIVE' }],
      },
    ]);
  });

  test('says nothing where one of ours speaks, unless it is asked', async () => {
    const index = [source('create index books_title on shelf.books (title);')];
    expect(await rulesOf(index, {})).toEqual(['index-not-concurrently']);
    const both = { settings: { rules: { 'squawk/require-concurrent-index-creation': 'warning' } } } as const;
    expect(await rulesOf(index, both)).toEqual(['index-not-concurrently', 'squawk/require-concurrent-index-creation']);
  });

  test('looks at each text for itself, with placeholders and without what it cannot read', async () => {
    const dropped = 'alter table :SCHEMA.books alter column title drop not null;';
    expect(await rulesOf([source('selec 1', { path: 'a.sql' }), source(dropped, { path: 'b.sql' })], {})).toEqual([
      'invalid-sql',
      'squawk/ban-drop-not-null',
    ]);
  });
});

describe('ignores of the settings', () => {
  const json = source('create table shelf.a (b json);', { path: 'migrations/committed/000001-a.sql' });
  const ignore = (file: string | readonly string[]) => ({ squawk: false, ignore: [{ file, rule: 'json-type', reason: 'so' }] });

  test('hold for the files that they name, with a star for a part of a name', async () => {
    expect(await rulesOf([json], { settings: ignore('migrations/committed/000001-a.sql') })).toEqual([]);
    expect(await rulesOf([json], { settings: ignore(['x.sql', 'migrations/committed/0000*.sql']) })).toEqual([]);
    expect(await rulesOf([json], { settings: ignore('migrations/*.sql') })).toEqual(['json-type']);
  });

  test('are findings when they silence nothing, where everything was linted', async () => {
    const settings = ignore(['migrations/committed/000001-a.sql', 'gone.sql']);
    expect(await lint([json], { settings })).toEqual([]);
    expect(await lint([json], { settings, whole: true })).toMatchObject([
      { rule: 'ignore-unused', message: 'The ignore of json-type in gone.sql silences nothing', frame: { file: 'godwit.config.json' } },
    ]);
  });
});
