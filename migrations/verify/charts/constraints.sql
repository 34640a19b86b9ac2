-- Each constraint by violating it, and by what it must let through. A unique constraint and a check speak before foreign keys do, so that no
-- row of another table is needed to hear them.

--! Check: these constraints and no others
--! From: 000012-create-chord-chart-tables
-- A check is told without its parentheses and casts, which say nothing here.
select relation, name, expected, found
from (
  values
    ('charts.chord_charts', 'chord_charts_pkey', 'PRIMARY KEY (id)'),
    ('charts.chord_charts', 'idx_chord_charts_title_guild', 'UNIQUE (title, guild_id)'),
    (
      'charts.generation_history',
      'generation_history_chart_id_fkey',
      'FOREIGN KEY (chart_id) REFERENCES charts.chord_charts(id) ON DELETE CASCADE'
    ),
    ('charts.generation_history', 'generation_history_pkey', 'PRIMARY KEY (id)')
) as wanted (relation, name, expected)
full join (
  select
    conrelid::regclass::text as relation,
    conname::text as name,
    case contype
      when 'c' then regexp_replace(definition, '::(character varying|numeric|text|integer)(\[\])?|[()]', '', 'g')
      else definition
    end as found
  from pg_constraint
  cross join lateral pg_get_constraintdef(oid) as definition
  where connamespace = to_regnamespace('charts') and contype <> 'n'
) as live using (relation, name);

--! Check: no two rows of chord_charts share id
--! From: 000012-create-chord-chart-tables
--! Raises: 23505 chord_charts_pkey
insert into charts.chord_charts (id, title, guild_id)
values
  (-1, 'Checked', -1),
  (-1, 'Unchecked', -1);

--! Check: no two rows of chord_charts share title and guild_id
--! From: 000012-create-chord-chart-tables
--! Raises: 23505 idx_chord_charts_title_guild
insert into charts.chord_charts (id, title, guild_id)
values
  (-1, 'Checked', -1),
  (-2, 'Checked', -1);

--! Check: no two rows of generation_history share id
--! From: 000012-create-chord-chart-tables
--! Raises: 23505 generation_history_pkey
insert into charts.generation_history (id, chart_id, model_used, prompt_tokens, completion_tokens, latency_ms, cost_usd)
values
  (-1, -1, '', 1, 1, 1, 0.01),
  (-1, -2, '', 1, 1, 1, 0.01);
