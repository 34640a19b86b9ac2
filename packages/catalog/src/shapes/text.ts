import * as v from 'valibot';
import { words } from './words.ts';

export const collation = {
  provider: v.picklist(['icu', 'libc', 'builtin', 'default']),
  locale: v.nullable(v.string()),
  characterType: v.nullable(v.string()),
  deterministic: v.boolean(),
  rules: v.nullable(v.string()),
};

/** `mappings` has a line a kind of token: `asciiword: english_stem`. */
export const textSearchConfiguration = { parser: v.string(), mappings: words };
export const textSearchDictionary = { template: v.string(), options: v.nullable(v.string()) };
