import type { Node, RangeVar } from 'libpg-query';
import { nameOfPath, nameOfRange, namePath, type RelationName } from '../statements/relation-name.ts';

/** An object that a statement names. */
export interface TouchedObject extends RelationName {
  /** Tables, views, indexes, sequences and types share their names: all are relations here. */
  readonly kind: 'relation' | 'function' | 'schema' | 'extension' | 'role' | 'other';
}

/** What a statement does to one object, or that nobody can tell what it touches. */
export type Touch =
  | { readonly kind: 'object'; readonly object: TouchedObject; readonly changes: boolean }
  | { readonly kind: 'anything'; readonly reason: string };

export function changes(object: TouchedObject): Touch {
  return { kind: 'object', object, changes: true };
}

export function uses(object: TouchedObject): Touch {
  return { kind: 'object', object, changes: false };
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

/** Of a qualified name as the grammar gives it. */
export function changesNamed(kind: TouchedObject['kind'], name: Node | readonly Node[] | undefined): readonly Touch[] {
  return [changes({ kind, ...nameOfPath(namePath(name)) })];
}
