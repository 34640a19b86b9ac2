import type { Node, RangeVar } from 'libpg-query';
import { nameOfPath, nameOfRange, namePath, type RelationName } from '../statements/relation-name.ts';

/** An object that a statement names. */
export interface TouchedObject extends RelationName {
  /** Tables, views, indexes, sequences and types share their names: all are relations here. */
  readonly kind: 'relation' | 'function' | 'schema' | 'extension' | 'role' | 'other';
}

/**
 * What a statement does to an object.
 *
 * - `changes` makes, alters or drops it, or updates or deletes its rows
 * - `adds` leaves what was there as it was: a column, an index, a trigger, a comment, new rows
 * - `uses` reads or calls it, or is made of it
 * - `references` needs its key: a foreign key, which does not mind what is added
 */
export type TouchKind = 'changes' | 'adds' | 'uses' | 'references';

/** What a statement does to one object, or that nobody can tell what it touches. */
export type Touch = { readonly kind: TouchKind; readonly object: TouchedObject } | { readonly kind: 'anything'; readonly reason: string };

export function changes(object: TouchedObject): Touch {
  return { kind: 'changes', object };
}

export function adds(object: TouchedObject): Touch {
  return { kind: 'adds', object };
}

export function uses(object: TouchedObject): Touch {
  return { kind: 'uses', object };
}

export function references(object: TouchedObject): Touch {
  return { kind: 'references', object };
}

export function anything(reason: string): Touch {
  return { kind: 'anything', reason };
}

export function relation(name: RelationName): TouchedObject {
  return { kind: 'relation', schema: name.schema, name: name.name };
}

export function changesRelation(range: RangeVar | undefined): readonly Touch[] {
  return range === undefined ? [] : [changes(relation(nameOfRange(range)))];
}

export function addsToRelation(range: RangeVar | undefined): readonly Touch[] {
  return range === undefined ? [] : [adds(relation(nameOfRange(range)))];
}

/** Of a qualified name as the grammar gives it. */
export function changesNamed(kind: TouchedObject['kind'], name: Node | readonly Node[] | undefined): readonly Touch[] {
  return [changes({ kind, ...nameOfPath(namePath(name)) })];
}
