import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'with what is in it',
      sql: 'alter schema music rename to audio;',
      history: 'create schema music create table songs (id bigint primary key) create view titles as select 1 as one;',
      finds: [
        {
          at: 'alter schema music rename to audio',
          message: 'The application that is running still asks for what is in music',
          safe: [
            'create schema audio;',
            `alter table music.songs set schema audio;
create view music.songs with (security_invoker = true) as select * from audio.songs;

alter view music.titles set schema audio;
create view music.titles with (security_invoker = true) as select * from audio.titles;`,
            `drop view music.songs;
drop view music.titles;`,
          ],
        },
      ],
    },
    {
      name: 'an empty one',
      sql: 'alter schema music rename to audio;',
      history: 'create schema music;',
      finds: [
        {
          at: 'alter schema music rename to audio',
          message: 'The application that is running still asks for what is in music',
          safe: ['create schema audio;'],
        },
      ],
    },
  ],
  silent: [
    {
      name: 'one of the same revision',
      sql: `create schema music;
alter schema music rename to audio;`,
    },
    { name: 'its owner', sql: 'alter schema shelf owner to current_user;' },
    { name: 'in a way back', sql: 'alter schema shelf rename to library;', revert: true },
  ],
};
