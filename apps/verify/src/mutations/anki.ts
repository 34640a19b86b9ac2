import type { Mutation } from './mutation.ts';

export const anki: readonly Mutation[] = [
  {
    name: 'the trigger of jobs is disabled',
    sql: 'alter table anki.jobs disable trigger update_jobs_updated_at',
    caught: [],
  },
  {
    name: 'the trigger of settings is dropped',
    sql: 'drop trigger update_settings_updated_at on anki.settings',
    caught: [],
  },
  {
    name: 'the trigger of users fires for some columns only',
    sql: `
      drop trigger update_users_updated_at on anki.users;
      create trigger update_users_updated_at before update of email on anki.users for each row execute function anki.update_updated_at_column()
    `,
    caught: [],
  },
  {
    name: 'the trigger of subscriptions comes too late',
    sql: `
      drop trigger update_subscriptions_updated_at on anki.subscriptions;
      create trigger update_subscriptions_updated_at after update on anki.subscriptions for each row execute function anki.update_updated_at_column()
    `,
    caught: [],
  },
  {
    name: 'a trigger on a fifth table',
    sql: 'create trigger update_decks_updated_at before update on anki.decks for each row execute function anki.update_updated_at_column()',
    caught: [],
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
    caught: [],
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
    caught: [],
  },
  {
    name: 'the function looks for names in the search path',
    sql: 'alter function anki.update_updated_at_column() reset search_path',
    caught: [],
  },
  {
    name: 'the function loses its comment',
    sql: 'comment on function anki.update_updated_at_column() is null',
    caught: [],
  },
  {
    name: 'a fourth tier',
    sql: `
      alter table anki.users drop constraint users_subscription_tier_check;
      alter table anki.users add constraint users_subscription_tier_check check (subscription_tier in ('free', 'premium', 'enterprise', 'gold'))
    `,
    caught: [],
  },
  {
    name: 'no job is cancelled',
    sql: `
      alter table anki.jobs drop constraint jobs_status_check;
      alter table anki.jobs add constraint jobs_status_check check (status in ('pending', 'processing', 'completed', 'failed')) not valid
    `,
    caught: [],
  },
  {
    name: 'any progress',
    sql: 'alter table anki.jobs drop constraint jobs_progress_check',
    caught: [],
  },
  {
    name: 'a period may end before it starts',
    sql: 'alter table anki.subscriptions drop constraint subscriptions_check',
    caught: [],
  },
  {
    name: 'a deck of less than no card',
    sql: `
      alter table anki.decks drop constraint decks_card_count_check;
      alter table anki.decks add constraint decks_card_count_check check (card_count >= -1)
    `,
    caught: [],
  },
  {
    name: 'jobs go with their deck',
    sql: `
      alter table anki.jobs drop constraint fk_jobs_deck_id;
      alter table anki.jobs add constraint fk_jobs_deck_id foreign key (deck_id) references anki.decks (id) on delete cascade
    `,
    caught: [],
  },
  {
    name: 'a user with a trail cannot go',
    sql: `
      alter table anki.audit_logs drop constraint audit_logs_user_id_fkey;
      alter table anki.audit_logs add constraint audit_logs_user_id_fkey foreign key (user_id) references anki.users (id)
    `,
    caught: [],
  },
  {
    name: 'a foreign key has another name',
    sql: 'alter table anki.decks rename constraint fk_decks_user_id to decks_user_id_fkey',
    caught: [],
  },
  {
    name: 'settings twice',
    sql: 'alter table anki.settings drop constraint settings_user_id_key',
    caught: [],
  },
  {
    name: 'two active subscriptions',
    sql: `
      drop index anki.uq_subscriptions_one_active;
      create index uq_subscriptions_one_active on anki.subscriptions (user_id) where status = 'active'
    `,
    caught: [],
  },
  {
    name: 'one trialing subscription instead of one active',
    sql: `
      drop index anki.uq_subscriptions_one_active;
      create unique index uq_subscriptions_one_active on anki.subscriptions (user_id) where status = 'trialing'
    `,
    caught: [],
  },
  {
    name: 'the index on what is unread holds what is read too',
    sql: `
      drop index anki.ix_notifications_unread;
      create index ix_notifications_unread on anki.notifications (user_id, created_at) where status <> 'archived'
    `,
    caught: [],
  },
  {
    name: 'an index is sorted the other way',
    sql: `
      drop index anki.ix_jobs_status_created_at;
      create index ix_jobs_status_created_at on anki.jobs (status, created_at desc)
    `,
    caught: [],
  },
  {
    name: 'the index on chunks is dropped',
    sql: 'drop index anki.ix_document_chunks_embedding',
    caught: [],
  },
  {
    name: 'an index that was never finished',
    sql: "update pg_index set indisvalid = false where indexrelid = 'anki.ix_jobs_created_at'::regclass",
    caught: [],
  },
  {
    name: 'prices have four decimals',
    sql: 'alter table anki.subscriptions alter column price type numeric(12, 4)',
    caught: [],
  },
  {
    name: 'settings without preferences by default',
    sql: 'alter table anki.settings alter column preferences drop default',
    caught: [],
  },
  {
    name: 'a new account is closed',
    sql: 'alter table anki.users alter column is_active set default false',
    caught: [],
  },
  {
    name: 'an address of any length',
    sql: 'alter table anki.users alter column email type text',
    caught: [],
  },
  {
    name: 'ids from another function',
    sql: 'alter table anki.notifications alter column id set default gen_random_uuid()',
    caught: [],
  },
  {
    name: 'addresses are text',
    sql: 'alter table anki.audit_logs alter column ip_address type text',
    caught: [],
  },
  {
    name: 'nobody knows who is verified',
    sql: 'alter table anki.users drop column email_verified',
    caught: [],
  },
  {
    name: 'the details of an action may be missing',
    sql: 'alter table anki.audit_logs alter column details drop not null',
    caught: [],
  },
  {
    name: 'the same label twice',
    sql: 'alter table anki.tags drop constraint tags_user_id_name_key',
    caught: [],
  },
  {
    name: 'a table loses its comment',
    sql: 'comment on table anki.deck_tags is null',
    caught: [],
  },
  {
    name: 'the extension for ids is gone',
    sql: 'drop extension "uuid-ossp" cascade',
    caught: [],
  },
];
