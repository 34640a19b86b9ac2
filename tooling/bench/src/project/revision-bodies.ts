/**
 * Four statements a revision, the same ones for the same number on every machine: a table, an index, a column, and by turns a
 * comment or a row. The tables of a revision are its own, so that the time of the hundredth is that of the first.
 */
export function revisionBody(number: number): string {
  const table = tableOf(number);
  return [
    `create table ${table} (id bigint generated always as identity primary key, name text not null, price numeric(10, 2));`,
    `create index ix_${table}_name on ${table} (name);`,
    `alter table ${table} add column noted_at timestamptz not null default now();`,
    number % 2 === 0
      ? `comment on table ${table} is 'Items of revision ${number}';`
      : `insert into ${table} (name, price) values ('first', ${number}.50);`,
  ].join('\n');
}

/** What takes it back. */
export function revertBody(number: number): string {
  return `drop table ${tableOf(number)};`;
}

function tableOf(number: number): string {
  return `item_${String(number).padStart(6, '0')}`;
}
