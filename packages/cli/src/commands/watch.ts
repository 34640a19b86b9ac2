import { assertSound } from '@godwit/history';
import * as v from 'valibot';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { compileFiles, readCurrentFiles, withCompiledFiles } from '../graphile-migrate/current-files.ts';
import { GraphileMigrateFailed } from '../graphile-migrate/errors.ts';
import { runGraphileMigrate } from '../graphile-migrate/run-graphile-migrate.ts';
import { displayPath, openHistory } from '../session/open-history.ts';
import { flagOption } from '../session/options.ts';

const Options = v.object({ once: flagOption });

/** Applies `current.sql` on each save through graphile-migrate, until Ctrl-C. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { once } = v.parse(Options, input.options);
  const { output } = context;
  assertSound(await openHistory(context));
  const files = await readCurrentFiles(context.config().migrationsFolder);
  const compiled = compileFiles(context, files);
  const watch = async (argv: readonly string[]) => {
    const code = await runGraphileMigrate(context, input, { argv: ['watch', ...argv] });
    if (code !== 0 && !context.signal.aborted) throw new GraphileMigrateFailed('watch', code);
    return false;
  };
  if (once) {
    await withCompiledFiles(files, compiled, () => watch(['--once']));
    if (output.json) output.value({ applied: files.map(({ path }) => displayPath(context, path)) });
    else
      output.line(
        `${output.style.green('✔')} ${files.map(({ path }) => displayPath(context, path)).join(', ') || 'current.sql'} is applied`,
      );
    return 0;
  }
  if (compiled.some(({ text }, index) => text !== files[index]?.text)) {
    output.note(`${output.errorStyle.yellow('!')} --!include is left out while watching; commit and watch --once take it in`);
  }
  await watch([]);
  return 0;
}
