import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { type Gmrc, readGmrc, resolvePlaceholders } from '@godwit/history';
import type { ExecuteSettings } from '@godwit/migrator';
import type { DatabaseSettings } from '@godwit/postgres';
import * as v from 'valibot';
import type { CommandContext } from '../context.ts';
import type { CommandInput } from '../definition.ts';
import { displayPath } from '../session/open-history.ts';
import { choiceOption, durationOption, flagOption } from '../session/options.ts';

const Options = v.object({
  dryRun: flagOption,
  sql: flagOption,
  acceptDataLoss: flagOption,
  untilGate: flagOption,
  verify: flagOption,
  verifyWrites: flagOption,
  merged: choiceOption('--merged', ['keep', 'redo']),
  lockTimeout: durationOption('--lock-timeout'),
  patience: durationOption('--patience'),
});

/** What `upgrade` and `downgrade` were told on the command line. */
export type ExecutionOptions = v.InferOutput<typeof Options>;

/** Of commands that execute without being told how. */
export const NO_OPTIONS: ExecutionOptions = v.parse(Options, {});

export function parseExecutionOptions(input: CommandInput): ExecutionOptions {
  return v.parse(Options, input.options);
}

/** graphile-migrate's settings of the project; its defaults when there is no `.gmrc`. */
export async function openGmrc(context: CommandContext): Promise<Gmrc> {
  return readGmrc(displayPath(context, join(context.config().root, '.gmrc')));
}

/** How the steps run: the command line before `godwit.config.json` before `.gmrc`. */
export function executeSettings(
  context: CommandContext,
  options: ExecutionOptions,
  environment: { readonly gmrc: Gmrc; readonly settings: Pick<DatabaseSettings, 'database' | 'user'> },
): ExecuteSettings {
  const config = context.config();
  const { gmrc, settings } = environment;
  return {
    placeholders: resolvePlaceholders({
      placeholders: gmrc.placeholders,
      databaseName: settings.database,
      databaseOwner: gmrc.databaseOwner ?? settings.user,
      environment: context.environment,
    }),
    pgSettings: gmrc.pgSettings,
    searchPath: config.searchPath.join(', '),
    lockTimeoutMs: options.lockTimeout ?? config.lockTimeout,
    patienceMs: options.patience ?? config.patience,
    verbose: context.output.verbose,
    actor: { osUser: currentUser(), host: hostname(), godwitVersion: context.version },
  };
}

/** Containers may run under a user id without a name. */
function currentUser(): string | null {
  try {
    return userInfo().username;
  } catch {
    return null;
  }
}
