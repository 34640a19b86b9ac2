import { frameAt, GodwitError } from '@godwit/diagnostics';
import { describe, expect, test } from 'vitest';
import { errorAsData, renderError } from './render-error.ts';
import { createStyle } from './style.ts';

class SomeError extends GodwitError {
  readonly statement: string | undefined;

  constructor(options: ConstructorParameters<typeof GodwitError>[0] & { readonly statement?: string }) {
    super(options);
    this.statement = options.statement;
  }
}

const options = { width: 80, verbose: false, invocation: 'pnpm migrate' };

const render = (error: unknown) => renderError(error, createStyle(false), options);

test('what, where, because, help; the commands as the user types them', () => {
  const error = new SomeError({
    code: 'GW599',
    message: 'It does not fit',
    details: ['SQLSTATE 22001'],
    frame: frameAt('a.sql', 'select 1;\nselect too_long;\n', 17),
    cause: new Error('the outer cause', { cause: new Error('the inner cause') }),
    help: 'shorten it, then:\ngodwit upgrade',
  });
  expect(render(error)).toEqual([
    '✖ It does not fit  GW599',
    '',
    '     a.sql:2:8',
    '    1 | select 1;',
    '  > 2 | select too_long;',
    '      |        ^',
    '',
    '  SQLSTATE 22001',
    '  because: the outer cause',
    '  because: the inner cause',
    '  help: shorten it, then:',
    '        pnpm migrate upgrade',
  ]);
});

test('on a narrow terminal what, details and causes are broken at spaces; a help is copied, and stays whole', () => {
  const error = new SomeError({
    code: 'GW599',
    message: 'The database app has eleven revisions',
    details: ['The last of them is 000011-add-ratings'],
    cause: new Error('nobody has looked after it for a year'),
    help: 'godwit downgrade 000010-create-the-books-table',
  });
  expect(renderError(error, createStyle(false), { ...options, width: 30 })).toEqual([
    '✖ The database app has eleven',
    '  revisions  GW599',
    '  The last of them is',
    '  000011-add-ratings',
    '  because: nobody has looked',
    '    after it for a year',
    '  help: pnpm migrate downgrade 000010-create-the-books-table',
  ]);
  expect(renderError(error, createStyle(true), { ...options, width: 30 }).slice(0, 2)).toEqual([
    '\u001b[31m✖\u001b[39m \u001b[1mThe database app has eleven\u001b[22m',
    '  \u001b[1mrevisions\u001b[22m  \u001b[2mGW599\u001b[22m',
  ]);
});

test('the glyph is not left alone before a long word', () => {
  const error = new SomeError({ code: 'GW599', message: '000010-create-the-books-table is after base' });
  expect(renderError(error, createStyle(false), { ...options, width: 30 })).toEqual([
    '✖ 000010-create-the-books-table',
    '  is after base  GW599',
  ]);
});

test('a cause that says what has been said is left out', () => {
  const cause = new Error('no', { cause: new Error('disk is full') });
  const error = new SomeError({ code: 'GW599', message: 'Cannot write: no', details: ['The system says: disk is full'], cause });
  expect(render(error)).toEqual(['✖ Cannot write: no  GW599', '  The system says: disk is full']);
});

test('a chain of causes without end is cut', () => {
  const first = new Error('first');
  const second = new Error('second', { cause: first });
  first.cause = second;
  expect(render(new SomeError({ code: 'GW599', message: 'It failed', cause: first }))).toEqual([
    '✖ It failed  GW599',
    '  because: first',
    '  because: second',
  ]);
});

describe('the statement', () => {
  const text = `select 1;\nselect\n${Array.from({ length: 30 }, (_, index) => `  ${index},`).join('\n')}\n  0;\n`;

  test('is left out when the frame shows it', () => {
    const error = new SomeError({ code: 'GW599', message: 'No', frame: frameAt('a.sql', text, 0), statement: 'select 1' });
    expect(render(error)).not.toContain('  statement:');
  });

  test('is printed when it is longer, up to twenty lines', () => {
    const statement = text.slice(text.indexOf('select\n')).trim();
    const lines = render(new SomeError({ code: 'GW599', message: 'No', frame: frameAt('a.sql', text, 12), statement }));
    const start = lines.indexOf('  statement:');
    expect(lines.slice(start + 1, start + 3)).toEqual(['    select', '      0,']);
    expect(lines.slice(start).filter((line) => line.startsWith('    '))).toHaveLength(21);
    expect(lines.at(-1)).toBe('    … 12 more lines');
  });
});

test('anything else is a defect, with its stack', () => {
  const lines = render(new TypeError('x is not a function'));
  expect(lines[0]).toBe('✖ x is not a function  GW999');
  expect(lines[1]).toMatch(/^TypeError: x is not a function\n {4}at /);
  expect(lines.at(-1)).toMatch(/^ {2}help: this is a defect in Godwit/);
});

test('as data: code, message, details, help, place and causes', () => {
  const frame = frameAt('a.sql', 'select x', 7);
  const error = new SomeError({ code: 'GW599', message: 'No', details: ['one'], frame, help: 'try', cause: new Error('why') });
  expect(errorAsData(error)).toEqual({
    error: {
      code: 'GW599',
      message: 'No',
      details: ['one'],
      help: 'try',
      place: { file: 'a.sql', line: 1, column: 8 },
      because: ['why'],
    },
  });
  expect(errorAsData('thrown text')).toEqual({ error: { code: 'GW999', message: 'thrown text' } });
});

test('in a pipe neither frame nor statement prints a line of megabytes', () => {
  const long = `select '${'x'.repeat(3_000_000)}', too_long`;
  const frame = frameAt('a.sql', `select 1;\n${long};\n`, long.length);
  for (const error of [
    new SomeError({ code: 'GW599', message: 'It does not fit', frame, statement: long }),
    new SomeError({ code: 'GW599', message: 'It does not fit', statement: `${long}\n` }),
  ])
    expect(renderError(error, createStyle(false), { ...options, width: Number.POSITIVE_INFINITY }).join('\n').length).toBeLessThan(1000);
});
