--! Reverts: sha1:22a9efa40150a768258d12c9f28a4f55ff704067
--! Hash: sha1:be7d5c3f2fd9168630150dad46aea3e80ac3fd18

-- The extension stays: other schemas may use it.
drop table verse.chat_messages;
drop table verse.user_definitions;
drop table verse.user_insights;
drop table verse.saved_definitions;
drop table verse.saved_insights;
drop table verse.saved_passages;
drop table verse.users;
drop schema verse;
