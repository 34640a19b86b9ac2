import type { Client } from '@godwit/postgres';

const DIMENSIONS = ['pace', 'emotional_impact', 'complexity', 'character_development', 'plot_quality', 'prose_style', 'originality'];

/** A full recalculation by itself, without anything that the history or the backfill has made for it. */
const RECALCULATED = `
  with average as (
    select book_id, ${DIMENSIONS.map((name) => `avg(${name})::float8 as ${name}`).join(', ')}, count(*)::int as total_ratings
    from shelf.multi_dimensional_ratings
    group by book_id
  )
  select
    book_id,
    ${DIMENSIONS.map((name) => `${name} as avg_${name}`).join(', ')},
    (${DIMENSIONS.map((name) => `coalesce(${name}, 0)`).join(' + ')}) / nullif(num_nonnulls(${DIMENSIONS.join(', ')}), 0) as star_equivalent,
    total_ratings,
    array[${DIMENSIONS.map((name) => `coalesce(${name}, 3.0)`).join(', ')}]::vector(7) as fingerprint_vector
  from average
  order by book_id`;

const KEPT = `
  select book_id, ${DIMENSIONS.map((name) => `avg_${name}`).join(', ')}, star_equivalent, total_ratings, fingerprint_vector
  from shelf.book_fingerprints
  order by book_id`;

/** The fingerprints as they are kept, and as a full recalculation has them at the same moment. */
export async function compareFingerprints(client: Client): Promise<{ readonly kept: unknown[]; readonly recalculated: unknown[] }> {
  await client.query('begin isolation level repeatable read');
  const [kept, recalculated] = [await client.query(KEPT), await client.query(RECALCULATED)];
  await client.query('commit');
  return { kept: kept.rows, recalculated: recalculated.rows };
}

/** The books that are marked, each once. */
export async function markedBooks(client: Client): Promise<readonly number[]> {
  const { rows } = await client.query<{ book_id: number }>('select distinct book_id from shelf.stale_fingerprints order by book_id');
  return rows.map(({ book_id }) => book_id);
}

export async function recalculate(client: Client, books: readonly number[]): Promise<readonly number[]> {
  const { rows } = await client.query<{ book_id: number }>('select book_id from shelf.recalculate_fingerprints($1) as book_id order by 1', [
    books,
  ]);
  return rows.map(({ book_id }) => book_id);
}
