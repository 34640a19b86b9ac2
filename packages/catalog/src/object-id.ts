/**
 * The id of an object, which is also how it is called in words: `column shelf.books.title`, `function shelf."Near"(integer)`.
 * A name is quoted when it is not plain lower case.
 */
export function objectId(kind: string, path: readonly string[], signature: string | null): string {
  return `${kind} ${path.map(plainName).join('.')}${signature ?? ''}`;
}

function plainName(name: string): string {
  return /^[a-z_][a-z0-9_$]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
