import type { CommandDefinition } from '../definition.ts';
import { DEPLOY } from './deploy.ts';
import { DEVELOP, REPAIR } from './develop.ts';
import { LOOK } from './look.ts';

/** Every command of `godwit`, in the order of the help. */
export const DEFINITIONS: readonly CommandDefinition[] = [...LOOK, ...DEPLOY, ...REPAIR, ...DEVELOP];
