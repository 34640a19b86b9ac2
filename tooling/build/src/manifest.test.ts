import { expect, test } from 'vitest';
import { parseManifest } from './manifest.ts';

const manifest = (fields: object) => parseManifest(JSON.stringify({ name: 'x', version: '1.0.0', ...fields }));

test('what npm installs beside a package are its dependencies, optional ones included, and not those of development', () => {
  const { installed } = manifest({ dependencies: { a: '1' }, optionalDependencies: { b: '1' }, devDependencies: { c: '1' } });
  expect(installed).toEqual(['a', 'b']);
});

test('an importer is promised what publishConfig says, else what exports says', () => {
  expect(manifest({ exports: { '.': './src/index.ts' }, publishConfig: { exports: { '.': './dist/index.js' } } }).exported).toEqual([
    './dist/index.js',
  ]);
  expect(manifest({ exports: { '.': './index.js' } }).exported).toEqual(['./index.js']);
});

test('a package.json without a name or a version is an error', () => {
  expect(() => parseManifest('{}')).toThrow('without name or version');
});
