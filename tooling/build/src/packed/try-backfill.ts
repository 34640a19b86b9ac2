import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sandbox } from './sandbox.ts';
import { expectOutput, type Steps } from './steps.ts';

/** In JavaScript, as on a Node that runs no TypeScript. */
const FILES: Readonly<Record<string, string>> = {
  'index.mjs': `import { defineBackfill } from '@godwit/backfill';

export default defineBackfill({ about: 'each title is in capitals', table: 'public.book' });
`,
  'work.sql': '/* @name Work */\nupdate public.book set title = upper(title) where id between :from and :to and title <> upper(title);\n',
  'remaining.sql': '/* @name Remaining */\nselect id from public.book where title <> upper(title) limit :n;\n',
};

/** A backfill of the sandbox's own, on the table of its first revision. */
export async function tryBackfill({ step }: Steps, box: Sandbox): Promise<void> {
  await step('godwit backfill plan, run and verify', () => {
    const folder = join(box.folder, 'backfills', 'capitals');
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
    expectOutput(box.run(['godwit', 'backfill', 'list']), 0, /capitals/);
    expectOutput(box.run(['godwit', 'backfill', 'plan', 'capitals']), 0, /work\.sql|next: /);
    expectOutput(box.run(['godwit', 'backfill', 'run', 'capitals']), 0, /✔ capitals {2}done just now/);
    expectOutput(box.run(['godwit', 'backfill', 'verify', 'capitals']), 0, /nothing remains/);
  });
}
