import type { Client } from '@godwit/postgres';
import { withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import type { Interval, Json, Point } from '../src/values.ts';
import { toVector } from '../src/values.ts';

async function value<T>(client: Client, sql: string, parameters: unknown[] = []): Promise<T | undefined> {
  const { rows } = await client.query<{ value: T }>(`select ${sql} as value`, parameters);
  return rows[0]?.value;
}

test('values are of the types that the overrides of pgtyped promise', async () => {
  await withDatabase(async ({ client }) => {
    await client.query('create extension vector');
    expect(await value<bigint>(client, '9007199254740993::int8')).toBe(9007199254740993n);
    expect(await value<bigint[]>(client, 'array[1, 2]::int8[]')).toEqual([1n, 2n]);
    expect(await value<string>(client, '0.10::numeric')).toBe('0.10');
    expect(await value<string>(client, "'12:30'::time")).toBe('12:30:00');
    expect(await value<string>(client, "'12:30+01'::timetz")).toBe('12:30:00+01');
    expect(await value<string>(client, "B'1010'::bit(4)")).toBe('1010');
    expect(await value<string>(client, "B'1010'::varbit")).toBe('1010');
    expect(await value<Point>(client, "'(1.5,-2)'::point")).toEqual({ x: 1.5, y: -2 });
    expect(await value<Interval>(client, "'1 year 2 days 03:04:05'::interval")).toMatchObject({
      years: 1,
      days: 2,
      hours: 3,
      minutes: 4,
      seconds: 5,
    });
    expect(await value<string>(client, "'[0.5,1]'::vector")).toBe('[0.5,1]');
    expect(await value<Json>(client, `'{"a": [1, null]}'::jsonb`)).toEqual({ a: [1, null] });
    expect(await value<Date>(client, "'2025-01-02T03:04:05Z'::timestamptz")).toEqual(new Date('2025-01-02T03:04:05Z'));
    expect(await value<Date>(client, "'2025-01-02'::date")).toEqual(new Date(2025, 0, 2));
    expect(await value<Buffer>(client, "'\\x0a'::bytea")).toEqual(Buffer.from([10]));
    expect(await value<string[]>(client, "array['a', 'b']::varchar[]")).toEqual(['a', 'b']);
    expect(await value<number[]>(client, 'array[0.5]::float8[]')).toEqual([0.5]);
  });
});

test('parameters are taken in the forms that the overrides promise', async () => {
  await withDatabase(async ({ client }) => {
    await client.query('create extension vector');
    for (const given of [7n, 7, '7']) expect(await value<bigint>(client, '$1::int8', [given])).toBe(7n);
    for (const given of [0.5, '0.5']) expect(await value<string>(client, '$1::numeric', [given])).toBe('0.5');
    expect(await value<string>(client, '$1::vector', [toVector([0.25, -1])])).toBe('[0.25,-1]');
    expect(await value<Json>(client, '$1::jsonb', [JSON.stringify(['a', { b: 1 }])])).toEqual(['a', { b: 1 }]);
    const moment = new Date('2025-01-02T03:04:05.678Z');
    expect(await value<Date>(client, '$1::timestamptz', [moment])).toEqual(moment);
    expect(await value<Date>(client, '$1::timestamp', [moment])).toEqual(moment);
  });
});
