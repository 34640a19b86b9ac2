import type { BodyRule } from '../rule.ts';
import { without } from '../safe/without.ts';
import { sentence } from '../text/sentence.ts';

export const textSetting: BodyRule = {
  about: 'bodies',
  name: 'text-setting',
  group: 'execution',
  severity: 'error',
  summary: 'a setting that changes how the text of the revision is read',
  why: 'With another client_encoding, or standard_conforming_strings off, the same file stores other characters when Godwit sends it than when psql does. `godwit upgrade` refuses it.',
  example: { sql: "set client_encoding = 'latin1';\ncomment on table shelf.books is 'Bücher';" },
  finds: ['text setting'],
  report: ({ finding, statement, revision }) => ({
    message: sentence(finding.message),
    because: finding.help ?? 'godwit upgrade refuses it',
    safe: without(revision.statements, (one) => one === statement),
  }),
};
