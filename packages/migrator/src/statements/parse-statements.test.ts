import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseStatements } from './parse-statements.ts';

const texts = async (sql: string) => (await parseStatements(sql)).statements.map(({ text }) => text);

describe('statements', () => {
  test('a body of comments has none', async () => {
    expect(await parseStatements('')).toEqual({ statements: [], problem: null, placeholders: [] });
    expect(await texts(' -- nothing\n/* here */ ;; \n')).toEqual([]);
  });

  test('comments before and after are left out, comments inside are kept', async () => {
    expect(await texts('-- a\n/* b /* c */ */ select /* d */ 1 -- e\n; -- f\nselect 2 -- g')).toEqual(['select /* d */ 1', 'select 2']);
  });

  test('what looks like a comment inside a literal is part of it', async () => {
    expect(await texts(`select '--' ; select $$ /* $$\n; select "a--b" from t; select E'\\'--' -- x`)).toEqual([
      "select '--'",
      'select $$ /* $$',
      'select "a--b" from t',
      "select E'\\'--'",
    ]);
  });

  test('offsets count UTF-16 units, also after characters of two, three and four bytes', async () => {
    const sql = "/* é€𝄞 */ select 'é€𝄞'; -- 𝄞\nselect '𝄞' as \"𝄞\" /* 𝄞 */ ; select 3";
    const { statements } = await parseStatements(sql);
    expect(statements.map(({ text }) => text)).toEqual(["select 'é€𝄞'", `select '𝄞' as "𝄞"`, 'select 3']);
    for (const { offset, text } of statements) expect(sql.slice(offset, offset + text.length)).toBe(text);
  });

  test('control characters and lines that end in CR LF do not shift anything', async () => {
    expect(await texts("select '\u0001\t\u007f' -- \u0001\r\n; /* \u0002 */ select 2 -- x\r")).toEqual([
      "select '\u0001\t\u007f'",
      'select 2',
    ]);
  });

  test('semicolons in bodies of functions and rules do not split', async () => {
    const functions = [
      'create function f() returns int language sql begin atomic select 1; select 2; end',
      'create function g() returns int language plpgsql as $a$ begin return 1; end; $a$',
      'create rule r as on insert to t do also (insert into u values (1); delete from v)',
    ];
    expect(await texts(`${functions.join(' ;\n')};`)).toEqual(functions);
  });

  test('each statement carries its kind and tree', async () => {
    const { statements } = await parseStatements('alter table a add b int; create index on a (b)');
    expect(statements.map(({ kind }) => kind)).toEqual(['AlterTableStmt', 'IndexStmt']);
    expect(statements[1]?.node).toMatchObject({ IndexStmt: { relation: { relname: 'a' } } });
  });
});

describe('placeholders that nothing has replaced', () => {
  test('are tolerated as names, literals and numbers, and listed with their places', async () => {
    const sql =
      "grant select on t to :ROLE_NAME; alter role x password :SECRET; create table :SCHEMA.t (a int default ':NOT_ONE'); -- :NOR_THIS\nselect 1;";
    const { statements, placeholders, problem } = await parseStatements(sql);
    expect(problem).toBeNull();
    expect(statements.map(({ text }) => text).join('|')).toBe(
      "grant select on t to :ROLE_NAME|alter role x password :SECRET|create table :SCHEMA.t (a int default ':NOT_ONE')|select 1",
    );
    expect(placeholders.map(({ name, offset }) => [name, sql.slice(offset, offset + name.length)])).toEqual([
      [':ROLE_NAME', ':ROLE_NAME'],
      [':SECRET', ':SECRET'],
      [':SCHEMA', ':SCHEMA'],
    ]);
  });

  test('a number is tried where neither a name nor a literal can stand', async () => {
    const { problem, placeholders } = await parseStatements('alter table t alter column a set statistics :TARGET');
    expect([problem, placeholders]).toEqual([null, [{ name: ':TARGET', offset: 44 }]]);
  });

  test('a cast to an upper-case type and an array slice are SQL, not placeholders', async () => {
    const { placeholders, problem } = await parseStatements('select a::TEXT, b[1:LEN], c[:LEN] from t');
    expect([problem, placeholders]).toEqual([null, []]);
  });

  test('a placeholder where nothing can stand is reported as the parser saw it', async () => {
    const { problem } = await parseStatements('select 1;\ncreate table t (a int) :WHERE_ELSE foo bar baz');
    expect(problem).toMatchObject({ kind: 'syntax', message: 'syntax error at or near ":"', offset: 33 });
  });
});

