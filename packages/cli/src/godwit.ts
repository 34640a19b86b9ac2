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
} else {
  await runProcess({
    invocation,
    summary: 'Takes a PostgreSQL database from one version to the next without stopping the application.',
    definitions: DEFINITIONS,
    epilogue: [`${invocation} db --help is about the embedded server: start, stop, status, url, psql`],
  });
}
