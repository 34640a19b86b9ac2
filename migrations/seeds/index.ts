import { anki } from './anki/index.ts';
import { charts } from './charts/index.ts';
import { mam } from './mam/index.ts';
import { shelf } from './shelf/index.ts';
import { verse } from './verse/index.ts';

/** The seed rows of the five systems, by system and table. */
export const seeds = { shelf, verse, anki, mam, charts } as const;

export type System = keyof typeof seeds;
