import { type CopyRefusal, type DatabaseSettings, refusalOf, withCopy } from '@godwit/postgres';
import { type PlaceRequest, shadowPlaces } from '../authoring/shadow-places.ts';
import type { CommandContext } from '../context.ts';

/** A database of our own, empty, dropped afterwards. */
export interface ScratchDatabase {
  readonly settings: DatabaseSettings;
  /** True when it is on the server of the selected database, where the same roles are. */
  readonly sameServer: boolean;
}

/** What came of the work, or why there was no place for it. */
export type ScratchOutcome<T> = { readonly kind: 'done'; readonly value: T } | { readonly kind: 'nowhere'; readonly why: string };

/** Runs with a scratch database at the first place that gives one. */
export async function withScratchDatabase<T>(
  context: CommandContext,
  selected: PlaceRequest,
  work: (scratch: ScratchDatabase) => Promise<T>,
): Promise<ScratchOutcome<T>> {
  const refusals: CopyRefusal[] = [];
  for (const find of shadowPlaces(context, selected)) {
    let place: Awaited<ReturnType<typeof find>> | null = null;
    let working = false;
    try {
      const server = await find(refusals);
      place = server;
      const value = await withCopy(server, null, ({ settings }) => {
        working = true;
        return work({ settings, sameServer: server.sameServer });
      });
      return { kind: 'done', value };
    } catch (error) {
      if (working) throw error;
      refusals.push(refusalOf(error, place));
    }
  }
  return { kind: 'nowhere', why: refusals.map(({ reason }) => reason).join('; ') };
}
