/** `pnpm backfill …`: the data migrations of the five systems. */
import { BACKFILL_DEFINITIONS, pnpmCommand, runProcess } from 'godwit';

await runProcess({
  invocation: `${pnpmCommand(process.env)} backfill`,
  summary: 'Takes the data of the five systems from one shape to the next while the application runs.',
  definitions: BACKFILL_DEFINITIONS,
});
