import type { Rename } from '@godwit/difference';

/** `column shelf.books.title → name` */
export function renameInWords({ kind, from, to }: Rename): string {
  return `${kind} ${from.join('.')} → ${to.at(-1) ?? ''}`;
}
