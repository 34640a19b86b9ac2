import type { Node } from 'libpg-query';
import type { RelationName } from '../statements/relation-name.ts';
import type { Touch } from './touch.ts';

/** The table of an index, by the index's name; null when nobody knows. */
export type TableOfIndex = (index: RelationName) => RelationName | null;

/** What a statement of one family changes; null for a statement of another. */
export type Family = (node: Node, tableOf: TableOfIndex) => readonly Touch[] | null;
