import { anki } from './anki.ts';
import { charts } from './charts.ts';
import { mam } from './mam.ts';
import type { Mutation } from './mutation.ts';
import { shelf } from './shelf.ts';
import { verse } from './verse.ts';

export type { Mutation } from './mutation.ts';

/** By system: each changes objects of that system alone, or an extension that it needs. They apply to a seeded database at head. */
export const mutations = { shelf, verse, anki, mam, charts } as const satisfies Readonly<Record<string, readonly Mutation[]>>;
