/* What a user and the assistant said about insights, last message first. */
/* @name UserChatHistory */
select m.id, m.insight_id, i.passage_reference, m.role, m.content, m.was_truncated, m.created_at
from verse.chat_messages m
join verse.saved_insights i on i.id = m.insight_id
where m.user_id = :userId!
order by m.created_at desc, m.id desc
limit :limit!;

/* A user's earlier messages on the matter of a text, which the caller embeds. */
/* @name MessagesOnTheSameMatter */
select m.id, m.insight_id, m.role, m.content, m.embedding <=> :embedding!::vector as "distance!"
from verse.chat_messages m
where m.user_id = :userId! and m.embedding is not null
order by m.embedding <=> :embedding!::vector
limit :limit!;

/* Conversations that do not start from an insight, with their summary when one was made; last active first. */
/* @name StandaloneChatsOfUser */
select c.id, c.title, c.passage_reference, c.updated_at, s.summary_text as "summary_text?", s.message_count as "summarised_messages?"
from verse.standalone_chats c
left join verse.conversation_summaries s on s.conversation_type = 'standalone' and s.conversation_id = c.id
where c.user_id = :userId!
order by c.updated_at desc, c.id;
