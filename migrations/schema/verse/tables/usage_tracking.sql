-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table verse.usage_tracking (
  id serial primary key,
  user_id integer not null references verse.users (id) on delete cascade,
  date date not null,
  llm_calls integer not null default 0,
  input_tokens bigint not null default 0,
  output_tokens bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint uix_user_date unique (user_id, date)
);

comment on table verse.usage_tracking is 'What a user has asked of the language model, one row for each user and day, for daily limits';
comment on column verse.usage_tracking.id is 'Primary key';
comment on column verse.usage_tracking.user_id is 'The user';
comment on column verse.usage_tracking.date is 'The day, in UTC';
comment on column verse.usage_tracking.llm_calls is 'Number of calls on that day';
comment on column verse.usage_tracking.input_tokens is 'Tokens sent on that day';
comment on column verse.usage_tracking.output_tokens is 'Tokens received on that day';
comment on column verse.usage_tracking.created_at is 'When the first call of the day was made';
comment on column verse.usage_tracking.updated_at is 'When the last call of the day was made';
