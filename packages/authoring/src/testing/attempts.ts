import { join } from 'node:path';
import type { ExecuteSettings } from '@godwit/migrator';
import { type TestDatabase, withDatabase } from '@godwit/postgres/testing';
import { Attempts } from '../attempt/attempts.ts';
import { type TestProject, withTestProject } from './migrations-folder.ts';

export const actor = { osUser: 'tester', host: 'here', godwitVersion: '0.0.0-test' } as const;

/** A project and a database, as somebody has them in front of them who writes a revision. */
export interface Desk {
  readonly project: TestProject;
  readonly database: TestDatabase;
  /** Opens a session as `godwit watch` does. */
  readonly open: (settings?: Partial<ExecuteSettings>) => Promise<Attempts>;
  /** Writes `current.sql`, and `revert.sql` when it is given. */
  readonly write: (current: string, revert?: string) => Promise<void>;
  /** The names of the columns of a table; null when it does not exist. */
  readonly columns: (table: string) => Promise<readonly string[] | null>;
}

/** @param before what the database holds already */
export function withDesk(before: string, run: (desk: Desk) => Promise<void>): Promise<void> {
  return withDatabase((database) =>
    withTestProject({ 'migrations/current.sql': '' }, async (project) => {
      await database.client.query(before);
      await run({
        project,
        database,
        open: async (settings = {}) =>
          Attempts.open({
            client: await database.connect(),
            connect: () => database.connect(),
            settings: { placeholders: {}, pgSettings: {}, actor, ...settings },
            folder: join(project.root, 'migrations'),
          }),
        write: async (current, revert) => {
          await project.write('migrations/current.sql', current);
          if (revert !== undefined) await project.write('migrations/revert.sql', revert);
        },
        columns: async (table) => {
          const { rows } = await database.client.query<{ exists: boolean; names: string[] }>(
            `select to_regclass($1) is not null as exists, array(
              select attname::text from pg_attribute where attrelid = to_regclass($1) and attnum > 0 and not attisdropped order by attnum
            ) as names`,
            [table],
          );
          return rows[0]?.exists ? rows[0].names : null;
        },
      });
    }),
  );
}
