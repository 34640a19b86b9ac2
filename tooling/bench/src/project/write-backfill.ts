import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Five-star ratings, and the table of their seven dimensions with its constraints, as the book system has them. */
export const RATINGS_SCHEMA = `
  create table rating (id int primary key, user_id int not null, book_id int not null, stars smallint, added_at timestamptz not null default now());
  create table dimensions (
    id serial primary key, user_id int not null, book_id int not null,
    pace smallint check (pace between 1 and 5), emotion smallint check (emotion between 1 and 5), complexity smallint check (complexity between 1 and 5),
    characters smallint check (characters between 1 and 5), plot smallint check (plot between 1 and 5), prose smallint check (prose between 1 and 5),
    originality smallint check (originality between 1 and 5), created_at timestamptz not null default now(), unique (user_id, book_id)
  );
  create index on dimensions (book_id)`;

/** So many ratings by readers of 20,000 books. */
export function ratingsSql(rows: number): string {
  return `insert into rating select n, n % 100000, n / 100000 + (n % 20000) * 100, 1 + n % 5 from generate_series(1, ${rows}) as n`;
}

const INSERT = `insert into dimensions (user_id, book_id, pace, emotion, complexity, characters, plot, prose, originality, created_at)
select user_id, book_id, stars, stars, stars, stars, stars, stars, stars, added_at from rating`;

/** All of it in one statement. */
export const ONE_STATEMENT = `${INSERT} where stars is not null on conflict do nothing`;

/** The same for ratings from one number to another. */
export function rangeStatement(from: number, to: number): string {
  return `${INSERT} where id between ${from} and ${to} and stars is not null on conflict do nothing`;
}

/** A project with that statement as a backfill, `dimensions`. */
export async function writeBackfill(folder: string): Promise<void> {
  const backfill = join(folder, 'backfills', 'dimensions');
  await mkdir(backfill, { recursive: true });
  await mkdir(join(folder, 'migrations', 'committed'), { recursive: true });
  await writeFile(join(folder, 'godwit.config.json'), '{ "migrations": "migrations" }\n');
  await writeFile(join(backfill, 'index.mjs'), "export default { about: 'seven dimensions for each rating', table: 'rating' };\n");
  await writeFile(
    join(backfill, 'work.sql'),
    `/* @name Work */\n${INSERT} where id between :from and :to and stars is not null on conflict do nothing;\n`,
  );
  await writeFile(
    join(backfill, 'remaining.sql'),
    `/* @name Remaining */
select id from rating where stars is not null
  and not exists (select from dimensions where dimensions.user_id = rating.user_id and dimensions.book_id = rating.book_id) limit :n;
`,
  );
}

/** Of the run that has just ended: from its beginning to its last batch. */
export const LAST_RUN_MS = `select 1000 * extract(epoch from max(lane.changed_at) - min(run.started_at)) as ms
  from godwit.backfill_run as run join godwit.backfill_lane as lane on lane.run_id = run.id
  where run.id = (select max(id) from godwit.backfill_run)`;
