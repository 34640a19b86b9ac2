import { describe, expect, test } from 'vitest';
import { createOutput } from './output.ts';

/** Streams that keep what is written to them. */
function streams(options: { readonly stdout?: number; readonly stderr?: number } = {}) {
  const written = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof written) => ({
    isTTY: options[name] !== undefined,
    columns: options[name],
    write: (text: string) => {
      written[name] += text;
    },
  });
  return { written, streams: { stdout: stream('stdout'), stderr: stream('stderr') } };
}

const plain = { environment: {}, json: false, verbose: false };

describe('colour', () => {
  test.each([
    [{}, undefined, false],
    [{}, 80, true],
    [{ NO_COLOR: '1' }, 80, false],
    [{ NO_COLOR: '' }, 80, true],
    [{ FORCE_COLOR: '1' }, undefined, true],
    [{ FORCE_COLOR: '0' }, 80, false],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, 80, false],
    [{ TERM: 'dumb' }, 80, false],
  ])('with %j and a terminal of %s columns: %s', (environment, columns, coloured) => {
    const { streams: to } = streams(columns === undefined ? {} : { stdout: columns, stderr: columns });
    const output = createOutput({ ...plain, streams: to, environment });
    expect(output.style.green('yes') !== 'yes').toBe(coloured);
    expect(output.errorStyle.red('no') !== 'no').toBe(coloured);
  });

  test('of stderr goes by stderr: stdout may be a file', () => {
    const output = createOutput({ ...plain, streams: streams({ stderr: 80 }).streams });
    expect(output.style.red('x')).toBe('x');
    expect(output.errorStyle.red('x')).toBe('\u001b[31mx\u001b[39m');
  });
});

test('data goes to stdout, notes to stderr, a value is one line of JSON', () => {
  const { streams: to, written } = streams();
  const output = createOutput({ ...plain, streams: to });
  output.line('data');
  output.note('about the work');
  output.value({ a: [1, 'two\nlines'] });
  output.raw('as it is');
  expect(written).toEqual({ stdout: 'data\n{"a":[1,"two\\nlines"]}\nas it is', stderr: 'about the work\n' });
});

test('the width is that of the terminal, or COLUMNS; without one nothing is cut', () => {
  const narrow = { ...plain, environment: { COLUMNS: '30' } };
  expect(createOutput({ ...narrow, streams: streams({ stdout: 42 }).streams }).width).toBe(30);
  expect(createOutput({ ...narrow, streams: streams().streams }).width).toBe(Number.POSITIVE_INFINITY);
  expect(createOutput({ ...plain, streams: streams({ stdout: 42 }).streams }).width).toBe(42);
  expect(createOutput({ ...plain, streams: streams().streams }).width).toBe(Number.POSITIVE_INFINITY);
});

test('a transient line is cut to the terminal and erased by what comes after it', () => {
  const { streams: to, written } = streams({ stdout: 80, stderr: 10 });
  const output = createOutput({ ...plain, streams: to });
  output.transient('waiting for the server');
  output.line('it is there');
  output.line('go on');
  expect(written).toEqual({ stdout: 'it is there\ngo on\n', stderr: 'waiting f\r\u001b[2K' });
});

test('there are no transient lines without a terminal, nor with --json', () => {
  const pipe = streams();
  createOutput({ ...plain, streams: pipe.streams }).transient('waiting');
  const json = streams({ stdout: 80, stderr: 80 });
  createOutput({ ...plain, streams: json.streams, json: true }).transient('waiting');
  expect([pipe.written.stderr, json.written.stderr]).toEqual(['', '']);
});
