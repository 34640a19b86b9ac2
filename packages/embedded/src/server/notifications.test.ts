import type pg from 'pg';
import { expect, test } from 'vitest';
import { useServer } from '../testing/use-server.ts';

const { withDatabase } = useServer();

function collect(client: pg.Client): string[] {
  const heard: string[] = [];
  client.on('notification', ({ channel, payload }) => heard.push(`${channel}: ${payload}`));
  return heard;
}

test('a notification goes to those that listen, and to nobody else', () =>
  withDatabase(async ({ connect }) => {
    const [a, b, c] = [await connect(), await connect(), await connect()];
    const [atA, atB, atC] = [collect(a), collect(b), collect(c)];
    await a.query('listen news; listen "Other News"');
    await b.query('listen news');
    await c.query("notify news, 'one'");
    await expect.poll(() => [atA, atB, atC]).toEqual([['news: one'], ['news: one'], []]);
    await b.query('unlisten news');
    await a.query("select pg_notify('Other News', 'to myself')");
    await c.query("notify news, 'two'");
    await expect.poll(() => atA).toEqual(['news: one', 'Other News: to myself', 'news: two']);
    expect(atB).toEqual(['news: one']);
  }));

test('what is said in a transaction is heard after its commit', () =>
  withDatabase(async ({ connect }) => {
    const [a, b] = [await connect(), await connect()];
    const heard = collect(a);
    await a.query('listen news');
    await b.query("begin; notify news, 'rolled back'; rollback");
    await b.query("begin; notify news, 'committed'; commit");
    await expect.poll(() => heard).toEqual(['news: committed']);
  }));

test('who listened goes, the others go on to hear', () =>
  withDatabase(async ({ connect }) => {
    const [a, b, c] = [await connect(), await connect(), await connect()];
    const heard = collect(b);
    await a.query('listen news');
    await b.query('listen news');
    await a.query('unlisten *');
    await a.end();
    await c.query("notify news, 'still here'");
    await expect.poll(() => heard).toEqual(['news: still here']);
  }));
