import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Sandbox } from './sandbox.ts';
import { expectOutput, type Steps } from './steps.ts';

/** A deploy: a history from elsewhere, DATABASE_URL, and nothing installed but what `upgrade` needs. */
export async function tryWithoutOptional(
  { step }: Steps,
  box: Sandbox,
  options: { readonly project: string; readonly url: string },
): Promise<void> {
  for (const part of ['migrations', 'godwit.config.json', '.gmrc'])
    cpSync(join(options.project, part), join(box.folder, part), { recursive: true });
  const node = box.runWell(['node', '--version']).stdout.trim();
  const database = { environment: { DATABASE_URL: options.url } };
  await step(`godwit downgrade and upgrade with DATABASE_URL, on Node ${node}`, () => {
    expectOutput(box.run(['godwit', 'downgrade', 'base'], database), 0);
    expectOutput(box.run(['godwit', 'upgrade'], database), 0, /000001|1 revision/);
    expectOutput(box.run(['godwit', 'current'], database), 0, /^000002-add-shelves$/m);
  });
  await step('godwit upgrade without DATABASE_URL says that it is required, and what else would do', () =>
    expectOutput(
      box.run(['godwit', 'upgrade']),
      1,
      /DATABASE_URL environment variable is required {2}GW100/,
      /npm install .*@godwit\/embedded/,
    ),
  );
}
