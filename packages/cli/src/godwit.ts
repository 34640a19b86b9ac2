import { BACKFILL_DEFINITIONS } from './definitions/backfill.ts';
import { DATABASE_DEFINITIONS } from './definitions/database.ts';
import { DEFINITIONS } from './definitions/index.ts';
import { godwitCommand } from './invocation.ts';
import { runProcess } from './process.ts';

const invocation = godwitCommand(process.env);
const [first, ...rest] = process.argv.slice(2);

if (first === 'db') {
  await runProcess({
    invocation: `${invocation} db`,
    summary: 'The database of this project.',
    definitions: DATABASE_DEFINITIONS,
    argv: rest,
  });
} else if (first === 'backfill') {
  await runProcess({
    invocation: `${invocation} backfill`,
    summary: 'Takes data from one shape to the next while the application runs.',
    definitions: BACKFILL_DEFINITIONS,
    argv: rest,
  });
} else {
  await runProcess({
    invocation,
    summary: 'Takes a PostgreSQL database from one version to the next without stopping the application.',
    definitions: DEFINITIONS,
    epilogue: [
      `${invocation} backfill --help is about data: plan, run, watch, pause`,
      `${invocation} db --help is about the embedded server: start, stop, status, url, psql`,
    ],
  });
}
