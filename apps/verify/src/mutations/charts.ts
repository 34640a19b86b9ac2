import type { Mutation } from './mutation.ts';

export const charts: readonly Mutation[] = [
  {
    name: 'the trigram index is dropped',
    sql: 'drop index charts.idx_chord_charts_title_trgm',
    caught: [],
  },
  {
    name: 'the trigram index is of another method, on other words',
    sql: `
      drop index charts.idx_chord_charts_title_trgm;
      create index idx_chord_charts_title_trgm on charts.chord_charts using gist (lower(title) public.gist_trgm_ops)
    `,
    caught: [],
  },
  {
    name: 'the index on lyrics answers containment only',
    sql: `
      drop index charts.idx_chord_charts_lyrics_gin;
      create index idx_chord_charts_lyrics_gin on charts.chord_charts using gin (lyrics jsonb_path_ops)
    `,
    caught: [],
  },
  {
    name: 'the index on progressions is dropped',
    sql: 'drop index charts.idx_chord_charts_chord_progression_gin',
    caught: [],
  },
  {
    name: 'the index on statuses leaves drafts out',
    sql: `
      drop index charts.idx_chord_charts_status;
      create index idx_chord_charts_status on charts.chord_charts (status) where status <> 'draft'
    `,
    caught: [],
  },
  {
    name: 'the index on charts of the history is dropped',
    sql: 'drop index charts.idx_generation_history_chart_id',
    caught: [],
  },
  {
    name: 'costs have four decimals',
    sql: 'alter table charts.generation_history alter column cost_usd type numeric(10, 4)',
    caught: [],
  },
  {
    name: 'costs can be larger',
    sql: 'alter table charts.generation_history alter column cost_usd type numeric(12, 6)',
    caught: [],
  },
  {
    name: 'times have a zone',
    sql: 'alter table charts.chord_charts alter column created_at type timestamptz',
    caught: [],
  },
  {
    name: 'a chart twice',
    sql: 'alter table charts.chord_charts drop constraint idx_chord_charts_title_guild',
    caught: [],
  },
  {
    name: 'unique by an index and not by a constraint',
    sql: `
      alter table charts.chord_charts drop constraint idx_chord_charts_title_guild;
      create unique index idx_chord_charts_title_guild on charts.chord_charts (title, guild_id)
    `,
    caught: [],
  },
  {
    name: 'a chart with a history cannot go',
    sql: `
      alter table charts.generation_history drop constraint generation_history_chart_id_fkey;
      alter table charts.generation_history add constraint generation_history_chart_id_fkey foreign key (chart_id) references charts.chord_charts (id)
    `,
    caught: [],
  },
  {
    name: 'other titles are short',
    sql: 'alter table charts.chord_charts alter column alternate_titles type varchar(255)[]',
    caught: [],
  },
  {
    name: 'keys of any length',
    sql: 'alter table charts.chord_charts alter column keys type text[]',
    caught: [],
  },
  {
    name: 'progressions are text',
    sql: `
      drop index charts.idx_chord_charts_chord_progression_gin;
      alter table charts.chord_charts alter column chord_progression type text
    `,
    caught: [],
  },
  {
    name: 'a chart of no server',
    sql: 'alter table charts.chord_charts alter column guild_id drop not null',
    caught: [],
  },
  {
    name: 'a title is not needed',
    sql: 'alter table charts.chord_charts alter column title drop not null',
    caught: [],
  },
  {
    name: 'servers have small numbers',
    sql: 'alter table charts.chord_charts alter column approved_by type numeric(20)',
    caught: [],
  },
  {
    name: 'the extension for fuzzy titles is gone',
    sql: 'drop extension pg_trgm cascade',
    caught: [],
  },
  {
    name: 'the constraint loses its comment',
    sql: 'comment on constraint idx_chord_charts_title_guild on charts.chord_charts is null',
    caught: [],
  },
  {
    name: 'the history gets no id',
    sql: 'alter table charts.generation_history alter column id drop default',
    caught: [],
  },
  {
    name: 'ids run out early',
    sql: 'alter sequence charts.generation_history_id_seq as smallint',
    caught: [],
  },
  {
    name: 'a generation does not know its time',
    sql: 'alter table charts.generation_history alter column created_at drop default',
    caught: [],
  },
  {
    name: 'a table has another name',
    sql: 'alter table charts.generation_history rename to generations',
    caught: [],
  },
];
