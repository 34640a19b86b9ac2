import type { Catalog, ObjectKind } from '@godwit/catalog';
import { quoteLiteral } from '@godwit/postgres';
import type { Addition } from './addition.ts';
import { castAdditions } from './cast-additions.ts';
import { columnAdditions } from './column-additions.ts';
import { qualified } from './names.ts';
import { changeOfKind, type ObjectChange } from './object-change.ts';
import {
  constraintAdditions,
  indexAdditions,
  materializedViewAdditions,
  sequenceAdditions,
  tableAdditions,
  triggerAdditions,
} from './relation-additions.ts';
import { statisticsAdditions } from './statistics-additions.ts';
import { configurationAdditions, dictionaryAdditions, dictionaryRemovals } from './text-search-additions.ts';

type Find = (change: ObjectChange, to: Catalog) => Omit<Addition, 'object'> | null;

/** In the order in which they can run: a configuration refers to dictionaries. */
const FINDERS: readonly Find[] = [
  whole('statistics', statisticsAdditions),
  whole('cast', castAdditions),
  whole('text search dictionary', dictionaryAdditions),
  whole('text search configuration', configurationAdditions),
  whole('text search dictionary', dictionaryRemovals),
  after('table', tableAdditions),
  after('column', columnAdditions),
  after('index', indexAdditions),
  after('sequence', sequenceAdditions),
  after('materialized view', materializedViewAdditions),
  after('constraint', constraintAdditions),
  after('trigger', triggerAdditions),
  after('attribute', attributeComment),
];

/** What the engine leaves out and SQL can say. */
export function findAdditions(changes: readonly ObjectChange[], to: Catalog): readonly Addition[] {
  return FINDERS.flatMap((find) =>
    changes.flatMap((change) => {
      const found = find(change, to);
      return found === null || found.first.length + found.last.length === 0
        ? []
        : [{ object: (change.after ?? change.before)?.id ?? '', ...found }];
    }),
  );
}

function whole<K extends ObjectKind>(kind: K, find: (change: ObjectChange<K>) => Omit<Addition, 'object'>): Find {
  return (change) => {
    const ours = changeOfKind(change, kind);
    return ours === null ? null : find(ours);
  };
}

function after<K extends ObjectKind>(kind: K, find: (change: ObjectChange<K>, to: Catalog) => readonly string[]): Find {
  return (change, to) => {
    const ours = changeOfKind(change, kind);
    return ours === null ? null : { first: [], last: find(ours, to) };
  };
}

/** The comment on an attribute of a composite type, which is said as that of a column. */
function attributeComment({ before, after: now }: ObjectChange<'attribute'>): readonly string[] {
  if (now === null || (before?.comment ?? null) === now.comment) return [];
  return [`comment on column ${qualified(now.path)} is ${now.comment === null ? 'null' : quoteLiteral(now.comment)}`];
}
