import { expect, test } from 'vitest';
import { valueCheck } from './value-check.ts';

const type = (text: string) => ({ base: text.replace(/\(.*\)/, ''), text });

const check = (from: string, to: string, options: { using?: string; canValidate?: boolean } = {}) =>
  valueCheck({ column: '"c"', from: type(from), to: type(to), using: options.using ?? null, canValidate: options.canValidate ?? true });

test.each([
  ['smallint', 'bigint'],
  ['integer', 'integer'],
  ['character varying(10)', 'character varying(20)'],
  ['character varying(10)', 'character varying'],
  ['bigint', 'text'],
  ['jsonb', 'json'],
  ['numeric(10,2)', 'numeric(10,2)'],
])('from %s to %s nothing can be lost, so nothing is read', (from, to) => {
  expect(check(from, to)).toBeNull();
});

test.each([
  ['bigint', 'integer'],
  ['integer', 'smallint'],
  ['character varying(20)', 'character varying(10)'],
  ['text', 'character varying(10)'],
  ['numeric', 'numeric(5,2)'],
  ['double precision', 'real'],
  ['timestamp with time zone', 'date'],
  ['json', 'jsonb'],
])('from %s to %s the values are looked at', (from, to) => {
  expect(check(from, to)).not.toBeNull();
});

test('char without a length is one character', () => {
  expect(check('text', 'character')?.fits).toBe(`char_length(rtrim("c"::text, ' ')) <= 1`);
});

test('a server that cannot validate is asked nothing that it does not know', () => {
  expect(JSON.stringify(check('text', 'uuid', { canValidate: false }))).not.toContain('pg_input_is_valid');
  expect(check('text', 'uuid')?.fits).toBe(`pg_input_is_valid("c"::text, 'uuid')`);
});

test('what USING computes is cast as the server would', () => {
  expect(check('text', 'integer', { using: 'length(c) + 1' })?.after).toBe('(length(c) + 1)::integer');
});
