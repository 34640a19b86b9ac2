import type { CommitEvent, Committed, ObservedStep, ProvedRevision } from '@godwit/authoring';
import type { CommandContext } from '../context.ts';
import type { ExitCode } from '../definition.ts';
import { keptPages } from '../docs/page-changes.ts';
import { columns, fit } from '../output/columns.ts';
import { header } from '../output/header.ts';
import type { Style } from '../output/style.ts';
import { duration } from '../output/time.ts';
import type { Session } from '../session/open-session.ts';
import type { Generated } from './generate-types.ts';

/** Tells a commit as it goes on: a line for what is settled, on the terminal's last line what is being done. */
export interface CommitPrinter {
  readonly observe: (event: CommitEvent) => void;
  /** @returns the exit code: 1 when what is made from the schema could not be made */
  readonly finish: (committed: Committed, generated: Generated) => ExitCode;
}

export function printCommit(context: CommandContext, { database }: Pick<Session, 'database'>): CommitPrinter {
  const { output } = context;
  if (output.json) {
    return {
      observe: () => undefined,
      finish: (committed, generated) => {
        output.value({ ...asData(committed), generated: generated.state });
        return generated.state === 'failed' ? 1 : 0;
      },
    };
  }
  const { style } = output;
  return {
    observe: (event) => {
      switch (event.kind) {
        case 'drafted': {
          output.line(header(output, 'Commit', database.display, event.name));
          const { kept } = event.draft;
          for (const { path, firstLine } of kept)
            output.line(
              `  ${style.yellow('!')} left as it is written, since laid out anew it would say something else: ${fit(`${path}: ${firstLine}`, 80)}`,
            );
          output.transient('  ◐ building the shadow database …');
          break;
        }
        case 'proposed':
          output.line(`  ${style.green('✔')} revert.sql is blank; this leads back, and is proved like what you write:`);
          for (const line of event.body.trimEnd().split('\n')) output.line(style.dim(`      ${line}`));
          if (event.writesRows) output.line(`  ${style.yellow('!')} the revision writes rows: what they were does not come back`);
          break;
        case 'shadow':
          output.transient('  ◐ proving it: up, down, up …');
          break;
        case 'proved':
          for (const line of renderProof(event, style)) output.line(line);
          break;
        case 'written':
          for (const path of event.paths) output.line(`  ${style.green('✔')} ${path}`);
          output.transient(`  ◐ applying it to ${database.display} …`);
          break;
        case 'putBack':
          output.line(`  ${style.yellow('↶')} the files are put back as they were`);
          break;
      }
    },
    finish: ({ revision, chained }, generated) => {
      const head = chained.at(-1) ?? revision;
      if (generated.state === 'done') output.line(`  ${style.green('✔')} generated  ${generated.command}`);
      output.line(`${style.green('✔')} ${database.display} is at ${head.name} (head)`);
      if (generated.state === 'failed') {
        output.note(`${output.errorStyle.yellow('!')} it is committed and applied; ${generated.command} failed:`);
        for (const line of generated.lines) output.note(`    ${line}`);
        output.line(`next: ${generated.command}`);
        return 1;
      }
      const folders = ['migrations', keptPages(context) ?? []].flat();
      output.line(`next: git add ${folders.join(' ')}, and commit`);
      return 0;
    },
  };
}

/** What was seen of a revision on its way up, down and up again. */
export function renderProof({ proved, seeded, ms }: Omit<Extract<CommitEvent, { kind: 'proved' }>, 'kind'>, style: Style): string[] {
  const { revision, up, down, columnsLast, notes } = proved;
  const over = seeded ? 'over the rows of the seeds' : 'without rows: no seeds are configured';
  const what = down === null ? `applied ${over}; there is no way back: ${reasonOf(proved)}` : `up, down and up again ${over}`;
  return [
    `  ${style.green('✔')} ${revision.name.split('-')[0]} proved  ${what}  ${style.dim(duration(ms))}`,
    ...columns(
      [...legLines('up', up), ...(down === null ? [] : legLines('down', down))].map(([leg, object, mode]) => [
        `      ${style.dim(leg)} ${object}`,
        mode,
      ]),
    ),
    ...columnsLast.map((column) => `  ${style.yellow('!')} ${column} comes back as the last one, where PostgreSQL puts it`),
    ...notes.map((note) => `  ${style.yellow('!')} ${note}`),
  ];
}

/** The locks that somebody could notice. */
const HARMLESS = ['ACCESS SHARE', 'ROW SHARE', 'ROW EXCLUSIVE'];

function legLines(leg: string, { locks, rewrites }: ObservedStep): [leg: string, object: string, mode: string][] {
  return locks
    .filter(({ mode }) => !HARMLESS.includes(mode))
    .map(({ object, mode }) => [`${leg} locks`, object, rewrites.includes(object) ? `${mode}, and writes it anew` : mode]);
}

function reasonOf({ revision: { revert } }: ProvedRevision): string {
  return revert?.kind === 'irreversible' ? revert.reason : '';
}

function asData({ revision, chained, proved, paths, draft }: Committed): object {
  const { name, hash, path, revert } = revision;
  return {
    name,
    hash,
    path,
    revert: revert?.kind ?? null,
    paths,
    chained: chained.map((one) => one.name),
    kept: draft.kept.map(({ firstLine, path: file }) => ({ file, statement: firstLine })),
    proof: proved.map(({ revision: one, up, down, columnsLast, notes }) => ({ name: one.name, up, down, columnsLast, notes })),
  };
}
