/** `pnpm seed [system…] [--check|--clear]`. */
import { pnpmCommand, runProcess } from 'godwit';
import { SEED } from './commands/seed-definition.ts';

await runProcess({
  invocation: pnpmCommand(process.env),
  summary: SEED.summary,
  definitions: [SEED],
  argv: ['seed', ...process.argv.slice(2)],
});
