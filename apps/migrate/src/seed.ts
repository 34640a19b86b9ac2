/** `pnpm seed [system…] [--check|--clear]`. */
import { runProcess } from 'godwit';
import { SEED } from './commands/seed-definition.ts';

await runProcess({ invocation: 'pnpm', summary: SEED.summary, definitions: [SEED], argv: ['seed', ...process.argv.slice(2)] });
