import type { Mutation } from './mutation.ts';

export const anki: readonly Mutation[] = [
  {
    name: 'the trigger of jobs is disabled',
    sql: 'alter table anki.jobs disable trigger update_jobs_updated_at',
    caught: ['anki/schema: updated_at is kept by a trigger on exactly four tables', 'anki/triggers: an update of a job sets updated_at'],
  },
  {
    name: 'the trigger of settings is dropped',
    sql: 'drop trigger update_settings_updated_at on anki.settings',
    caught: ['anki/schema: updated_at is kept by a trigger on exactly four tables', 'anki/triggers: an update of settings sets updated_at'],
  },
  {
    name: 'the trigger of users fires for some columns only',
    sql: `
      drop trigger update_users_updated_at on anki.users;
      create trigger update_users_updated_at before update of email on anki.users for each row execute function anki.update_updated_at_column()
    `,
    caught: [
      'anki/schema: updated_at is kept by a trigger on exactly four tables',
      'anki/triggers: an update cannot choose updated_at itself',
      'anki/triggers: an update of a user sets updated_at',
    ],
  },
  {
    name: 'the trigger of subscriptions comes too late',
    sql: `
      drop trigger update_subscriptions_updated_at on anki.subscriptions;
      create trigger update_subscriptions_updated_at after update on anki.subscriptions for each row execute function anki.update_updated_at_column()
    `,
    caught: [
      'anki/schema: updated_at is kept by a trigger on exactly four tables',
      'anki/triggers: an update of a subscription sets updated_at',
    ],
  },
  {
    name: 'a trigger on a fifth table',
    sql: 'create trigger update_decks_updated_at before update on anki.decks for each row execute function anki.update_updated_at_column()',
    caught: ['anki/schema: updated_at is kept by a trigger on exactly four tables'],
  },
  {
    name: 'the time is that of the clock',
    sql: `
      create or replace function anki.update_updated_at_column()
        returns trigger
        language plpgsql
        set search_path = ''
      as $$
      begin
        if coalesce(current_setting('godwit.backfill', true), '') = '' then
          new.updated_at = clock_timestamp();
        end if;

        return new;
      end;
      $$
    `,
    caught: [
      'anki/triggers: an update cannot choose updated_at itself',
      'anki/triggers: an update of a job sets updated_at',
      'anki/triggers: an update of a subscription sets updated_at',
      'anki/triggers: an update of a user sets updated_at',
      'anki/triggers: an update of settings sets updated_at',
    ],
  },
  {
    name: 'a backfill changes the time',
    sql: `
      create or replace function anki.update_updated_at_column()
        returns trigger
        language plpgsql
        set search_path = ''
      as $$
      begin
        new.updated_at = current_timestamp;
        return new;
      end;
      $$
    `,
    caught: ['anki/triggers: a backfill leaves updated_at as it was'],
  },
  {
    name: 'the function looks for names in the search path',
    sql: 'alter function anki.update_updated_at_column() reset search_path',
    caught: ['anki/schema: these functions and no others'],
  },
  {
    name: 'the function loses its comment',
    sql: 'comment on function anki.update_updated_at_column() is null',
    caught: ['anki/comments: each function has a comment', 'anki/descriptions: what is said of the functions'],
  },
  {
    name: 'a fourth tier',
    sql: `
      alter table anki.users drop constraint users_subscription_tier_check;
      alter table anki.users add constraint users_subscription_tier_check check (subscription_tier in ('free', 'premium', 'enterprise', 'gold'))
    `,
    caught: ['anki/constraints: these constraints and no others'],
  },
  {
    name: 'no job is cancelled',
    sql: `
      alter table anki.jobs drop constraint jobs_status_check;
      alter table anki.jobs add constraint jobs_status_check check (status in ('pending', 'processing', 'completed', 'failed')) not valid
    `,
    caught: [
      'anki/constraints: jobs.status accepts pending, processing, completed, failed and cancelled',
      'anki/constraints: these constraints and no others',
    ],
  },
  {
    name: 'any progress',
    sql: 'alter table anki.jobs drop constraint jobs_progress_check',
    caught: [
      'anki/constraints: progress above 100 is refused',
      'anki/constraints: progress below 0 is refused',
      'anki/constraints: these constraints and no others',
    ],
  },
  {
    name: 'a period may end before it starts',
    sql: 'alter table anki.subscriptions drop constraint subscriptions_check',
    caught: ['anki/constraints: a period that ends as it starts is refused', 'anki/constraints: these constraints and no others'],
  },
  {
    name: 'a deck of less than no card',
    sql: `
      alter table anki.decks drop constraint decks_card_count_check;
      alter table anki.decks add constraint decks_card_count_check check (card_count >= -1)
    `,
    caught: ['anki/constraints: a deck of less than no card is refused', 'anki/constraints: these constraints and no others'],
  },
  {
    name: 'jobs go with their deck',
    sql: `
      alter table anki.jobs drop constraint fk_jobs_deck_id;
      alter table anki.jobs add constraint fk_jobs_deck_id foreign key (deck_id) references anki.decks (id) on delete cascade
    `,
    caught: ['anki/constraints: these constraints and no others', 'anki/references: jobs outlive their row of decks'],
  },
  {
    name: 'a user with a trail cannot go',
    sql: `
      alter table anki.audit_logs drop constraint audit_logs_user_id_fkey;
      alter table anki.audit_logs add constraint audit_logs_user_id_fkey foreign key (user_id) references anki.users (id)
    `,
    caught: ['anki/constraints: these constraints and no others', 'anki/references: audit_logs outlive their row of users'],
  },
  {
    name: 'a foreign key has another name',
    sql: 'alter table anki.decks rename constraint fk_decks_user_id to decks_user_id_fkey',
    caught: ['anki/constraints: these constraints and no others', 'anki/references: decks.user_id names a row of users'],
  },
  {
    name: 'settings twice',
    sql: 'alter table anki.settings drop constraint settings_user_id_key',
    caught: [
      'anki/constraints: no two rows of settings share user_id',
      'anki/constraints: these constraints and no others',
      'anki/indexes: the settings of a user are found',
      'anki/indexes: these indexes and no others',
    ],
  },
  {
    name: 'two active subscriptions',
    sql: `
      drop index anki.uq_subscriptions_one_active;
      create index uq_subscriptions_one_active on anki.subscriptions (user_id) where status = 'active'
    `,
    caught: ['anki/constraints: no user has two active subscriptions', 'anki/indexes: these indexes and no others'],
  },
  {
    name: 'one trialing subscription instead of one active',
    sql: `
      drop index anki.uq_subscriptions_one_active;
      create unique index uq_subscriptions_one_active on anki.subscriptions (user_id) where status = 'trialing'
    `,
    caught: [
      'anki/constraints: no user has two active subscriptions',
      'anki/indexes: the active subscriptions are found',
      'anki/indexes: these indexes and no others',
      'anki/subscriptions: an active subscription follows one that has expired',
    ],
  },
  {
    name: 'the index on what is unread holds what is read too',
    sql: `
      drop index anki.ix_notifications_unread;
      create index ix_notifications_unread on anki.notifications (user_id, created_at) where status <> 'archived'
    `,
    caught: ['anki/indexes: these indexes and no others'],
  },
  {
    name: 'an index is sorted the other way',
    sql: `
      drop index anki.ix_jobs_status_created_at;
      create index ix_jobs_status_created_at on anki.jobs (status, created_at desc)
    `,
    caught: ['anki/indexes: these indexes and no others'],
  },
  {
    name: 'the index on chunks is dropped',
    sql: 'drop index anki.ix_document_chunks_embedding',
    caught: ['anki/indexes: these indexes and no others', 'anki/vectors: the nearest passages of documents are found'],
  },
  {
    name: 'an index that was never finished',
    sql: "update pg_index set indisvalid = false where indexrelid = 'anki.ix_jobs_created_at'::regclass",
    caught: ['anki/indexes: the oldest jobs are found', 'anki/indexes: these indexes and no others'],
  },
  {
    name: 'prices have four decimals',
    sql: 'alter table anki.subscriptions alter column price type numeric(12, 4)',
    caught: ['anki/columns: the columns of anki.subscriptions', 'anki/subscriptions: a price keeps two decimals'],
  },
  {
    name: 'settings without preferences by default',
    sql: 'alter table anki.settings alter column preferences drop default',
    caught: [
      'anki/columns: the columns of anki.settings',
      'anki/constraints: no two rows of settings share id',
      'anki/constraints: no two rows of settings share user_id',
      'anki/indexes: settings are found by id',
      'anki/indexes: the settings of a user are found',
      'anki/references: settings go with their row of users',
      'anki/references: settings.user_id names a row of users',
      'anki/triggers: an update of settings sets updated_at',
    ],
  },
  {
    name: 'a new account is closed',
    sql: 'alter table anki.users alter column is_active set default false',
    caught: ['anki/columns: the columns of anki.users'],
  },
  {
    name: 'an address of any length',
    sql: 'alter table anki.users alter column email type text',
    caught: ['anki/columns: the columns of anki.users'],
  },
  {
    name: 'ids from another function',
    sql: 'alter table anki.notifications alter column id set default gen_random_uuid()',
    caught: ['anki/columns: the columns of anki.notifications'],
  },
  {
    name: 'addresses are text',
    sql: 'alter table anki.audit_logs alter column ip_address type text',
    caught: ['anki/columns: the columns of anki.audit_logs'],
  },
  {
    name: 'nobody knows who is verified',
    sql: 'alter table anki.users drop column email_verified',
    caught: ['anki/columns: the columns of anki.users'],
  },
  {
    name: 'the details of an action may be missing',
    sql: 'alter table anki.audit_logs alter column details drop not null',
    caught: ['anki/columns: the columns of anki.audit_logs', 'anki/nulls: a value is demanded where there must be one'],
  },
  {
    name: 'the same label twice',
    sql: 'alter table anki.tags drop constraint tags_user_id_name_key',
    caught: [
      'anki/constraints: no two rows of tags share user_id and name',
      'anki/constraints: these constraints and no others',
      'anki/indexes: a label of a user is found by name',
      'anki/indexes: these indexes and no others',
    ],
  },
  {
    name: 'a table loses its comment',
    sql: 'comment on table anki.deck_tags is null',
    caught: ['anki/comments: each table has a comment'],
  },
  {
    name: 'the extension for ids is gone',
    sql: 'drop extension "uuid-ossp" cascade',
    caught: [
      'anki/columns: the columns of anki.audit_logs',
      'anki/columns: the columns of anki.decks',
      'anki/columns: the columns of anki.document_chunks',
      'anki/columns: the columns of anki.jobs',
      'anki/columns: the columns of anki.notifications',
      'anki/columns: the columns of anki.settings',
      'anki/columns: the columns of anki.subscriptions',
      'anki/columns: the columns of anki.tags',
      'anki/columns: the columns of anki.users',
      'anki/schema: uuid-ossp and vector are installed, in public, and not too old',
    ],
  },
  {
    name: 'the function is described in other words',
    sql: "comment on function anki.update_updated_at_column() is 'Sets updated_at'",
    caught: ['anki/descriptions: what is said of the functions'],
  },
];
