import type { Client } from '@godwit/postgres';
import { anki } from '@godwit/queries';
import { expect } from 'vitest';
import { test } from './testing/head-database.ts';

async function userNamed(client: Client, username: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>('select id from anki.users where username = $1', [username]);
  return rows[0]?.id ?? '';
}

test('document chunks nearest to a text, with the tags of their deck', async ({ seeded }) => {
  const userId = await userNamed(seeded, 'amara');
  const { rows } = await seeded.query<{ embedding: string }>(
    "select embedding from anki.document_chunks where content like 'Chloroplasts hold%'",
  );
  const embedding = rows[0]?.embedding ?? '';
  const chunks = await anki.nearestDocumentChunks.run({ userId, embedding, limit: 3 }, seeded);
  expect(chunks[0]).toMatchObject({ deck: 'Cell biology: organelles', tags: ['biology', 'exam'] });
  expect(chunks[1]?.deck).toBe('Photosynthesis and respiration');
  const greetings = await anki.nearestDocumentChunks.run({ userId, tag: 'yoruba', embedding, limit: 3 }, seeded);
  expect(greetings.map(({ deck }) => deck)).toEqual(['Yorùbá greetings', 'Yorùbá greetings']);
  expect(
    await anki.nearestDocumentChunks.run({ userId: await userNamed(seeded, 'hugo'), tag: 'yoruba', embedding, limit: 3 }, seeded),
  ).toEqual([]);
});

test('at most one subscription is active', async ({ seeded }) => {
  const grace = await userNamed(seeded, 'grace');
  expect(await anki.activeSubscription.run({ userId: grace }, seeded)).toMatchObject([{ tier: 'premium', price: '8.50', currency: 'USD' }]);
  const history = await anki.subscriptionHistory.run({ userId: grace }, seeded);
  expect(history.map(({ status }) => status)).toEqual(['active', 'cancelled', 'expired']);
  expect(await anki.activeSubscription.run({ userId: await userNamed(seeded, 'hugo') }, seeded)).toEqual([]);
});

test('jobs in a status, oldest first; a failed one has no deck', async ({ seeded }) => {
  const failed = await anki.jobsInStatus.run({ status: 'failed', limit: 50 }, seeded);
  expect(failed.length).toBeGreaterThan(2);
  expect(new Set(failed.map(({ deck }) => deck))).toEqual(new Set([null]));
  const times = failed.map(({ created_at }) => created_at.getTime());
  expect(times).toEqual([...times].sort((a, b) => a - b));
  const [completed] = await anki.jobsInStatus.run({ status: 'completed', limit: 1 }, seeded);
  expect(completed).toMatchObject({ deck: 'Cell biology: organelles', username: 'amara', progress: 100 });
});

test('unread notifications, oldest first', async ({ seeded }) => {
  const { rows } = await seeded.query<{ user_id: string; count: number }>(
    "select user_id, count(*)::int4 as count from anki.notifications where status = 'unread' group by user_id order by 2 desc limit 1",
  );
  const [busiest] = rows;
  const unread = await anki.unreadNotifications.run({ userId: busiest?.user_id ?? '' }, seeded);
  expect(unread).toHaveLength(busiest?.count ?? -1);
  const times = unread.map(({ created_at }) => created_at.getTime());
  expect(times).toEqual([...times].sort((a, b) => a - b));
});
