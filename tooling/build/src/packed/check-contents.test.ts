import { expect, test } from 'vitest';
import { parseManifest } from '../manifest.ts';
import { checkContents } from './check-contents.ts';

const library = parseManifest(JSON.stringify({ name: 'x', version: '1.0.0', publishConfig: { exports: { '.': './dist/index.js' } } }));
const tarball = (...files: string[]) => ({ folder: '/x', file: '/x.tgz', manifest: library, contents: new Set(files) });

test('a complete package has nothing to say', () => {
  expect(checkContents(tarball('dist/index.js', 'dist/index.d.ts', 'README.md', 'LICENSE'))).toEqual([]);
});

test('an export without its file, or without its declarations, is found', () => {
  expect(checkContents(tarball('dist/index.d.ts', 'README.md', 'LICENSE'))).toEqual(['dist/index.js is not in the package']);
  expect(checkContents(tarball('dist/index.js', 'README.md', 'LICENSE'))).toEqual(['dist/index.d.ts is not in the package']);
});

test('tests do not travel', () => {
  const files = ['dist/index.js', 'dist/index.d.ts', 'README.md', 'LICENSE', 'src/index.test.ts'];
  expect(checkContents(tarball(...files))).toEqual(['src/index.test.ts should not be in the package']);
});
