import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ModulePlaces } from './module-places.ts';

const root = mkdtempSync(join(tmpdir(), 'godwit-places-'));
afterAll(() => rmSync(root, { recursive: true }));

function packageFolder(path: string, name: string): string {
  const folder = join(root, path);
  mkdirSync(join(folder, 'src', 'ledger'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0' }));
  return folder;
}

const command = packageFolder('cli', 'godwit');
const library = packageFolder('migrator', '@godwit/migrator');
const foreign = packageFolder('node_modules/foreign', 'foreign');
const places = new ModulePlaces(command);

test('modules of two packages with the same path keep places of their own', () => {
  const code = "readSql(import.meta.url, './sql/read.sql');";
  expect(places.rewrite(code, join(command, 'src/ledger/read.ts'))).toBe(
    `const godwitModuleUrl = new URL("./ledger/read.ts", import.meta.url).href;\nreadSql(godwitModuleUrl, './sql/read.sql');`,
  );
  expect(places.rewrite(code, join(library, 'src/ledger/read.ts'))).toBe(
    `const godwitModuleUrl = new URL("./@godwit/migrator/ledger/read.ts", import.meta.url).href;\nreadSql(godwitModuleUrl, './sql/read.sql');`,
  );
});

test('code that does not ask where it is stays as it is', () => {
  expect(places.rewrite('export const a = 1;', join(library, 'src/a.ts'))).toBeNull();
  expect(places.rewrite('// unlike import.meta.url\nexport {};', join(foreign, 'a.js'))).toBeNull();
  expect(places.rewrite('/** as import.meta.filename */ export {};', join(library, 'src/a.ts'))).toBeNull();
});

test('text that only speaks of it stays as it is, beside code that asks', () => {
  const scaffold = 'export const text = `folder: import.meta.dirname, // `;';
  expect(places.rewrite(scaffold, join(command, 'src/a.ts'))).toBeNull();
  expect(places.rewrite(`${scaffold}\nconst here: string = import.meta.url; /* "import.meta.url" */`, join(command, 'src/a.ts'))).toBe(
    `const godwitModuleUrl = new URL("./a.ts", import.meta.url).href;\n${scaffold}\nconst here: string = godwitModuleUrl; /* "import.meta.url" */`,
  );
});

test('what a bundle cannot keep stops the build', () => {
  expect(() => places.rewrite('import.meta.dirname;', join(library, 'src/a.ts'))).toThrow('import.meta.dirname');
  expect(() => places.rewrite("import.meta.resolve('x');", join(library, 'src/a.ts'))).toThrow('import.meta.resolve');
  expect(() => places.rewrite('const { url } = import.meta;', join(library, 'src/a.ts'))).toThrow('import.meta');
  expect(() => places.rewrite('new URL("./x.wasm", import.meta.url);', join(foreign, 'a.js'))).toThrow('name its package in dependencies');
});

test('the packages whose files have to come along are those with modules in the bundle, each once', () => {
  const modules = [join(command, 'src/a.ts'), join(library, 'src/a.ts'), join(library, 'src/b.ts'), join(foreign, 'a.js'), '\0virtual'];
  expect(places.packagesOf(modules)).toEqual([
    { source: join(command, 'src'), place: '' },
    { source: join(library, 'src'), place: '@godwit/migrator' },
  ]);
});
