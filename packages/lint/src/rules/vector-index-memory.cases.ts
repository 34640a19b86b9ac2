import type { RuleCases } from '../testing/rule-cases.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'HNSW',
      sql: `--! no-transaction
create index concurrently books_embedding on shelf.books using hnsw (embedding public.vector_cosine_ops);`,
      history: 'alter table shelf.books add column embedding public.vector(3);',
      finds: [
        {
          at: 'create index concurrently books_embedding on shelf.books using hnsw (embedding public.vector_cosine_ops)',
          message: "The hnsw index on shelf.books is built with the server's own maintenance_work_mem",
          safe: [
            `--! no-transaction
create index concurrently books_embedding on shelf.books using hnsw (embedding public.vector_cosine_ops);`,
          ],
        },
      ],
    },
    {
      name: 'IVFFlat with a setting that is too small',
      sql: `set local maintenance_work_mem = '64MB';
create index books_embedding on shelf.books using ivfflat (embedding public.vector_l2_ops);`,
      history: 'alter table shelf.books add column embedding public.vector(3);',
      finds: [
        {
          at: 'create index books_embedding on shelf.books using ivfflat (embedding public.vector_l2_ops)',
          message: 'The ivfflat index on shelf.books is built with 64 MB of maintenance_work_mem',
          safe: [
            `--! no-transaction
create index concurrently books_embedding on shelf.books using ivfflat (embedding public.vector_l2_ops);`,
          ],
        },
      ],
    },
  ],
  silent: [
    {
      name: 'with pgSettings',
      sql: `--! no-transaction
create index concurrently books_embedding on shelf.books using hnsw (embedding public.vector_cosine_ops);`,
      context: { pgSettings: { maintenance_work_mem: '1GB' } },
    },
    {
      name: 'with a setting above',
      sql: `set local maintenance_work_mem = '2GB';
create index on shelf.books using hnsw (embedding public.vector_l2_ops);`,
    },
    {
      name: 'on a table of the same revision',
      sql: `create table shelf.chunks (embedding public.vector(3));
create index on shelf.chunks using hnsw (embedding public.vector_l2_ops);`,
    },
    {
      name: 'another method',
      sql: `--! no-transaction
create index concurrently books_author on shelf.books using btree (author);`,
    },
  ],
};
