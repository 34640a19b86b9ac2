--! Previous: sha1:9c563d97c905064ba923dfe9de004f0850ebd24a
--! Hash: sha1:d55cee02c41deb148d5dcc783ca3bd9c4edb6c8d
--! Message: Remember the last summarised message in verse

alter table verse.conversation_summaries add column last_message_id integer;

comment on column verse.conversation_summaries.last_message_id is
  'The last message that the summary covers, in the table of its conversation_type; null when it was made before this was kept';
