import type { IgnoreRule } from '../rule.ts';

export const ignoreWithoutReason: IgnoreRule = {
  about: 'ignores',
  name: 'ignore-without-reason',
  group: 'ignores',
  severity: 'error',
  summary: 'an ignore without a reason',
  why: 'The reason is what the next reader needs: whether it still holds. It stands after a colon. The ignore works all the same.',
  example: { sql: '-- godwit:ignore index-not-concurrently\ncreate index genres_name on shelf.genres (name);' },
};
