import type { CodeFrame } from '@godwit/diagnostics';
import type { Placeholders } from '@godwit/history';
import type { Step } from '@godwit/migrator';
import type { Current } from '../current/current.ts';
import { frameInCurrent } from '../current/frame-in-current.ts';
import { readCurrent } from '../current/read-current.ts';
import { formatCurrent } from '../format/format-current.ts';
import type { KeptStatement } from '../format/format-sql.ts';
import { samePlace } from '../format/same-place.ts';
import { NothingToCommit } from './errors.ts';
import { offsetOf, refuseBody } from './refuse-body.ts';
import { isBlank, readWayBack, type WayBack } from './way-back.ts';

/** What the author has written, checked and laid out, before it has a number and a hash. */
export interface Draft {
  /** As it was written. */
  readonly written: Current;
  /** As it will be committed. */
  readonly forward: Current;
  readonly wayBack: WayBack;
  /** The way back as it will be committed; null without SQL. */
  readonly back: Current | null;
  /** Statements that stay as they were written. */
  readonly kept: readonly (KeptStatement & { readonly path: string })[];
}

export interface DraftOptions {
  /** The migrations folder, as the user would type it. */
  readonly folder: string;
  readonly irreversible: string | undefined;
  /** As `resolvePlaceholders` gives them. */
  readonly placeholders: Placeholders;
}

/**
 * Reads `current.sql` and `revert.sql`, refuses what could not be applied, and lays the rest out. Writes nothing.
 *
 * @throws NothingToCommit, CurrentRefused, PlaceholderInText, TwoWaysBack; what `readCurrent` throws
 */
export async function readDraft({ folder, irreversible, placeholders }: DraftOptions): Promise<Draft> {
  const written = readCurrent(folder);
  if (await isBlank(written.body)) throw new NothingToCommit(written.location.path);
  await refuseBody(written, placeholders);
  const wayBack = await readWayBack(folder, irreversible);
  if (wayBack.kind === 'sql') await refuseBody(wayBack.written, placeholders);
  const forward = await formatCurrent(folder, written);
  const back = wayBack.kind === 'sql' ? await formatCurrent(folder, wayBack.written) : null;
  return { written, forward: forward.current, wayBack, back: back?.current ?? null, kept: [...forward.kept, ...(back?.kept ?? [])] };
}

/** Shows a place in what will be committed where its author wrote it. */
export async function frameInDraft(
  { written, forward, wayBack, back }: Draft,
  step: Pick<Step, 'direction'>,
  frame: CodeFrame,
): Promise<CodeFrame> {
  const place = async (before: Current, after: Current) =>
    // The lines above a body, which hold its headers, are blank in the frame of a step.
    frameInCurrent(before, await samePlace(after.body, before.body, offsetOf(frame) - (frame.text.length - after.body.length)));
  if (step.direction === 'up') return place(written, forward);
  return wayBack.kind === 'sql' && back !== null ? place(wayBack.written, back) : frame;
}
