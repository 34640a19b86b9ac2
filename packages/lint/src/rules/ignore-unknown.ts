import type { IgnoreRule } from '../rule.ts';

export const ignoreUnknown: IgnoreRule = {
  about: 'ignores',
  name: 'ignore-unknown',
  group: 'ignores',
  severity: 'error',
  summary: 'an ignore of a rule that there is not',
  why: 'A mistyped name silences nothing, and looks as if it did.',
  example: {
    sql: '-- godwit:ignore index-not-concurently: the table has twelve rows\ncreate index genres_name on shelf.genres (name);',
  },
};
