/** `pnpm quickstart`: from a fresh clone to five migrated, seeded systems. */
import { runProcess } from 'godwit';
import { QUICKSTART } from './commands/quickstart-definition.ts';

await runProcess({
  invocation: 'pnpm',
  summary: QUICKSTART.summary,
  definitions: [QUICKSTART],
  argv: ['quickstart', ...process.argv.slice(2)],
});
