import { join } from 'node:path';
import type { Bench } from '../bench-definition.ts';
import { compare } from '../measure/compare.ts';
import { atMost } from '../measure/target.ts';
import { writeProject } from '../project/write-project.ts';
import { CONTENDERS } from '../tools/contenders.ts';
import { timeProcess } from '../tools/timed-process.ts';

/** Of four statements each. */
const REVISIONS = 2500;

/** What linting this many statements may take on the machine that it is measured on. */
const LIMIT_MS = 3000;

/** A whole history, as a pull request that touches everything would have it linted. */
export const lint: Bench = {
  name: 'lint',
  about: `the findings of ${REVISIONS * 4} statements in ${REVISIONS} revisions`,
  run: async (context) => {
    const { folder } = await writeProject(join(context.folder, 'project'), REVISIONS);
    const call = (command: string, words: readonly string[], directory: string, expects: RegExp) => () =>
      timeProcess({ command, arguments: words, directory, environment: {}, expects });
    const committed = join(folder, 'migrations', 'committed');
    return [
      await compare({
        about: 'a process from start to exit; the limit is a figure, not a process',
        unit: 'ms',
        subject: {
          name: 'godwit lint --all',
          sample: call(process.execPath, [context.godwit, 'lint', '--all'], folder, /^\d+(,\d+)* warnings$/m),
        },
        others: [
          { name: `limit: ${LIMIT_MS} ms`, sample: async () => LIMIT_MS, target: atMost(1) },
          {
            name: 'squawk, the same files',
            sample: call(process.execPath, [CONTENDERS.squawk(), '--reporter=json', ...SQUAWK_RULES, '*.sql'], committed, /^\[/),
          },
        ],
        rounds: context.rounds(5),
        warmups: 1,
        onProgress: context.onProgress,
      }),
    ];
  },
};

/** Rules of squawk that have nothing to say here, so that it exits well. */
const SQUAWK_RULES = ['--exclude=prefer-robust-stmts,require-lock-timeout,require-statement-timeout,require-concurrent-index-creation'];
