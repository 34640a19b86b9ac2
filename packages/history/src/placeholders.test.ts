import { expect, test } from 'vitest';
import { applyPlaceholders, resolvePlaceholders } from './placeholders.ts';

const options = { placeholders: {}, databaseName: 'shop', databaseOwner: 'owner', environment: {} };

test('the reserved ones stand for the database and its owner', () => {
  expect(resolvePlaceholders(options)).toEqual({ ':DATABASE_NAME': 'shop', ':DATABASE_OWNER': 'owner' });
});

test('!ENV takes the variable of the same name', () => {
  const placeholders = { ':APP_USER': '!ENV', ':OTHER': 'x' };
  expect(resolvePlaceholders({ ...options, placeholders, environment: { APP_USER: 'ada' } })).toMatchObject({
    ':APP_USER': 'ada',
    ':OTHER': 'x',
  });
  for (const environment of [{}, { APP_USER: '' }]) {
    expect(() => resolvePlaceholders({ ...options, placeholders, environment })).toThrow(
      expect.objectContaining({ code: 'GW064', variable: 'APP_USER' }),
    );
  }
});

test('a reserved one may only be given the value that it has', () => {
  expect(resolvePlaceholders({ ...options, placeholders: { ':DATABASE_NAME': 'shop' } })).toMatchObject({ ':DATABASE_NAME': 'shop' });
  expect(() => resolvePlaceholders({ ...options, placeholders: { ':DATABASE_NAME': 'other' } })).toThrow(
    expect.objectContaining({ code: 'GW065' }),
  );
});

test('without placeholders a body stays', () => {
  expect(applyPlaceholders('select :NOBODY, $1;', {})).toBe('select :NOBODY, $1;');
});
