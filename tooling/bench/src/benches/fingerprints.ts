import { resolve } from 'node:path';
import type { Client } from '@godwit/postgres';
import type { Bench, BenchContext } from '../bench-definition.ts';
import { compare } from '../measure/compare.ts';
import { atMost } from '../measure/target.ts';
import { LAST_RUN_MS } from '../project/write-backfill.ts';
import type { BenchDatabase } from '../server/native-server.ts';
import { timeProcess } from '../tools/timed-process.ts';

const BOOKS = 100_000;
const RATINGS_A_BOOK = 20;

/** One book in a hundred. */
const CHANGED = BOOKS / 100;

/** The project whose backfill it is. */
const REPOSITORY = resolve(import.meta.dirname, '../../../..');

/** Books that readers have rated; the triggers would mark each of them, which takes as long as all the rest. */
const RATED = `
  insert into shelf.users (id, username, email, password_hash)
    select n, 'reader ' || n, n || '@example.org', '' from generate_series(1, ${RATINGS_A_BOOK}) as n;
  insert into shelf.books (id, title, author) select n, 'Book ' || n, 'Author' from generate_series(1, ${BOOKS}) as n;
  alter table shelf.multi_dimensional_ratings disable trigger all;
  insert into shelf.multi_dimensional_ratings
    (user_id, book_id, pace, emotional_impact, complexity, character_development, plot_quality, prose_style, originality)
    select reader, book, 1 + (book + reader) % 5, 1 + book % 5, 1 + reader % 5, 1 + (book * reader) % 5, nullif((book + 2 * reader) % 6, 0), 3, 4
    from generate_series(1, ${BOOKS}) as book, generate_series(1, ${RATINGS_A_BOOK}) as reader;
  alter table shelf.multi_dimensional_ratings enable trigger all`;

const COLUMNS = `book_id, avg_pace, avg_emotional_impact, avg_complexity, avg_character_development, avg_plot_quality, avg_prose_style,
  avg_originality, star_equivalent, total_ratings, fingerprint_vector`;

const DIMENSIONS = 'pace, emotional_impact, complexity, character_development, plot_quality, prose_style, originality';

const ONE_STATEMENT = `insert into shelf.book_fingerprints (${COLUMNS}) select ${COLUMNS} from shelf.calculated_fingerprints`;

const WHOLE_RUN_MS = `select 1000 * extract(epoch from ended_at - started_at) as ms
  from godwit.backfill_run where id = (select max(id) from godwit.backfill_run)`;

/** The averages of two million ratings: all of them, and those of the books that have been rated since. */
export const fingerprints: Bench = {
  name: 'fingerprints',
  about: `of ${BOOKS} books with ${RATINGS_A_BOOK} ratings each`,
  run: (context) => context.server.withDatabase((database) => measure(context, database)),
};

async function measure(context: BenchContext, database: BenchDatabase) {
  const { onProgress, rounds, godwit } = context;
  const environment = { DATABASE_URL: database.url };
  const call = (words: readonly string[], expects: RegExp) =>
    timeProcess({ command: process.execPath, arguments: [godwit, ...words], directory: REPOSITORY, environment, expects });
  onProgress('migrating, and writing ratings');
  await call(['upgrade'], /head/);
  const client = await database.connect();
  try {
    await client.query(RATED);
    await client.query('vacuum analyze shelf.multi_dimensional_ratings, shelf.books');
    const run = (words: readonly string[]) => call(['backfill', 'run', 'shelf-fingerprints', '--workers', '1', ...words], /done just now/);
    const inFull = () => run(['--again']);
    const batches = async () => {
      await inFull();
      const { rows } = await client.query(LAST_RUN_MS);
      return Number(rows[0]?.ms);
    };
    const ledger = async () => {
      const { rows } = await client.query(WHOLE_RUN_MS);
      return Number(rows[0]?.ms);
    };
    const filling = (name: string, fill: () => Promise<number>) => ({ name, sample: () => emptied(client, fill) });
    const common = { unit: 'ms', rounds: rounds(3), warmups: 1, onProgress } as const;
    const withIndex = [
      await compare({
        ...common,
        about: 'from the first batch of one worker to its last; the process verifies what it has done as well',
        subject: filling('godwit, in full', batches),
        others: [
          { ...filling('one grouped statement', () => timed(() => client.query(ONE_STATEMENT))), target: atMost(1.3) },
          filling('its whole process', inFull),
        ],
      }),
      await compare({
        ...common,
        about: `a process from start to exit: after ratings of ${CHANGED} books have changed, and for all`,
        subject: { name: `godwit, ${CHANGED} changed`, sample: () => changed(client, () => run([])) },
        others: [{ ...filling('godwit, in full', inFull), target: atMost(0.08) }],
      }),
      await compare({
        ...common,
        about: 'the same without the process: from the start of the run to its end, verified, as the ledger has it',
        subject: { name: `godwit, ${CHANGED} changed`, sample: () => changed(client, () => run([]).then(ledger)) },
        others: [{ ...filling('godwit, in full', () => inFull().then(ledger)), target: atMost(0.08) }],
      }),
    ];
    await client.query('drop index shelf.idx_fingerprint_vector');
    const withoutIndex = await compare({
      ...common,
      about: 'in full, without the index over the vectors: each row of it takes all contenders as long, longer than all the rest',
      subject: filling('godwit, in full', batches),
      others: [{ ...filling('a query a book', () => timed(() => bookByBook(client))), target: atMost(0.1) }],
    });
    return [...withIndex, withoutIndex];
  } finally {
    await client.end();
  }
}

/** One reader changes a rating of each, outside the time that counts. */
async function changed(client: Client, mend: () => Promise<number>): Promise<number> {
  await client.query('update shelf.multi_dimensional_ratings set pace = 1 + pace % 5 where book_id % 100 = 7 and user_id = 3');
  return await mend();
}

/** Fails when a book has no fingerprint afterwards. */
async function emptied(client: Client, fill: () => Promise<number>): Promise<number> {
  await client.query('truncate shelf.book_fingerprints');
  await client.query('checkpoint');
  const ms = await fill();
  const { rows } = await client.query('select count(*)::int as rows from shelf.book_fingerprints');
  if (rows[0]?.rows !== BOOKS) throw new Error(`${rows[0]?.rows} fingerprints of ${BOOKS}`);
  return ms;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** As an application does it that knows of no GROUP BY: it reads the ratings of a book, works out the averages and writes them. */
async function bookByBook(client: Client): Promise<void> {
  for (let book = 1; book <= BOOKS; book++) {
    const { rows } = await client.query({
      name: 'ratings',
      text: `select ${DIMENSIONS} from shelf.multi_dimensional_ratings where book_id = $1`,
      values: [book],
    });
    const averages = DIMENSIONS.split(', ').map((name) => average(rows.map((row) => row[name])));
    const given = averages.filter((value) => value !== null);
    const vector = `[${averages.map((value) => value ?? 3).join(',')}]`;
    const values = [book, ...averages, average(given), rows.length, vector];
    const places = values.map((_, at) => `$${at + 1}`).join(', ');
    await client.query({ name: 'fingerprint', text: `insert into shelf.book_fingerprints (${COLUMNS}) values (${places})`, values });
  }
}

function average(values: readonly (number | null)[]): number | null {
  const given = values.filter((value) => value !== null);
  return given.length === 0 ? null : given.reduce((sum, value) => sum + value, 0) / given.length;
}
