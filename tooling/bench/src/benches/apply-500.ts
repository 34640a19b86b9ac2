import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench, BenchContext } from '../bench-definition.ts';
import { compare } from '../measure/compare.ts';
import { atMost, lessThan } from '../measure/target.ts';
import { type Project, writeProject } from '../project/write-project.ts';
import { countTables } from '../server/count-tables.ts';
import { CONTENDERS } from '../tools/contenders.ts';
import { timeProcess } from '../tools/timed-process.ts';

const REVISIONS = 500;

/**
 * How fast a history is applied. The measure is psql, which does nothing but send the statements: one process that runs
 * `begin; \i <file>; commit;` for each of the files, and so pays for neither a ledger nor a process a file.
 */
export const apply500: Bench = {
  name: 'apply-500',
  about: `${REVISIONS} revisions of four statements into an empty database`,
  run: async (context) => {
    const project = await writeProject(join(context.folder, 'project'), REVISIONS);
    const script = join(context.folder, 'all.sql');
    await writeFile(script, psqlScript(project));
    const contender = (name: string, command: string, words: (url: string) => readonly string[]) => ({
      name,
      sample: () => applyToNewDatabase(context, project, { command, words }),
    });
    return [
      await compare({
        about: 'a process from start to exit, each time in a new database',
        unit: 'ms',
        subject: contender('godwit upgrade', process.execPath, () => [context.godwit, 'upgrade']),
        others: [
          {
            ...contender('psql, begin \\i commit', CONTENDERS.psql(), (url) => ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-f', script, url]),
            target: atMost(1.3),
          },
          {
            ...contender('graphile-migrate migrate', process.execPath, () => [CONTENDERS.graphileMigrate(), 'migrate']),
            target: lessThan(1),
          },
        ],
        rounds: context.rounds(5),
        warmups: 1,
        onProgress: context.onProgress,
      }),
    ];
  },
};

function psqlScript({ files }: Project): string {
  return files.map((file) => `begin;\n\\i '${file}'\ncommit;\n`).join('');
}

/** What is run; the URL is in DATABASE_URL too. */
interface Call {
  readonly command: string;
  readonly words: (url: string) => readonly string[];
}

/** @throws Error when the contender fails or leaves something out */
function applyToNewDatabase({ server }: BenchContext, { folder }: Project, { command, words }: Call): Promise<number> {
  return server.withDatabase(async (database) => {
    const environment = { DATABASE_URL: database.url, SHADOW_DATABASE_URL: database.shadowUrl };
    const ms = await timeProcess({ command, arguments: words(database.url), directory: folder, environment, expects: /^/ });
    const tables = await countTables(database, 'item_');
    if (tables !== REVISIONS) throw new Error(`${[command, ...words('')].join(' ')} made ${tables} tables of ${REVISIONS}`);
    return ms;
  });
}
