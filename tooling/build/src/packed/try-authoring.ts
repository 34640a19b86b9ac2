import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sandbox } from './sandbox.ts';
import { expectOutput, type Steps } from './steps.ts';

/** What writes a revision, after the first one: everything that is loaded only when its command is used. */
export async function tryAuthoring({ step }: Steps, box: Sandbox): Promise<void> {
  const write = (name: string, text: string) => writeFileSync(join(box.folder, 'migrations', name), text);
  await step('godwit watch --once, and back', () => {
    write('current.sql', "alter table book alter column title set default 'untitled';\n");
    expectOutput(box.run(['godwit', 'watch', '--once']), 0, /applied/);
    expectOutput(box.run(['godwit', 'watch', '--undo']), 0, /taken back/);
    write('current.sql', '');
    write('revert.sql', '');
  });
  await step('godwit lint finds what locks, with the safe form', () => {
    write('current.sql', 'create index book_title on public.book (title);\n');
    expectOutput(box.run(['godwit', 'lint']), 2, /index-not-concurrently/, /create index concurrently/);
    write('current.sql', '');
  });
  await step('godwit revision from a pattern', () => {
    expectOutput(box.run(['godwit', 'revision', '-m', 'Add the language of books', '--like', 'add-column']), 0, /current\.sql/);
    write('current.sql', '');
    write('revert.sql', '');
  });
  await step('godwit revision from a folder of SQL, committed', () => {
    write('schema/public/tables/shelf.sql', 'create table public.shelf (id bigint primary key);\n');
    expectOutput(box.run(['godwit', 'revision', '--autogenerate', '-m', 'Add shelves']), 0, /public\.shelf is new/);
    expectOutput(box.run(['godwit', 'commit']), 0, /000002-add-shelves/);
    expectOutput(box.run(['godwit', 'diff', 'head']), 0, /no difference/);
  });
  await step('godwit drift', () => expectOutput(box.run(['godwit', 'drift']), 0, /no drift/));
  await step('godwit check', () => expectOutput(box.run(['godwit', 'check']), 0, /nothing found/));
}
