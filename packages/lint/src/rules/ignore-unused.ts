import type { IgnoreRule } from '../rule.ts';

export const ignoreUnused: IgnoreRule = {
  about: 'ignores',
  name: 'ignore-unused',
  group: 'ignores',
  severity: 'error',
  summary: 'an ignore that silences nothing',
  why: 'It stays behind when the statement changes, and silences the next one that is put there. The same holds for an ignore in the configuration; `godwit lint --all` finds those.',
  example: {
    sql: '-- godwit:ignore index-not-concurrently: the table has twelve rows\ncreate table shelf.formats (name text primary key);',
  },
};
