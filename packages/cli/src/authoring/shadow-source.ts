import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ShadowSource } from '@godwit/authoring';
import type { Gmrc } from '@godwit/history';
import type { DatabaseSettings } from '@godwit/postgres';
import type { CommandContext } from '../context.ts';
import { executeSettings, NO_OPTIONS } from '../execution/execution-options.ts';
import { runActions } from '../execution/run-actions.ts';
import { projectSeeds } from './project-seeds.ts';
import { type PlaceRequest, shadowPlaces } from './shadow-places.ts';

export interface ShadowRequest extends PlaceRequest {
  readonly gmrc: Gmrc;
}

/** Where shadow databases of this project are made, and with what. */
export async function shadowSource(context: CommandContext, request: ShadowRequest): Promise<ShadowSource> {
  const { gmrc } = request;
  const execution = (settings: DatabaseSettings) => executeSettings(context, NO_OPTIONS, { gmrc, settings });
  return {
    places: shadowPlaces(context, request),
    seeds: await projectSeeds(context),
    fingerprint: fingerprintOf(context, gmrc),
    execution,
    prepare: async (settings) => {
      const actions = { gmrc, settings, placeholders: execution(settings).placeholders, shadow: true };
      await runActions(context, 'afterReset', actions);
      await runActions(context, 'beforeAllMigrations', actions);
    },
    signal: context.signal,
  };
}

/** What is kept was built with these; with others it is built again. */
function fingerprintOf(context: CommandContext, { placeholders, pgSettings, actions }: Gmrc): string {
  const { searchPath, migrationsFolder } = context.config();
  const before = [...actions.afterReset, ...actions.beforeAllMigrations];
  const files = before.flatMap((action) => (action.kind === 'sql' ? [join(migrationsFolder, action.file)] : []));
  const environment = Object.keys(placeholders).map((name) => context.environment[name.slice(1)] ?? null);
  const texts = files.map((file) => (existsSync(file) ? readFileSync(file, 'utf8') : null));
  const all = JSON.stringify([placeholders, environment, pgSettings, searchPath, before, texts]);
  // Values of placeholders may be secret.
  return createHash('sha256').update(all).digest('hex');
}
