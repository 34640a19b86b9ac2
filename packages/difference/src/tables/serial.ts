import { type Catalog, type ObjectOfKind, objectId } from '@godwit/catalog';

const SERIALS: Readonly<Record<string, { readonly type: string; readonly maximum: string }>> = {
  smallint: { type: 'smallserial', maximum: '32767' },
  integer: { type: 'serial', maximum: '2147483647' },
  bigint: { type: 'bigserial', maximum: '9223372036854775807' },
};

/** A column that `serial` would make as it is. */
export interface Serial {
  /** `serial`, `bigserial` or `smallserial`. */
  readonly type: string;
  /** The id of the sequence that comes with it. */
  readonly sequence: string;
}

/** How a column is written with `serial`; null when anything about it or its sequence is not as `serial` makes it. */
export function serialOf(catalog: Catalog, column: ObjectOfKind<'column'>): Serial | null {
  const [schema = '', table = '', name = ''] = column.path;
  const { type, nullability } = column.properties;
  const serial = SERIALS[type];
  const sequence = catalog.objects[objectId('sequence', [schema, `${table}_${name}_seq`], null)];
  if (serial === undefined || sequence?.kind !== 'sequence' || nullability !== 'not null') return null;
  const { dataType, start, increment, minimum, maximum, cache, cycle, persistence, ownedBy } = sequence.properties;
  const isPlain =
    [start, increment, minimum, cache].every((value) => value === '1') && maximum === serial.maximum && dataType === type && !cycle;
  const columnName = column.id.slice('column '.length);
  const sequenceName = sequence.id.slice('sequence '.length);
  const isItsDefault = column.properties.default === `nextval('${sequenceName.replaceAll("'", "''")}'::regclass)`;
  if (!isPlain || !isItsDefault || persistence !== 'permanent' || ownedBy !== columnName) return null;
  return { type: serial.type, sequence: sequence.id };
}
