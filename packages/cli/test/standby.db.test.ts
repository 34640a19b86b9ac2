import { withClient } from '@godwit/postgres';
import { describe, expect, test } from 'vitest';
import { hasPrograms, withStandby } from '../../postgres/test/standby.ts';
import { withProject } from './project.ts';
import { runCommand } from './run-command.ts';

const REVISIONS = [
  { message: 'Create the books table', body: 'create table public.books (id integer primary key);', revert: 'drop table public.books;' },
  {
    message: 'Add a title',
    body: 'alter table public.books add column title text;',
    revert: 'alter table public.books drop column title;',
  },
];

const CHECK = `--! Check: books have an id
select 'integer' as expected, data_type as found from information_schema.columns where table_name = 'books' and column_name = 'id';
`;

/** What is asked of a standby, with the exit code and what its output holds. */
const CASES: readonly (readonly [argv: readonly string[], code: number, says: string])[] = [
  [['current'], 0, '000001-create-the-books-table'],
  [['status'], 2, '1 pending'],
  [['log'], 0, '000001'],
  [['upgrade', '--dry-run'], 0, '000002'],
  [['verify', '--database'], 0, '1 check passed'],
  [['drift'], 0, 'no drift'],
  [['upgrade'], 1, 'GW205'],
  [['downgrade', '-1'], 1, 'GW205'],
  [['protect'], 1, 'GW205'],
];

describe.skipIf(!hasPrograms)('on a streaming standby', () => {
  test('what reads works, and what writes says that the primary is wanted', { timeout: 180_000 }, () =>
    withStandby(({ primary, standby, caughtUp }) =>
      withProject({ revisions: REVISIONS, files: { 'migrations/verify/public/books.sql': CHECK } }, async ({ folder }) => {
        const urlOf = ({ port }: typeof primary) => `postgres://postgres@127.0.0.1:${port}/library`;
        await withClient(primary, (client) => client.query('create database library'));
        const upgraded = await runCommand({ argv: ['upgrade', '+1'], folder, environment: { DATABASE_URL: urlOf(primary) } });
        expect(upgraded.code).toBe(0);
        await caughtUp();
        const environment = { DATABASE_URL: urlOf(standby), SHADOW_DATABASE_URL: urlOf(primary) };
        for (const [argv, code, says] of CASES) {
          const complete = argv[1] === '--database' ? [...argv, urlOf(standby)] : argv;
          const result = await runCommand({ argv: complete, folder, environment });
          const text = result.screen.stdout() + result.screen.stderr();
          expect({ argv, code: result.code, text }).toEqual({ argv, code, text: expect.stringContaining(says) });
        }
        // No database can be made there to compare with.
        const alone = await runCommand({ argv: ['drift'], folder, environment: { DATABASE_URL: urlOf(standby) } });
        expect(alone.screen.stderr()).toContain(`127.0.0.1:${standby.port} takes no writes`);
        expect(alone.screen.stdout()).toContain('no drift');
      }),
    ),
  );
});
