import type { Placeholders } from '@godwit/history';
import { touchedByRevisions } from '@godwit/migrator';
import { formatName } from '@godwit/migrator/statements';

/** The relations that a text makes, changes and drops, in order; a null at the end when code in it may touch anything. */
export async function touchedNames(body: string, placeholders: Placeholders): Promise<readonly (string | null)[]> {
  const touched = (await touchedByRevisions([{ hash: '', body }], placeholders)).get('');
  if (touched === undefined) return [];
  const names = touched.objects
    .filter(({ kind, object }) => object.kind === 'relation' && (kind === 'changes' || kind === 'adds'))
    .map(({ object }) => formatName(object));
  return [...new Set(names), ...(touched.anything === null ? [] : [null])];
}
