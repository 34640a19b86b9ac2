/** `pnpm quickstart`: from a fresh clone to five migrated, seeded systems. */
import { pnpmCommand, runProcess } from 'godwit';
import { QUICKSTART } from './commands/quickstart-definition.ts';

await runProcess({
  invocation: pnpmCommand(process.env),
  summary: QUICKSTART.summary,
  definitions: [QUICKSTART],
  argv: ['quickstart', ...process.argv.slice(2)],
});
