/** `pnpm db …`: the embedded server of this checkout. */
import { DATABASE_DEFINITIONS, pnpmCommand, runProcess } from 'godwit';

await runProcess({
  invocation: `${pnpmCommand(process.env)} db`,
  summary: 'The database of this checkout.',
  definitions: DATABASE_DEFINITIONS,
});
