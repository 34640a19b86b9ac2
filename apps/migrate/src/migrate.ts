/** `pnpm migrate …`: the godwit command on this repository's migrations. */
import { DEFINITIONS, pnpmCommand, runProcess } from 'godwit';
import { loadSeeds } from './load-seeds.ts';

const pnpm = pnpmCommand(process.env);

await runProcess({
  invocation: `${pnpm} migrate`,
  summary: 'Takes the database of the five systems from one version to the next.',
  definitions: DEFINITIONS,
  epilogue: [
    `${pnpm} backfill --help is about data: plan, run, watch, pause`,
    `${pnpm} db --help is about the embedded server: start, stop, status, url, psql`,
  ],
  loadSeeds,
});
