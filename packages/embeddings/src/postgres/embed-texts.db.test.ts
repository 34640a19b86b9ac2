import { withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { featureHashing } from '../hashing/feature-hashing.ts';
import { embedTexts } from './embed-texts.ts';

test('each text has its vector in the staging table, beside the hash of what it was made of', () =>
  withDatabase(async ({ client }) => {
    await client.query('create extension vector');
    const provider = featureHashing({ dimensions: 8 });
    const { version, map, stage } = embedTexts({ provider, table: 'embedded' });
    expect(version).toBe(provider.model);
    const texts = ['a wide river', 'the narrow road'];
    const rows = texts.map((text, index) => ({ id: index + 1, text, source_hash: `hash of ${text}` }));
    const mapped = await map(rows, {});
    await client.query('begin');
    await stage(client, mapped);
    const staged = await client.query('select id, source_hash, embedding::real[] as embedding from pg_temp.embedded order by id');
    await client.query('commit');
    const vectors = await provider.embed(texts);
    expect(staged.rows).toEqual(
      rows.map(({ id, source_hash }, index) => ({
        id,
        source_hash,
        embedding: [...(vectors[index] ?? [])].map((number) => expect.closeTo(number, 6)),
      })),
    );
  }));
