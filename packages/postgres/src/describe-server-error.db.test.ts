import { expect, test } from 'vitest';
import type { Client } from './connect.ts';
import { describeServerError, type ServerErrorDescription } from './describe-server-error.ts';
import { withDatabase } from './testing/with-database.ts';

async function describeFailure(client: Client, sql: string): Promise<ServerErrorDescription | null> {
  const error: unknown = await client.query(sql).then(
    () => expect.fail('It succeeded'),
    (reason: unknown) => reason,
  );
  return describeServerError(error, { sql, file: 'x.sql', bodyLine: 4 });
}

/** What stands at the frame's place. */
const pointedAt = (found: ServerErrorDescription | null): string | undefined =>
  found?.frame.text.split('\n')[found.frame.line - 1]?.slice(found.frame.column - 1);

test("the server's own positions point at what is wrong", async () => {
  await withDatabase(async ({ client }) => {
    const unknown = await describeFailure(client, "select '𝄞 année' as a,\n  '𝄞𝄞', nope from pg_class");
    expect(pointedAt(unknown)).toBe('nope from pg_class');
    expect(unknown).toMatchObject({ sqlState: '42703', frame: { line: 5 } });
    expect(pointedAt(await describeFailure(client, 'selec 1'))).toBe('selec 1');
    expect(pointedAt(await describeFailure(client, 'select 1;\n\nselect (;'))).toBe(';');
    const inFunction = 'create function f() returns int language sql as $$\n  select nope\n$$';
    expect(pointedAt(await describeFailure(client, inFunction))).toBe('nope');
  });
});

test('what fails while it runs: its object, its context, its line in a DO block', async () => {
  await withDatabase(async ({ client }) => {
    await client.query('create schema shelf; create table shelf.books (id int primary key); insert into shelf.books values (1)');
    expect(await describeFailure(client, '\ninsert into shelf.books values (1)')).toMatchObject({
      sqlState: '23505',
      frame: { line: 5, column: 1 },
      object: 'table shelf.books, constraint books_pkey',
      detail: 'Key (id)=(1) already exists.',
    });
    const block = "do $$\nbegin\n  perform 1;\n  raise exception 'stop' using hint = 'go back';\nend $$";
    const raised = await describeFailure(client, block);
    expect(pointedAt(raised)).toBe("raise exception 'stop' using hint = 'go back';");
    expect(raised).toMatchObject({ message: 'stop', hint: 'go back', sqlState: 'P0001' });
    await client.query('create function f() returns void language plpgsql as $$ begin execute $q$select 1, nope$q$; end $$');
    const inside = await describeFailure(client, 'select f()');
    expect(inside).toMatchObject({ internal: { text: 'select 1, nope', line: 1, column: 11 }, where: [expect.stringContaining('f()')] });
  });
});
