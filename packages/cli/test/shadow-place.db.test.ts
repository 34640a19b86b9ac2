import { quoteIdentifier } from '@godwit/postgres';
import { onRealServer } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { type AuthoringStage, BOOKS, onStage } from './authoring-stage.ts';
import { type CommandResult, runCommand } from './run-command.ts';

interface Powerless extends AuthoringStage {
  readonly role: string;
  /** Runs a command as the role, which owns the database and may not create others. */
  readonly as: (argv: readonly string[], environment?: Readonly<Record<string, string>>) => Promise<CommandResult>;
  readonly url: string;
}

async function asPowerless(run: (stage: Powerless) => Promise<void>): Promise<void> {
  await onStage({ revisions: [BOOKS] }, async (stage) => {
    const { client, settings, url: administration } = stage.database;
    const role = `${settings.database}_dev`;
    const [quoted, database] = [role, settings.database].map(quoteIdentifier);
    const url = new URL(administration);
    [url.username, url.password] = [role, 'secret'];
    await client.query(`create role ${quoted} login password 'secret'`);
    try {
      await client.query(`alter database ${database} owner to ${quoted}`);
      const as: Powerless['as'] = (argv, environment = {}) =>
        runCommand({ argv, folder: stage.project.folder, environment: { DATABASE_URL: url.href, ...environment } });
      await run({ ...stage, role, url: url.href, as });
    } finally {
      await client.query(`alter database ${database} owner to current_user; reassign owned by ${quoted} to current_user`);
      await client.query(`drop owned by ${quoted}; drop role ${quoted}`);
    }
  });
}

/** Three commands, each with a shadow on a server of its own. */
const LONGEST_MS = 240_000;

describe('a role that may not create databases', { timeout: LONGEST_MS }, () => {
  onRealServer(test)('had its revisions tried on the embedded server in silence', () =>
    asPowerless(async ({ role, as, project }) => {
      const told = [
        `! the shadow database is on the embedded server: ${role} may not create databases on `,
        `  to try revisions on a server like yours: alter role "${role}" createdb; or SHADOW_DATABASE_URL`,
      ];
      await project.write('migrations/current.sql', 'create table public.loans (id bigint primary key);\n');
      for (const argv of [
        ['commit', '-m', 'Create the loans table'],
        ['check', '--write'],
        ['revision', '--autogenerate', '-m', 'Nothing differs'],
        ['stamp', 'base', '--force'],
      ]) {
        const { code, screen } = await as(argv);
        const lines = screen.stderr().trimEnd().split('\n');
        expect({ code, lines }).toEqual({ code: 0, lines: [expect.stringContaining(told[0] ?? ''), told[1]] });
      }
    }),
  );

  onRealServer(test)('was not told how it may', () =>
    asPowerless(async ({ role, as, url }) => {
      const { code, screen } = await as(['check'], { SHADOW_DATABASE_URL: url });
      expect(code).toBe(1);
      expect(screen.stdout()).toMatch(
        new RegExp(
          `GW333\\n +${role} may not create databases on .+\\n.+\\n +help: let the role create databases: alter role "${role}" createdb\\n`,
        ),
      );
    }),
  );

  onRealServer(test)('could not look for drift, and can with a file that was made elsewhere', () =>
    asPowerless(async ({ as, url, project, database }) => {
      expect((await as(['upgrade'])).code).toBe(0);
      const nowhere = await as(['drift'], { SHADOW_DATABASE_URL: url });
      expect(nowhere.code).toBe(1);
      expect(nowhere.screen.stderr()).toContain('GW593');
      expect(nowhere.screen.stderr()).toContain('godwit drift --expected expected.json');
      const exported = await runCommand({
        argv: ['drift', '--export', 'expected.json'],
        folder: project.folder,
        environment: { DATABASE_URL: database.url },
      });
      expect(exported.code).toBe(0);
      const equal = await as(['drift', '--expected', 'expected.json'], { SHADOW_DATABASE_URL: url });
      expect({ code: equal.code, stderr: equal.screen.stderr() }).toEqual({ code: 0, stderr: '' });
    }),
  );
});
