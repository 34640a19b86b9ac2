-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table verse.user_insights (
  user_id integer not null references verse.users (id) on delete cascade,
  insight_id integer not null references verse.saved_insights (id) on delete cascade,
  created_at timestamptz default now(),
  primary key (user_id, insight_id)
);

create index idx_user_insights_user_created on verse.user_insights (user_id, created_at);

create index ix_user_insights_insight_id on verse.user_insights (insight_id);

comment on table verse.user_insights is 'Which insights a user has saved';
comment on column verse.user_insights.user_id is 'The user';
comment on column verse.user_insights.insight_id is 'The insight that the user saved';
comment on column verse.user_insights.created_at is 'When the user saved it';
