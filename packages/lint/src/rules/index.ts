import type { Rule } from '../rule.ts';
import { ignoreUnknown } from './ignore-unknown.ts';
import { ignoreUnused } from './ignore-unused.ts';
import { ignoreWithoutReason } from './ignore-without-reason.ts';

/** Every rule of ours, in the order of the documentation. */
export const RULES: readonly Rule[] = [ignoreWithoutReason, ignoreUnused, ignoreUnknown];
