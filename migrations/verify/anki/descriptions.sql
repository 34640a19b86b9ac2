-- The comments to the letter, a table a check: one that is missing is what comments.sql looks for.

--! Check: what is said of the schema
--! From: 000004-create-the-anki-schema
select 'Anki Compendium: decks made from documents, and the accounts that own them' as expected, found
from obj_description(to_regnamespace('anki'), 'pg_namespace') as found
where found is not null;

--! Check: what is said of the functions
--! From: 000004-create-the-anki-schema
select name, expected, found
from (
  values
    ('anki.update_updated_at_column()', 'Sets updated_at to the time of the transaction, except in a backfill')
) as wanted (name, expected)
cross join lateral obj_description(to_regprocedure(name), 'pg_proc') as found
where found is not null;

--! Check: what is said of anki.audit_logs
--! From: 000004-create-the-anki-schema
select name, expected, found
from (
  values
    (null, 'Security and audit trail'),
    ('id', 'Primary key'),
    ('user_id', 'Who acted; null for the system, and once the account is gone'),
    ('action', 'What was done, such as user.login or deck.delete'),
    ('entity_type', 'Kind of thing that it was done to'),
    ('entity_id', 'The thing that it was done to; kept when the thing is gone'),
    ('ip_address', 'Address that the request came from'),
    ('user_agent', 'User agent of the request'),
    ('details', 'What else is worth keeping of the action'),
    ('created_at', 'When it was done')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('anki.audit_logs'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('anki.audit_logs') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of anki.decks
--! From: 000004-create-the-anki-schema
select name, expected, found
from (
  values
    (null, 'Anki deck metadata'),
    ('id', 'Primary key'),
    ('user_id', 'Who owns the deck'),
    ('name', 'Name of the deck, as Anki shows it'),
    ('description', 'What the deck is about'),
    ('source_filename', 'Name of the document that the deck was made from'),
    ('card_count', 'Number of cards in the deck'),
    ('created_at', 'When the deck was made')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('anki.decks'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('anki.decks') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of anki.jobs
--! From: 000004-create-the-anki-schema
select name, expected, found
from (
  values
    (null, 'Background job tracking'),
    ('id', 'Primary key'),
    ('user_id', 'Who asked for the job'),
    ('deck_id', 'The deck that the job works on; null before it exists or once it is gone'),
    ('kind', 'What the job does, such as extract, generate or export'),
    ('status', 'pending, processing, completed, failed or cancelled'),
    ('progress', 'How much is done, in percent'),
    ('payload', 'What the worker needs to do the job'),
    ('error_message', 'Why the last attempt failed'),
    ('attempts', 'Number of attempts so far'),
    ('started_at', 'When a worker last took the job'),
    ('finished_at', 'When the job was completed, failed or cancelled'),
    ('created_at', 'When the job was asked for'),
    ('updated_at', 'When the row was last changed, kept by a trigger')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('anki.jobs'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('anki.jobs') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of anki.notifications
--! From: 000004-create-the-anki-schema
select name, expected, found
from (
  values
    (null, 'User notifications'),
    ('id', 'Primary key'),
    ('user_id', 'Who is notified'),
    ('kind', 'What it is about, such as job_completed or subscription_expiring'),
    ('title', 'One line, as shown in the list'),
    ('body', 'The rest, as shown when opened'),
    ('status', 'unread, read or archived'),
    ('read_at', 'When the user read it; null when not'),
    ('created_at', 'When the user was notified')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('anki.notifications'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('anki.notifications') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of anki.settings
--! From: 000004-create-the-anki-schema
select name, expected, found
from (
  values
    (null, 'User-specific settings, at most one row for each user'),
    ('id', 'Primary key'),
    ('user_id', 'Whose settings they are'),
    ('theme', 'Colours of the interface: system, light or dark'),
    ('language', 'Language of the interface, as a BCP 47 tag'),
    ('cards_per_deck', 'Number of cards to aim for in a new deck'),
    ('email_notifications', 'Whether notifications are sent by mail too'),
    ('preferences', 'Further preferences of the interface'),
    ('created_at', 'When the settings were first saved'),
    ('updated_at', 'When the row was last changed, kept by a trigger')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('anki.settings'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('anki.settings') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of anki.subscriptions
--! From: 000004-create-the-anki-schema
select name, expected, found
from (
  values
    (null, 'Subscription history: one row for each subscription that a user has had, at most one of them active'),
    ('id', 'Primary key'),
    ('user_id', 'Who subscribed'),
    ('tier', 'Plan that was bought: free, premium or enterprise'),
    ('status', 'trialing, active, past_due, cancelled or expired'),
    ('provider', 'Who collects the payment, such as stripe'),
    ('provider_subscription_id', 'Identifier at the provider, unique; null when nothing is collected'),
    ('price', 'Price of a period, in currency'),
    ('currency', 'ISO 4217 code of the price'),
    ('period_start', 'Start of the period that is paid for'),
    ('period_end', 'End of the period that is paid for'),
    ('cancelled_at', 'When the user cancelled; null when not'),
    ('created_at', 'When the user subscribed'),
    ('updated_at', 'When the row was last changed, kept by a trigger')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('anki.subscriptions'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('anki.subscriptions') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of anki.users before 000008
--! From: 000004-create-the-anki-schema
--! Until: 000008-add-email_verified-column-to-anki-users
select name, expected, found
from (
  values
    (null, 'User accounts and subscription info'),
    ('id', 'Primary key'),
    ('email', 'Address used to sign in, unique'),
    ('username', 'Name used to sign in and shown to others, unique'),
    ('password_hash', 'Salted hash of the password, never the password'),
    ('full_name', 'Name for invoices and letters'),
    ('is_active', 'False when the account is closed or blocked'),
    ('subscription_tier', 'Plan in force: free, premium or enterprise'),
    ('subscription_expires_at', 'When the plan in force ends; null when it does not end'),
    ('last_login_at', 'When the user last signed in'),
    ('created_at', 'When the account was opened'),
    ('updated_at', 'When the row was last changed, kept by a trigger')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('anki.users'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('anki.users') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of anki.users
--! From: 000008-add-email_verified-column-to-anki-users
select name, expected, found
from (
  values
    (null, 'User accounts and subscription info'),
    ('id', 'Primary key'),
    ('email', 'Address used to sign in, unique'),
    ('username', 'Name used to sign in and shown to others, unique'),
    ('password_hash', 'Salted hash of the password, never the password'),
    ('full_name', 'Name for invoices and letters'),
    ('is_active', 'False when the account is closed or blocked'),
    ('subscription_tier', 'Plan in force: free, premium or enterprise'),
    ('subscription_expires_at', 'When the plan in force ends; null when it does not end'),
    ('last_login_at', 'When the user last signed in'),
    ('created_at', 'When the account was opened'),
    ('updated_at', 'When the row was last changed, kept by a trigger'),
    ('email_verified', 'Whether the user has followed the link sent to email')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('anki.users'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('anki.users') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of anki.deck_tags
--! From: 000013-create-anki-deck_tags-junction-table
select name, expected, found
from (
  values
    (null, 'Which labels a deck has'),
    ('deck_id', 'The deck'),
    ('tag_id', 'A label of the deck')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('anki.deck_tags'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('anki.deck_tags') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of anki.tags
--! From: 000013-create-anki-deck_tags-junction-table
select name, expected, found
from (
  values
    (null, 'Labels that a user sorts decks by'),
    ('id', 'Primary key'),
    ('user_id', 'Whose label it is'),
    ('name', 'Name of the label, unique for the user')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('anki.tags'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('anki.tags') and attname = name)
  end as found
) as live
where found is not null;

--! Check: what is said of anki.document_chunks
--! From: 000029-add-document-chunks-for-retrieval-to-anki
select name, expected, found
from (
  values
    (null, 'Source documents cut into passages, to retrieve what a card is about (RAG)'),
    ('id', 'Primary key'),
    ('deck_id', 'The deck that was made from the document'),
    ('position', 'Place of the passage in the document, from 0'),
    ('content', 'Text of the passage'),
    ('embedding', 'Embedding of the content; null until it is computed'),
    ('created_at', 'When the document was read')
) as wanted (name, expected)
cross join lateral (
  select case
    when name is null then obj_description(to_regclass('anki.document_chunks'), 'pg_class')
    else (select col_description(attrelid, attnum) from pg_attribute where attrelid = to_regclass('anki.document_chunks') and attname = name)
  end as found
) as live
where found is not null;
