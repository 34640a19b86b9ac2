import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'another encoding',
      sql: `set client_encoding = 'latin1';
comment on table shelf.books is 'Bücher';`,
      finds: [
        {
          at: "set client_encoding = 'latin1'",
          message:
            'A revision is sent as UTF-8: with client_encoding latin1 the server would store other characters than those written here',
          safe: ["comment on table shelf.books is 'Bücher';"],
        },
      ],
    },
    {
      name: 'backslashes that escape',
      sql: `set standard_conforming_strings = off;
comment on table shelf.books is 'a';`,
      finds: [
        {
          at: 'set standard_conforming_strings = off',
          message: 'With standard_conforming_strings off a literal has another value by psql than by godwit',
          safe: ["comment on table shelf.books is 'a';"],
        },
      ],
    },
  ],
  silent: [
    { name: 'UTF-8', sql: "set client_encoding to 'UTF8';" },
    { name: 'another setting', sql: "set local statement_timeout = '1min';" },
  ],
};
