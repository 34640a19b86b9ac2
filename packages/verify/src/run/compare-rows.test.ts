import { describe, expect, test } from 'vitest';
import { compareRows } from './compare-rows.ts';

describe('rows are compared as texts', () => {
  test('null equals null, and nothing else', () => {
    const columns = ['expected', 'found'];
    expect(compareRows({ columns, rows: [[null, null]] })).toEqual({ kind: 'compared', differences: [] });
    expect(compareRows({ columns, rows: [['', null]] })).toMatchObject({ differences: [{ expected: '', found: null }] });
  });

  test('the other columns label a row', () => {
    const columns = ['table', 'found', 'column', 'expected'];
    const rows = [
      ['books', 'text', 'title', 'text'],
      ['books', 'int4', null, 'int8'],
    ];
    expect(compareRows({ columns, rows })).toEqual({
      kind: 'compared',
      differences: [{ label: 'books null', expected: 'int8', found: 'int4' }],
    });
  });

  test('no row at all is a difference: nothing was compared', () => {
    expect(compareRows({ columns: ['expected', 'found'], rows: [] })).toEqual({
      kind: 'compared',
      differences: [{ label: '', expected: 'at least one row', found: 'no row' }],
    });
  });

  test('without the two columns there is nothing to compare', () => {
    expect(compareRows({ columns: ['expected'], rows: [['1']] })).toEqual({ kind: 'shapeless' });
  });
});
