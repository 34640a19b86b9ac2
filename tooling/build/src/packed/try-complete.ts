import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sandbox } from './sandbox.ts';
import { expectOutput, type Steps } from './steps.ts';
import { tryAuthoring } from './try-authoring.ts';
import { tryBackfill } from './try-backfill.ts';

/** What the first revision of the sandbox does, and its way back. */
const CREATE = 'create table book (id int primary key, title text not null);\n';
const DROP = 'drop table book;\n';

/**
 * The daily loop of somebody who installed everything and has no PostgreSQL: all against the embedded server, which is stopped
 * at the end, whatever happens in `then`. `then` gets the URL of the migrated database while it runs.
 */
export async function tryComplete(
  { step, ...rest }: Steps,
  box: Sandbox,
  version: string,
  then: (url: string) => Promise<void>,
): Promise<void> {
  const migrations = join(box.folder, 'migrations');
  await step('npx godwit --version', () => {
    const { stdout } = box.runWell(['npx', 'godwit', '--version']);
    if (stdout.trim() !== version) throw new Error(`it says ${stdout.trim()} and not ${version}`);
  });
  await step('godwit --help lists the commands', () => expectOutput(box.run(['godwit', '--help']), 0, /upgrade/, /downgrade/));
  await step('godwit init', () => expectOutput(box.run(['godwit', 'init']), 0, /godwit\.config\.json/));
  try {
    await step('godwit commit, on the embedded server', () => {
      mkdirSync(migrations, { recursive: true });
      writeFileSync(join(migrations, 'current.sql'), CREATE);
      writeFileSync(join(migrations, 'revert.sql'), DROP);
      expectOutput(box.run(['godwit', 'commit', '-m', 'Create books']), 0, /000001-create-books/);
    });
    await step('godwit upgrade, on the embedded server', () => expectOutput(box.run(['godwit', 'upgrade']), 0, /app @ embedded/));
    await step('godwit current', () => expectOutput(box.run(['godwit', 'current']), 0, /^000001-create-books$/m));
    await step('godwit downgrade base and upgrade again', () => {
      expectOutput(box.run(['godwit', 'downgrade', 'base']), 0);
      expectOutput(box.run(['godwit', 'current']), 0, /^base$/m);
      expectOutput(box.run(['godwit', 'upgrade']), 0);
    });
    await tryAuthoring({ step, ...rest }, box);
    await tryBackfill({ step, ...rest }, box);
    await step("an error of the embedded server is one of Godwit's, not a defect", () => {
      const blocked = join(box.folder, 'blocked');
      mkdirSync(join(blocked, '.godwit'), { recursive: true });
      writeFileSync(join(blocked, 'godwit.config.json'), '{ "embedded": true }\n');
      writeFileSync(join(blocked, '.godwit', 'embedded'), 'a file where the folder should be\n');
      expectOutput(box.run(['godwit', 'current'], { within: 'blocked' }), 1, /GW1\d\d/);
    });
    await then(box.runWell(['godwit', 'db', 'url', '--password']).stdout.trim());
  } finally {
    await step('godwit db stop', () => expectOutput(box.run(['godwit', 'db', 'stop']), 0));
  }
}
