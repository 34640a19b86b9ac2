import { toDatabaseUrl } from '@godwit/postgres';
import { onRealServer, withDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { hasPgBouncer, withPgBouncer } from '../../postgres/test/pgbouncer.ts';
import { withProject } from './project.ts';
import { runCommand } from './run-command.ts';

const REVISIONS = [{ message: 'Create books', body: 'create table books (id int primary key);', revert: 'drop table books;' }];

describe.skipIf(!hasPgBouncer)('PgBouncer in session mode with one connection', () => {
  onRealServer(test)('upgrade says what it has no second one of, and changes nothing', () =>
    withDatabase(({ client, settings }) =>
      withPgBouncer(settings, { mode: 'session', size: 1 }, (pooled) =>
        withProject({ revisions: REVISIONS }, async ({ folder }) => {
          const url = toDatabaseUrl({ ...pooled, connectTimeoutMs: 1000 });
          const { code, screen } = await runCommand({ argv: ['upgrade'], folder, environment: { DATABASE_URL: url } });
          expect(code).toBe(1);
          expect(screen.stderr()).toContain(
            'has no connection for this command beside the one that it holds  GW176\n  None came free within 1 s\n',
          );
          expect(screen.stderr()).toContain("Use the server's direct URL");
          expect((await client.query("select to_regclass('books') as books")).rows).toEqual([{ books: null }]);
        }),
      ),
    ),
  );
});
