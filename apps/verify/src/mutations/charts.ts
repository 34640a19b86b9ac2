import type { Mutation } from './mutation.ts';

export const charts: readonly Mutation[] = [
  {
    name: 'the trigram index is dropped',
    sql: 'drop index charts.idx_chord_charts_title_trgm',
    caught: ['charts/indexes: charts are found by a title that is misspelt', 'charts/indexes: these indexes and no others'],
  },
  {
    name: 'the trigram index is of another method, on other words',
    sql: `
      drop index charts.idx_chord_charts_title_trgm;
      create index idx_chord_charts_title_trgm on charts.chord_charts using gist (lower(title) public.gist_trgm_ops)
    `,
    caught: ['charts/indexes: charts are found by a title that is misspelt', 'charts/indexes: these indexes and no others'],
  },
  {
    name: 'the index on lyrics answers containment only',
    sql: `
      drop index charts.idx_chord_charts_lyrics_gin;
      create index idx_chord_charts_lyrics_gin on charts.chord_charts using gin (lyrics jsonb_path_ops)
    `,
    caught: ['charts/indexes: charts are found by a part that their lyrics have', 'charts/indexes: these indexes and no others'],
  },
  {
    name: 'the index on progressions is dropped',
    sql: 'drop index charts.idx_chord_charts_chord_progression_gin',
    caught: ['charts/indexes: charts are found by what their progression contains', 'charts/indexes: these indexes and no others'],
  },
  {
    name: 'the index on statuses leaves drafts out',
    sql: `
      drop index charts.idx_chord_charts_status;
      create index idx_chord_charts_status on charts.chord_charts (status) where status <> 'draft'
    `,
    caught: ['charts/indexes: these indexes and no others'],
  },
  {
    name: 'the index on charts of the history is dropped',
    sql: 'drop index charts.idx_generation_history_chart_id',
    caught: ['charts/indexes: the generations of a chart are found', 'charts/indexes: these indexes and no others'],
  },
  {
    name: 'costs have four decimals',
    sql: 'alter table charts.generation_history alter column cost_usd type numeric(10, 4)',
    caught: [
      'charts/columns: the columns of charts.generation_history',
      'charts/costs: a cost is exact to the millionth',
      'charts/costs: a cost of ten thousand dollars is refused',
      "charts/costs: a server's generations of thirty days are summed up",
      'charts/costs: small costs make their exact sum',
    ],
  },
  {
    name: 'costs can be larger',
    sql: 'alter table charts.generation_history alter column cost_usd type numeric(12, 6)',
    caught: ['charts/columns: the columns of charts.generation_history', 'charts/costs: a cost of ten thousand dollars is refused'],
  },
  {
    name: 'times have a zone',
    sql: 'alter table charts.chord_charts alter column created_at type timestamptz',
    caught: ['charts/columns: the columns of charts.chord_charts'],
  },
  {
    name: 'a chart twice',
    sql: 'alter table charts.chord_charts drop constraint idx_chord_charts_title_guild',
    caught: [
      'charts/comments: the constraint that allows one chart for each title has a comment',
      'charts/constraints: no two rows of chord_charts share title and guild_id',
      'charts/constraints: these constraints and no others',
      'charts/indexes: the chart of a title on a server is found',
      'charts/indexes: these indexes and no others',
    ],
  },
  {
    name: 'unique by an index and not by a constraint',
    sql: `
      alter table charts.chord_charts drop constraint idx_chord_charts_title_guild;
      create unique index idx_chord_charts_title_guild on charts.chord_charts (title, guild_id)
    `,
    caught: [
      'charts/comments: the constraint that allows one chart for each title has a comment',
      'charts/constraints: these constraints and no others',
    ],
  },
  {
    name: 'a chart with a history cannot go',
    sql: `
      alter table charts.generation_history drop constraint generation_history_chart_id_fkey;
      alter table charts.generation_history add constraint generation_history_chart_id_fkey foreign key (chart_id) references charts.chord_charts (id)
    `,
    caught: [
      'charts/constraints: these constraints and no others',
      'charts/references: generation_history go with their row of chord_charts',
    ],
  },
  {
    name: 'other titles are short',
    sql: 'alter table charts.chord_charts alter column alternate_titles type varchar(255)[]',
    caught: ['charts/columns: the columns of charts.chord_charts'],
  },
  {
    name: 'keys of any length',
    sql: 'alter table charts.chord_charts alter column keys type text[]',
    caught: ['charts/arrays: a key has ten characters at most', 'charts/columns: the columns of charts.chord_charts'],
  },
  {
    name: 'progressions are text',
    sql: `
      drop index charts.idx_chord_charts_chord_progression_gin;
      alter table charts.chord_charts alter column chord_progression type text
    `,
    caught: [
      'charts/columns: the columns of charts.chord_charts',
      'charts/indexes: charts are found by what their progression contains',
      'charts/indexes: these indexes and no others',
      'charts/jsonb: a progression that is no json is refused',
      'charts/jsonb: the operators of jsonb read progressions',
    ],
  },
  {
    name: 'a chart of no server',
    sql: 'alter table charts.chord_charts alter column guild_id drop not null',
    caught: ['charts/columns: the columns of charts.chord_charts', 'charts/nulls: a value is demanded where there must be one'],
  },
  {
    name: 'a title is not needed',
    sql: 'alter table charts.chord_charts alter column title drop not null',
    caught: ['charts/columns: the columns of charts.chord_charts', 'charts/nulls: a value is demanded where there must be one'],
  },
  {
    name: 'servers have small numbers',
    sql: 'alter table charts.chord_charts alter column approved_by type numeric(20)',
    caught: ['charts/columns: the columns of charts.chord_charts'],
  },
  {
    name: 'the extension for fuzzy titles is gone',
    sql: 'drop extension pg_trgm cascade',
    caught: [
      'charts/indexes: charts are found by a title that is misspelt',
      'charts/indexes: these indexes and no others',
      'charts/schema: pg_trgm is installed, in public, and not too old',
      'charts/titles: the index finds what a comparison with every title finds',
      'charts/titles: the title that is meant comes first',
    ],
  },
  {
    name: 'the constraint loses its comment',
    sql: 'comment on constraint idx_chord_charts_title_guild on charts.chord_charts is null',
    caught: ['charts/comments: the constraint that allows one chart for each title has a comment'],
  },
  {
    name: 'the history gets no id',
    sql: 'alter table charts.generation_history alter column id drop default',
    caught: ['charts/columns: the columns of charts.generation_history'],
  },
  {
    name: 'ids run out early',
    sql: 'alter sequence charts.generation_history_id_seq as smallint',
    caught: ['charts/schema: ids count up by one as far as their type goes, in a sequence of their own'],
  },
  {
    name: 'a generation does not know its time',
    sql: 'alter table charts.generation_history alter column created_at drop default',
    caught: ['charts/columns: the columns of charts.generation_history'],
  },
  {
    name: 'a table has another name',
    sql: 'alter table charts.generation_history rename to generations',
    caught: [
      'charts/columns: the columns of charts.generation_history',
      'charts/constraints: no two rows of generation_history share id',
      'charts/constraints: these constraints and no others',
      'charts/costs: a cost is exact to the millionth',
      'charts/costs: a cost of ten thousand dollars is refused',
      "charts/costs: a server's generations of thirty days are summed up",
      'charts/costs: small costs make their exact sum',
      'charts/descriptions: what is said of charts.generation_history',
      'charts/indexes: a generation is found by id',
      'charts/indexes: the generations of a chart are found',
      'charts/indexes: these indexes and no others',
      'charts/references: generation_history go with their row of chord_charts',
      'charts/references: generation_history.chart_id names a row of chord_charts',
      'charts/schema: these tables and no others',
    ],
  },
  {
    name: 'a column is described in other words',
    sql: "comment on column charts.chord_charts.title is 'What it is called'",
    caught: ['charts/descriptions: what is said of charts.chord_charts'],
  },
];
