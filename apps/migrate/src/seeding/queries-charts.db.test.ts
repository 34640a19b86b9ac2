import { charts, shownQueries } from '@godwit/queries';
import { expect } from 'vitest';
import { test } from './testing/head-database.ts';

const FOLK_CLUB = 905133287749025802n;

test('a misspelt title finds its chart, in its own guild only', async ({ seeded }) => {
  const found = await charts.chartsByTitle.run({ guildId: FOLK_CLUB, title: 'Grenslevs' }, seeded);
  expect(found[0]).toMatchObject({ title: 'Greensleeves', keys: ['Am', 'Em'] });
  for (const { similarity } of found) expect(similarity).toBeGreaterThan(0.3);
  expect(await charts.chartsByTitle.run({ guildId: FOLK_CLUB, title: 'Joy to the Wrold' }, seeded)).not.toContainEqual(
    expect.objectContaining({ title: 'Joy to the World' }),
  );
  expect(await charts.chartsByTitle.run({ guildId: FOLK_CLUB, title: 'zzz' }, seeded)).toEqual([]);
});

test('the ten best titles and no more', async ({ client }) => {
  await client.query("insert into charts.chord_charts (title, guild_id) select 'Ballad number ' || n, 1 from generate_series(1, 12) n");
  const found = await charts.chartsByTitle.run({ guildId: 1, title: 'Ballad number 7' }, client);
  expect(found).toHaveLength(10);
  expect(found[0]).toMatchObject({ title: 'Ballad number 7', similarity: 1 });
});

test('charts with a chord in a part', async ({ seeded }) => {
  const found = await charts.chartsWithChord.run({ guildId: FOLK_CLUB, part: 'verse', chord: 'F#m' }, seeded);
  expect(found.map(({ title }) => title)).toEqual(['Shenandoah', 'Wild Mountain Thyme']);
  expect(found[0]?.chords).toContain('F#m');
  expect(await charts.chartsWithChord.run({ guildId: FOLK_CLUB, part: 'bridge', chord: 'F#m' }, seeded)).toEqual([]);
});

test('a recorded generation is the newest of its chart', async ({ client }) => {
  await client.query(`
    insert into charts.chord_charts (id, title, guild_id) values (1, 'Greensleeves', 1);
    insert into charts.generation_history (chart_id, model_used, prompt_tokens, completion_tokens, latency_ms, cost_usd, created_at)
      values (1, 'old', 1, 1, 1, 0, '2020-01-01')`);
  const recorded = await charts.recordGeneration.run(
    { chartId: 1, model: 'new', promptTokens: 10, completionTokens: 20, latencyMs: 30, costUsd: '0.000045' },
    client,
  );
  const history = await charts.generationsOfChart.run({ chartId: 1 }, client);
  expect(history.map(({ model_used }) => model_used)).toEqual(['new', 'old']);
  expect(history[0]).toMatchObject({ id: recorded[0]?.id, cost_usd: '0.000045', latency_ms: 30 });
});

test('totals of thirty days, by guild and by model', async ({ client }) => {
  await client.query(`
    insert into charts.chord_charts (id, title, guild_id) values (1, 'One', 10), (2, 'Two', 20);
    insert into charts.generation_history (chart_id, model_used, prompt_tokens, completion_tokens, latency_ms, cost_usd, created_at) values
      (1, 'small', 1, 2, 100, 0.5, '2025-06-30 12:00'),
      (1, 'large', 3, 4, 300, 0.25, '2025-06-02 00:00'),
      (2, 'small', 5, 6, 200, 2, '2025-06-15 00:00'),
      (2, 'small', 9, 9, 900, 9, '2025-05-31 23:59'),
      (2, 'small', 9, 9, 900, 9, '2025-07-01 00:01')`);
  const until = '2025-07-01';
  expect(await charts.generationTotalsByGuild.run({ until }, client)).toEqual([
    { guild_id: 20n, generations: 1, tokens: 11n, cost_usd: '2.000000' },
    { guild_id: 10n, generations: 2, tokens: 10n, cost_usd: '0.750000' },
  ]);
  expect(await charts.generationTotalsByModel.run({ until }, client)).toEqual([
    { model_used: 'small', generations: 2, tokens: 14n, cost_usd: '2.500000', median_latency_ms: 150 },
    { model_used: 'large', generations: 1, tokens: 7n, cost_usd: '0.250000', median_latency_ms: 300 },
  ]);
});

test('the seeds have a month with several guilds and models', async ({ seeded }) => {
  const until = '2025-08-01';
  expect((await charts.generationTotalsByGuild.run({ until }, seeded)).length).toBeGreaterThan(1);
  expect((await charts.generationTotalsByModel.run({ until }, seeded)).length).toBeGreaterThan(1);
});

test('the queries of the quickstart find something', async ({ seeded }) => {
  expect(shownQueries).toHaveLength(3);
  for (const { question, run } of shownQueries) {
    const rows = await run(seeded);
    expect(rows.length, question).toBeGreaterThan(0);
    for (const row of rows) for (const text of Object.values(row)) expect(text, question).toMatch(/\S/);
  }
});
