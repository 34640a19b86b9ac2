import { describe, expect, test } from 'vitest';
import { frameAt, renderCodeFrame } from './code-frame.ts';

const TEXT = 'one\ntwo\nthree\nfour\nfive\n';

describe('frameAt', () => {
  test('counts lines and columns from 1', () => {
    expect(frameAt('a.sql', TEXT, 0)).toMatchObject({ line: 1, column: 1 });
    expect(frameAt('a.sql', TEXT, TEXT.indexOf('three') + 2)).toMatchObject({ line: 3, column: 3 });
  });

  test('an offset outside the text is clamped to it', () => {
    expect(frameAt('a.sql', 'one', 99)).toMatchObject({ line: 1, column: 4 });
    expect(frameAt('a.sql', 'one', -1)).toMatchObject({ line: 1, column: 1 });
  });
});

describe('renderCodeFrame', () => {
  test('shows two lines around the place and a caret under the column', () => {
    expect(renderCodeFrame(frameAt('a.sql', TEXT, TEXT.indexOf('three') + 2))).toEqual([
      '   a.sql:3:3',
      '  1 | one',
      '  2 | two',
      '> 3 | three',
      '    |   ^',
      '  4 | four',
      '  5 | five',
    ]);
  });

  test('the gutter is as wide as the last number', () => {
    const text = Array.from({ length: 12 }, (_, index) => `line ${index + 1}`).join('\n');
    expect(renderCodeFrame(frameAt('a.sql', text, text.indexOf('line 10')))).toContain('> 10 | line 10');
    expect(renderCodeFrame(frameAt('a.sql', text, text.indexOf('line 10')))).toContain('   8 | line 8');
  });

  test('a line of megabytes is cut where no width is given, in a pipe', () => {
    const text = `${'x'.repeat(3_000_000)}HERE${'y'.repeat(3_000_000)}`;
    const [, line = '', caret = ''] = renderCodeFrame(frameAt('a.sql', text, 3_000_000), Number.POSITIVE_INFINITY);
    expect(line.length).toBeLessThanOrEqual(200);
    expect(caret.length).toBeLessThanOrEqual(200);
    expect(line[caret.indexOf('^')]).toBe('H');
  });

  test('a long line is cut around the caret', () => {
    const text = `${'x'.repeat(300)}HERE${'y'.repeat(300)}`;
    const [, line = '', caret = ''] = renderCodeFrame(frameAt('a.sql', text, 300), 60);
    expect(line.length).toBeLessThanOrEqual(60);
    expect(line[caret.indexOf('^')]).toBe('H');
  });
});