describe('problems', () => {
  test('a syntax error has the place of the token, in UTF-16 units', async () => {
    const sql = "select 'é𝄞';\nselect frum from where";
    const { problem, statements } = await parseStatements(sql);
    expect(statements).toEqual([]);
    expect(problem).toEqual({ kind: 'syntax', message: 'syntax error at or near "where"', offset: sql.indexOf('where'), help: null });
  });

  test('a literal without an end is one line, at its beginning', async () => {
    const { problem } = await parseStatements("select 1;\nselect 'abc\ndef;\n");
    expect(problem).toMatchObject({ kind: 'syntax', offset: 17 });
    expect(problem?.message).not.toContain('\n');
  });

  test.each([
    ['\\i other.sql', '\\i is', '--!include'],
    ['select 1;\n\\set name value\nselect :name', '\\set is', '.gmrc'],
    ['select 1 \\gexec', '\\gexec is', 'DO block'],
    ['\\connect other', '\\connect is', 'one database'],
    ['\\d+ t', '\\d is', 'write it as SQL'],
    ['select 1\\;select 2', '\\; is', 'write it as SQL'],
  ])('a psql command is explained: %s', async (sql, message, help) => {
    const { problem } = await parseStatements(sql);
    expect(problem).toMatchObject({ kind: 'psql command', offset: sql.indexOf('\\') });
    expect(problem?.message).toContain(message);
    expect(problem?.help).toContain(help);
  });

  test.each([
    'select 1;\ncopy shelf.books (id, title) from stdin;\n1\tDune\n2\t\\N\n\\.\n',
    '-- copy x from stdin;\nselect 1;\ncopy shelf.books from stdin (format csv);\n\\N\n',
    'select 1;\ncopy shelf.books from stdin;',
    'copy shelf.books from stdin;\n\\.\nselect 1;',
  ])('COPY … FROM stdin is explained where it begins: %j', async (sql) => {
    const { problem } = await parseStatements(sql);
    expect(problem).toMatchObject({ kind: 'copy data', offset: sql.indexOf('copy shelf.books') });
    expect(problem?.help).toContain('INSERT');
  });

  test('COPY from a file and COPY to stdout are statements', async () => {
    expect(await texts("copy t from '/x'; copy t to stdout; copy t from program 'x'")).toHaveLength(3);
  });

  test('a NUL is refused; the parser would silently stop at it', async () => {
    expect((await parseStatements('select 1;\u0000 select 2')).problem).toMatchObject({ kind: 'nul', offset: 9 });
  });
});

describe('the law of splitting', () => {
  const word = fc.stringMatching(/^[a-z]{1,6}$/).map((name) => `c_${name}`);
  const inside = fc.string({
    unit: fc.constantFrom('a', ';', "''", '-', '--', '/*', '*/', '$', '$$', ':X', '\\', '"', '\n', 'é', '€', '𝄞', ' ', '\t'),
    maxLength: 12,
  });
  const literal = fc.oneof(
    inside.map((text) => `'${text.replaceAll(/'+/g, "''")}'`),
    inside.map((text) => `E'${text.replaceAll(/'+/g, "''").replaceAll('\\', '\\\\')}'`),
    fc.tuple(inside, word).map(([text, tag]) => `$${tag}$${text}$${tag}$`),
    fc.integer({ min: 0, max: 999 }).map(String),
  );
  const blank = fc.oneof(
    fc.constantFrom(' ', '\n', '\t', '\r\n', '  '),
    inside.map((text) => `-- ${text.replaceAll('\n', ' ')}\n`),
    inside.map((text) => `/* ${text.replaceAll(/[*/]/g, '')} */`),
  );
  const gap = fc.array(blank, { maxLength: 3 }).map((parts) => parts.join(''));
  const apart = gap.map((text) => ` ${text}`);
  const name = fc.oneof(
    word,
    inside.filter((text) => text.trim() !== '').map((text) => `"${text.replaceAll('"', '""')}"`),
  );
  const statement = fc.oneof(
    fc.tuple(apart, literal, apart, name).map(([a, value, b, as]) => `select${a}${value}${b}as ${as}`),
    fc.tuple(apart, name, literal).map(([a, table, value]) => `insert into${a}${table} values (${value})`),
    fc.tuple(name, name, apart).map(([table, column, a]) => `alter table ${table}${a}add column ${column} int`),
    fc
      .tuple(literal, apart)
      .map(([value, a]) => `create function f() returns text language sql begin atomic select 1;${a}select ${value}; end`),
  );

  test('every statement comes back as it was written, at its place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(gap, statement, gap), { maxLength: 6 }), fc.boolean(), async (parts, open) => {
        const sql = parts
          .map(([before, text, after], index) => before + text + after + (open && index === parts.length - 1 ? '' : ';'))
          .join('');
        const { statements, problem } = await parseStatements(sql);
        expect(problem).toBeNull();
        expect(statements.map(({ text }) => text)).toEqual(parts.map(([, text]) => text));
        for (const { offset, text } of statements) expect(sql.slice(offset, offset + text.length)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});
