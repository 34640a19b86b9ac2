import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { type Project, withProject } from './project.ts';
import { runCommand } from './run-command.ts';
import { startProcess } from './run-process.ts';

const hasPsql = spawnSync('psql', ['--version']).status === 0;

/** The server is stopped when the project is removed. */
async function withEmbeddedProject(run: (project: Project, godwit: Godwit) => Promise<void>): Promise<void> {
  await withProject({ migrations: false }, (project) =>
    run(project, async (...argv) => {
      const { code, screen } = await runCommand({ argv, folder: project.folder });
      return { code, stdout: screen.stdout(), stderr: screen.stderr() };
    }),
  );
}

type Godwit = (...argv: readonly string[]) => Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }>;

describe('a project without a server', () => {
  test('from an empty folder to a revision, down and up, and away', async () => {
    await withEmbeddedProject(async (project, godwit) => {
      expect(await godwit('db', 'status')).toMatchObject({
        code: 0,
        stdout: 'the embedded server is not running\nnext: godwit db start\n',
      });
      expect(await godwit('init')).toMatchObject({ code: 0 });
      await project.write('migrations/current.sql', 'create table books (id int primary key, title text);\n');
      await project.write('migrations/revert.sql', 'drop table books;\n');
      expect(await godwit('commit', '-m', 'Create books')).toMatchObject({ code: 0 });
      expect((await godwit('status')).stdout).toMatch(
        /^Migrations {2}app @ embedded +1 applied\n {2}✔ 000001 {2}Create books {2}applied just now/,
      );
      expect(await godwit('downgrade', '-1')).toMatchObject({ code: 0, stderr: '' });
      expect(await godwit('upgrade')).toMatchObject({ code: 0, stderr: '' });
      expect(await godwit('reset', '--erase')).toMatchObject({ code: 0 });

      const url = (await godwit('db', 'url')).stdout.trim();
      expect(url).toMatch(/^postgres:\/\/postgres@127\.0\.0\.1:\d+\/app$/);
      const status = await godwit('db', 'status');
      expect(status.stdout).toMatch(/^✔ embedded PostgreSQL on 127\.0\.0\.1:\d+ {2}pid \d+, up /);
      expect(status.stdout).toContain(url);
      expect(JSON.parse((await godwit('db', 'status', '--json')).stdout)).toMatchObject({ port: expect.any(Number) });
      if (hasPsql) {
        expect(spawnSync('psql', [url, '-XAtc', 'select count(*) from books'], { encoding: 'utf8' }).stdout).toBe('0\n');
      }
      expect(await godwit('status', '--database', 'othr')).toMatchObject({ code: 1, stderr: expect.stringContaining('GW123') });
      expect(await godwit('reset', '--erase', '--database', 'other')).toMatchObject({ code: 0 });
      expect(await godwit('status', '--database', 'other')).toMatchObject({ code: 0 });

      expect(await godwit('history')).toEqual({ code: 0, stdout: '✔ 000001  Create books  (current, head)\n', stderr: '' });

      expect(await godwit('db', 'stop')).toMatchObject({
        code: 0,
        stdout: '✔ the embedded server has stopped; .godwit/ keeps its data\n',
      });
      expect(await godwit('history')).toEqual({
        code: 0,
        stdout: '  000001  Create books  (head)\n',
        stderr: 'none is marked: the embedded server is not running  (godwit db start)\n',
      });
      expect(await godwit('db', 'stop')).toMatchObject({ code: 0, stdout: 'the embedded server is not running\n' });
      expect((await godwit('status')).stdout).toContain('1 applied');
    });
  });

  test('a second watch ended in a defect, since the server cannot say who the first one is', async () => {
    await withEmbeddedProject(async (project, godwit) => {
      expect(await godwit('init')).toMatchObject({ code: 0 });
      const first = startProcess(project.folder, ['watch'], {});
      await first.saysOnStdout('is blank');
      expect(await godwit('watch', '--once')).toMatchObject({
        code: 3,
        stderr: expect.stringMatching(/^✖ Another watch is at work on this database {2}GW364\n/),
      });
      first.child.kill('SIGINT');
      expect(await first.ended).toEqual({ code: 0, signal: null });
    });
  });
});
