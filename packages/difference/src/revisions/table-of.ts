import type { CatalogObject } from '@godwit/catalog';

/** The id of the table that something belongs to; empty when it belongs to none. */
export function tableOf({ within }: Pick<CatalogObject, 'within'>): string {
  return within.find((id) => id.startsWith('table ')) ?? '';
}
