import { toVector, verse } from '@godwit/queries';
import { expect } from 'vitest';
import { test } from './testing/head-database.ts';

test('similar insights: the first words of Genesis are near those of John', async ({ seeded }) => {
  const [nearest, ...others] = await verse.similarInsights.run({ insightId: 1, limit: 3 }, seeded);
  expect(nearest?.passage_reference).toBe('John 1:1');
  expect(others).toHaveLength(2);
  expect(others[0]?.distance).toBeGreaterThanOrEqual(nearest?.distance ?? 2);
});

test('what a user saved, last first', async ({ seeded }) => {
  const saved = await verse.insightsOfUser.run({ userId: 1, limit: 50 }, seeded);
  expect(saved.length).toBeGreaterThan(2);
  const times = saved.map(({ saved_at }) => saved_at?.getTime() ?? 0);
  expect(times).toEqual([...times].sort((a, b) => b - a));
});

test('the history of a chat, last message first, of that user only', async ({ seeded }) => {
  const [last, ...earlier] = await verse.userChatHistory.run({ userId: 2, limit: 4 }, seeded);
  expect(last).toMatchObject({ passage_reference: 'Psalm 46:10', role: 'assistant', was_truncated: true });
  expect(earlier.map(({ role }) => role)).toEqual(['user', 'assistant', 'user']);
  const all = await verse.userChatHistory.run({ userId: 2, limit: 100 }, seeded);
  expect(all).toHaveLength(6);
});

test('earlier messages on the same matter', async ({ seeded }) => {
  const { rows } = await seeded.query<{ embedding: string }>(
    "select embedding from verse.chat_messages where content = 'What happened at the siege?'",
  );
  const [same, next] = await verse.messagesOnTheSameMatter.run(
    { userId: 2, embedding: rows[0]?.embedding ?? toVector([]), limit: 2 },
    seeded,
  );
  expect(same?.content).toBe('What happened at the siege?');
  expect(next?.distance).toBeGreaterThan(0.1);
});

test('standalone chats come with their summary, or without one', async ({ seeded }) => {
  expect(await verse.standaloneChatsOfUser.run({ userId: 1 }, seeded)).toMatchObject([
    { title: 'Where to begin reading', summarised_messages: 4 },
  ]);
  expect(await verse.standaloneChatsOfUser.run({ userId: 7 }, seeded)).toMatchObject([
    { title: null, summary_text: null, summarised_messages: null },
  ]);
});

test('usage adds up within a day', async ({ client }) => {
  await client.query("insert into verse.users (id, anonymous_id) values (1, 'a')");
  const call = (date: string, inputTokens: number) => verse.recordUsage.run({ userId: 1, date, inputTokens, outputTokens: 10 }, client);
  expect(await call('2025-11-20', 100)).toEqual([{ llm_calls: 1, input_tokens: 100n, output_tokens: 10n }]);
  expect(await call('2025-11-20', 50)).toEqual([{ llm_calls: 2, input_tokens: 150n, output_tokens: 20n }]);
  expect(await call('2025-11-21', 7)).toEqual([{ llm_calls: 1, input_tokens: 7n, output_tokens: 10n }]);
});
