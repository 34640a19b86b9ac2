/* Counts one call of the language model on a user's day and returns the day so far. */
/* @name RecordUsage */
insert into verse.usage_tracking as u (user_id, date, llm_calls, input_tokens, output_tokens)
values (:userId!, :date!, 1, :inputTokens!, :outputTokens!)
on conflict (user_id, date) do update
set
  llm_calls = u.llm_calls + 1,
  input_tokens = u.input_tokens + excluded.input_tokens,
  output_tokens = u.output_tokens + excluded.output_tokens,
  updated_at = now()
returning u.llm_calls, u.input_tokens, u.output_tokens;
