/** `pnpm migrate …`: the godwit command on this repository's migrations. */
import { DEFINITIONS, runProcess } from 'godwit';

await runProcess({
  invocation: 'pnpm migrate',
  summary: 'Takes the database of the five systems from one version to the next.',
  definitions: DEFINITIONS,
});
