import { expect, test } from 'vitest';
import { type Catalog, compareDigests, digestCatalog, InvalidCatalog, parseCatalog } from './index.ts';
import { catalogOf, tableOf } from './testing/small-catalog.ts';

const catalog = catalogOf(tableOf('a', ['x', 'y']), tableOf('b', []));

/** The same data with every key and every object in the opposite order. */
function reversed(value: Catalog): Catalog {
  const turn = (inner: unknown): unknown =>
    typeof inner !== 'object' || inner === null || Array.isArray(inner)
      ? inner
      : Object.fromEntries(
          Object.entries(inner)
            .reverse()
            .map(([key, item]) => [key, turn(item)]),
        );
  return parseCatalog(turn(value));
}

test('does not depend on the order of keys and objects', () => {
  expect(digestCatalog(reversed(catalog))).toEqual(digestCatalog(catalog));
});

test('stays what it is from release to release: a change here needs a new CATALOG_FORMAT', () => {
  expect(digestCatalog(catalog).digest).toMatchInlineSnapshot(`"361d6ca9eb0760b135e88c1b6a2b12357f6430f170942cf15f88c73df97542b5"`);
});

test('changes with any object, and with extensions when these are asked for', () => {
  const { digest } = digestCatalog(catalog);
  const extended = { ...catalog, extensions: { vector: { schema: 'public' } } };
  expect(digestCatalog(catalogOf(tableOf('a', ['y', 'x']), tableOf('b', []))).digest).not.toBe(digest);
  expect(digestCatalog(catalogOf(tableOf('a', ['x', 'y']))).digest).not.toBe(digest);
  expect(digestCatalog(extended).digest).toBe(digest);
  expect(digestCatalog(extended, { extensions: true }).digest).not.toBe(digest);
});

test('tells which objects differ when only digests were kept', () => {
  const other = catalogOf(tableOf('a', ['x', 'y'], { comment: 'A' }), tableOf('c', []));
  expect(compareDigests(digestCatalog(catalog), digestCatalog(other))).toEqual({
    added: ['table public.c'],
    removed: ['table public.b'],
    changed: ['table public.a'],
  });
});

test.each([
  ['no catalog', 'nonsense', 'catalog: '],
  ['another format', { ...catalog, format: 2 }, 'format: '],
  ['an unknown property', { ...catalog, objects: { x: { ...catalog.objects['table public.b'], colour: 'red' } } }, 'objects.x.colour: '],
])('refuses to read %s', (_, json, detail) => {
  expect(() => parseCatalog(json)).toThrow(InvalidCatalog);
  expect(() => parseCatalog(json)).toThrow(expect.objectContaining({ code: 'GW173', details: [expect.stringContaining(detail)] }));
});
