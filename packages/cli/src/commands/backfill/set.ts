import { suggest } from '@godwit/diagnostics';
import * as v from 'valibot';
import { changeRun } from '../../backfill/change-run.ts';
import { latestProgressOf } from '../../backfill/latest-progress-of.ts';
import type { CommandContext } from '../../context.ts';
import type { CommandInput, ExitCode } from '../../definition.ts';
import { loadBackfillEngine } from '../../session/load-backfill-engine.ts';
import { UsageError } from '../../usage-error.ts';

/** Changes settings of a run, from its next batch on. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { setBackfill, SETTING_NAMES, SettingsSchema } = await loadBackfillEngine();
  const settings = input.arguments.slice(1).map(parse);
  return changeRun(context, input, async ({ client }, name) => {
    await latestProgressOf(context, client, name);
    for (const { setting, value } of settings) await setBackfill(client, name, setting, value);
    const words = settings.map(({ setting, value }) => (value === null ? `${setting} as defined` : `${setting} ${value}`));
    return { next: null, told: `from the next batch on: ${words.join(', ')}` };
  });

  function parse(text: string) {
    const [, setting = '', written = ''] = /^([^=]+)=(.*)$/.exec(text) ?? [];
    if (!SETTING_NAMES.includes(setting)) {
      const meant = suggest(setting === '' ? text : setting, SETTING_NAMES);
      throw new UsageError({
        message: setting === '' ? `'${text}' is no setting and value` : `There is no setting '${setting}'`,
        help: [...(meant.length === 0 ? [] : [`did you mean ${meant.join(', ')}?`]), `name=value, of ${SETTING_NAMES.join(', ')}`].join(
          '\n',
        ),
      });
    }
    if (written === '') return { setting, value: null };
    const value = Number(written);
    const parsed = v.safeParse(SettingsSchema, { [setting]: value });
    if (parsed.success) return { setting, value };
    throw new UsageError({
      message: `${setting} cannot be '${written}'`,
      help: `a whole number, for example ${setting}=${Object(v.parse(SettingsSchema, {}))[setting]}`,
    });
  }
}
