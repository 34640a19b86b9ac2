import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type CodeFrame, frameAt } from '@godwit/diagnostics';
import type { IgnoreSetting, LintContext, LintSettings, QueryUse } from '@godwit/lint';
import type { Config } from '../config/config.ts';
import { CONFIG_FILENAME } from '../config/read-config.ts';
import type { CommandContext } from '../context.ts';
import { openGmrc } from '../execution/execution-options.ts';
import { loadAuthoring } from '../session/load-authoring.ts';
import { loadLint } from '../session/load-lint.ts';
import { displayPath } from '../session/open-history.ts';
import { backfillUses } from './backfill-uses.ts';

/** What the project knows for lint: its settings, its queries, and how its revisions run. What earlier revisions made, the caller adds. */
export async function lintContext(context: CommandContext): Promise<LintContext> {
  const config = context.config();
  const { pgSettings } = await openGmrc(context);
  const queries = config.queries.length === 0 ? {} : { queries: await queryUses(config) };
  const backfills = await backfillUses(context);
  return { settings: lintSettings(context), searchPath: config.searchPath.join(', '), pgSettings, backfills, ...queries };
}

/** Files of the configuration are relative to it; those of the findings are as the user would type them. */
function lintSettings(context: CommandContext): LintSettings {
  const { lint, root } = context.config();
  const ignore = lint.ignore.map((setting): IgnoreSetting => {
    const files = typeof setting.file === 'string' ? [setting.file] : setting.file;
    return { ...setting, file: files.map((file) => displayPath(context, resolve(root, file))), place: placeOf(context, setting.reason) };
  });
  return { rules: lint.rules, squawk: lint.squawk, ignore };
}

/** The reason is what tells one ignore from the next. */
function placeOf(context: CommandContext, reason: string): CodeFrame {
  const path = join(context.config().root, CONFIG_FILENAME);
  const text = readFileSync(path, 'utf8');
  return frameAt(displayPath(context, path), text, Math.max(0, text.indexOf(JSON.stringify(reason))));
}

/** A query that cannot be read is told by `watch`, `commit` and `check`; here it has no uses. */
async function queryUses({ root, queries: patterns }: Config): Promise<readonly QueryUse[]> {
  const [{ readQueries }, { relationUses }] = await Promise.all([loadAuthoring(), loadLint()]);
  const { queries } = await readQueries({ root, patterns });
  return Promise.all(
    queries.map(async ({ name, file, text, offset, statement }) => {
      const { line } = frameAt(file, text, offset);
      return { name, file, line, uses: (await relationUses(statement)) ?? [] };
    }),
  );
}
