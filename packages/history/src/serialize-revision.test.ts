import { expect, test } from 'vitest';
import { serializeRevert } from './serialize-revert.ts';
import { serializeRevision } from './serialize-revision.ts';

const good = { hash: 'sha1:a', previousHash: null, message: null, headers: {}, body: 'select 1;' };

test('what could not be read back is not written', () => {
  expect(() => serializeRevision({ ...good, body: ' \n' })).toThrow(expect.objectContaining({ code: 'GW009' }));
  expect(() => serializeRevision({ ...good, message: 'm'.repeat(513) })).toThrow(expect.objectContaining({ code: 'GW010', length: 513 }));
  for (const message of ['a\nb', 'a\tb', 'a\u2028b'])
    expect(() => serializeRevision({ ...good, message })).toThrow(expect.objectContaining({ code: 'GW010' }));
  for (const key of ['created', 'Two Words', ''])
    expect(() => serializeRevision({ ...good, headers: { [key]: 'x' } })).toThrow(expect.objectContaining({ code: 'GW011' }));
  expect(() => serializeRevision({ ...good, headers: { Created: 'a\nb' } })).toThrow(expect.objectContaining({ code: 'GW011' }));
});

test('own headers come first, others after them, none twice', () => {
  expect(
    serializeRevision({ ...good, message: ' hello ', headers: { Created: ' now ', Hash: 'x', Flag: null, Message: 'x', Previous: 'x' } }),
  ).toBe('--! Previous: -\n--! Hash: sha1:a\n--! Message: hello\n--! Created: now\n--! Flag\n\nselect 1;\n');
});

test('a revert has either SQL or a reason', () => {
  expect(serializeRevert({ kind: 'irreversible', reverts: 'sha1:a', reason: ' gone ' })).toBe(
    '--! Reverts: sha1:a\n--! Irreversible: gone\n',
  );
  expect(() => serializeRevert({ kind: 'irreversible', reverts: 'sha1:a', reason: ' ' })).toThrow(
    expect.objectContaining({ code: 'GW033' }),
  );
  expect(() => serializeRevert({ kind: 'irreversible', reverts: 'sha1:a', reason: 'a\nb' })).toThrow(
    expect.objectContaining({ code: 'GW011' }),
  );
  expect(() => serializeRevert({ kind: 'sql', reverts: 'sha1:a', body: '\n' })).toThrow(expect.objectContaining({ code: 'GW033' }));
});
