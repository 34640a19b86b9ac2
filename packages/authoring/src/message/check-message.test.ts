import { expect, test } from 'vitest';
import { checkMessage } from './check-message.ts';
import { UnusableMessage, VagueMessage } from './errors.ts';

test.each([
  undefined,
  '',
  '  ',
  'Update',
  'changes',
  'Fix stuff',
  'fix stuff!',
  'wip.',
  'Some changes',
  'Schema changes',
  'DB update',
  'new migration',
  'Update schema changes',
  '- ?',
])('refuses %j', (message) => {
  expect(() => checkMessage(message, 'commit')).toThrow(VagueMessage);
});

test.each([
  'Add book_quality field for narrator matching',
  'Update embeddings when the model changes',
  'Fix the type of cost_usd',
  'Initial schema',
  'Отметки о прочтении',
  'Change isbn to text',
  'Test data for shelf',
])('takes %j', (message) => {
  expect(checkMessage(` ${message} `, 'revision')).toBe(message);
});

test('refuses what cannot stand in a header', () => {
  expect(() => checkMessage(`Add ${'x'.repeat(600)}`, 'commit')).toThrow(UnusableMessage);
  expect(() => checkMessage('Add\na line', 'commit')).toThrow(/control character/);
});

test('names the command that was typed in its example', () => {
  expect(() => checkMessage('stuff', 'revision')).toThrow(
    expect.objectContaining({ help: expect.stringContaining('godwit revision -m "') }),
  );
});
