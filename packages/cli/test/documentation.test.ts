import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigSchema } from '../src/config/config.ts';

const PACKAGE = join(import.meta.dirname, '..');

test('each error code of the command line has a section, and no other', () => {
  const code = globSync('src/**/*.ts', { cwd: PACKAGE })
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => readFileSync(join(PACKAGE, file), 'utf8').match(/GW\d{3}/g) ?? []);
  const documented = [...readFileSync(join(PACKAGE, 'README.md'), 'utf8').matchAll(/^- \*\*(GW\d{3})\*\*/gm)].map(
    ([, found = '']) => found,
  );
  expect(documented).toEqual([...new Set(code)].toSorted());
});

test('each error code of the project is on the page of errors', () => {
  const repository = join(PACKAGE, '..', '..');
  const page = readFileSync(join(repository, 'docs', 'errors.md'), 'utf8');
  const codes = globSync('{packages,apps,examples}/*/src/**/*.ts', { cwd: repository, exclude: (name) => name === 'node_modules' })
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(join(repository, file), 'utf8').matchAll(/\bcode: '(GW\d{3})'/g)].map(([, code = '']) => code));
  expect(codes.length).toBeGreaterThan(150);
  expect([...new Set(codes)].filter((code) => !page.includes(`- **${code}**`)).toSorted()).toEqual([]);
});

test('the JSON schema of godwit.config.json knows the settings that are read', () => {
  const schema: { properties: object } = JSON.parse(readFileSync(join(PACKAGE, 'schema', 'godwit.config.schema.json'), 'utf8'));
  expect(Object.keys(schema.properties).toSorted()).toEqual(Object.keys(ConfigSchema.entries).toSorted());
});

test('a headline begins with a capital or a name, and has no full stop', () => {
  const headlines = globSync('src/**/*.ts', { cwd: PACKAGE })
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) =>
      [...readFileSync(join(PACKAGE, file), 'utf8').matchAll(/\bmessage: ['`]((?:\$\{|[^'`])+)['`]/g)].map(([, text = '']) => text),
    );
  expect(headlines.length).toBeGreaterThan(20);
  expect(headlines.filter((text) => !/^(?:[A-Z'-]|\$\{|graphile-migrate )/.test(text) || text.endsWith('.'))).toEqual([]);
});
