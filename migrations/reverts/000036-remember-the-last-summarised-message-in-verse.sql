--! Reverts: sha1:d55cee02c41deb148d5dcc783ca3bd9c4edb6c8d
--! Hash: sha1:f56071066f0df5c70a7828710bedebb9616f40f5

alter table verse.conversation_summaries drop column last_message_id;
