import { behaviour } from './behaviour.ts';
import { columns } from './columns.ts';
import { comments } from './comments.ts';
import { constraints } from './constraints.ts';
import { grants } from './grants.ts';
import { indexes } from './indexes.ts';
import type { Mutation } from './mutation.ts';
import { others } from './others.ts';
import { routines } from './routines.ts';
import { sequences } from './sequences.ts';
import { tables } from './tables.ts';
import { types } from './types.ts';
import { views } from './views.ts';

export const mutations: readonly Mutation[] = [
  ...behaviour,
  ...columns,
  ...comments,
  ...constraints,
  ...grants,
  ...indexes,
  ...others,
  ...routines,
  ...sequences,
  ...tables,
  ...types,
  ...views,
];
