import type { CommonObject, Merged, MergedRevision, MergeEvent, Sides, TouchingStatement } from '@godwit/authoring';
import { shellWord } from '@godwit/diagnostics';
import type { Revision } from '@godwit/history';
import type { Ledger, Move } from '@godwit/migrator';
import type { CommandContext } from '../context.ts';
import { keptPages } from '../docs/page-changes.ts';
import { describeMoves } from '../execution/describe-moves.ts';
import { columns, count, fit } from '../output/columns.ts';
import { header } from '../output/header.ts';
import type { Output } from '../output/output.ts';
import { renderProof } from './print-commit.ts';

/** What is to be merged, before anything is done. */
export interface MergePlan {
  readonly sides: Sides;
  readonly merged: readonly MergedRevision[];
  readonly common: readonly CommonObject[];
  /** The selected database, when it answers. */
  readonly known: { readonly ledger: Ledger; readonly display: string } | null;
}

export interface FinishedMerge extends MergePlan {
  readonly outcome: Merged;
  /** What the next upgrade of the selected database makes of what it has. */
  readonly moves: readonly Move[];
  /** The migrations folder, as the user would type it. */
  readonly folder: string;
  /** As it was typed: for Git, since no merge revision is needed. */
  readonly message: string | undefined;
  /** What goes on with Git; null without it. */
  readonly git: 'commit' | 'rebase' | null;
}

/** @param head null without revisions */
export function printNothingToMerge({ output }: CommandContext, head: Revision | null): void {
  if (output.json) output.value({ moved: [], head: head?.name ?? 'base' });
  else output.line(`nothing to merge: ${head === null ? 'there are no revisions yet' : `${head.name} is the only head`}`);
}

/** Whose is what, what becomes of mine, and what both sides touch. */
export function printMergePlan({ output }: CommandContext, plan: MergePlan): void {
  if (output.json) return;
  const { sides, merged, common } = plan;
  const { style } = output;
  const after = sides.theirs.at(-1)?.name ?? 'base';
  output.line(header(output, 'Merge', `after ${after} (${sides.because})`, count(merged.length + sides.twins.length, 'revision')));
  for (const { from, revision } of merged) output.line(`  ${style.cyan('↪')} ${from.name} → ${revision.name}`);
  for (const { mine, theirs } of sides.twins)
    output.line(`  ${style.cyan('=')} ${mine.name} goes: it is ${theirs.name}, which another merge has put elsewhere`);
  for (const one of common) for (const line of renderCommon(output, one)) output.line(line);
  for (const line of warnings(plan)) output.line(`  ${style.yellow('!')} ${line}`);
}

function renderCommon({ style, width }: Output, { object, because, mine, theirs }: CommonObject): string[] {
  const room = Math.max(24, Math.min(width, 200) - 44);
  const rowOf = (whose: string, { revision, statement }: TouchingStatement) =>
    statement === '' ? [] : [[`      ${whose}`, revision, style.dim(fit(statement, room))]];
  const rows = [...rowOf('yours', mine), ...rowOf('theirs', theirs)];
  return [`  ${style.yellow('!')} ${object === null ? because : `both touch ${object}`}`, ...columns(rows)];
}

function warnings({ sides, known }: MergePlan): string[] {
  const held = sides.mine.filter(({ hash }) => known?.ledger.applied.some((row) => row.hash === hash));
  const [first] = held;
  if (known === null || !known.ledger.production || first === undefined) return [];
  const theirs = sides.since.at(-1)?.name;
  return [
    `${known.display} is production, and has ${held.map(({ name }) => name).join(', ')} already`,
    ...(theirs === undefined ? [] : [`to leave what is deployed where it is, put theirs after it: godwit merge --mine ${theirs}`]),
  ];
}

export function printMergeDryRun({ output, invocation }: CommandContext, plan: MergePlan, command: string): void {
  if (output.json) output.value(asData(plan));
  else output.line(output.style.dim('nothing was changed'));
  if (!output.json) output.line(`next: ${invocation} ${command}`);
}

/** Tells the proof as it goes on. */
export function observeMerge({ output }: CommandContext): (event: MergeEvent) => void {
  if (output.json) return () => undefined;
  output.transient('  ◐ building the shadow database …');
  return (event) => {
    if (event.kind === 'shadow') output.transient('  ◐ proving again: up, down, up …');
    else for (const line of renderProof(event, output.style)) output.line(line);
  };
}

/** What was written, and what comes next. */
export function printMerged(context: CommandContext, finished: FinishedMerge): void {
  const { output, invocation } = context;
  const { sides, outcome, moves, message, known } = finished;
  const { revisions } = outcome.history;
  if (output.json) {
    output.value({
      ...asData(finished),
      paths: outcome.paths,
      proof: outcome.proved.map(({ revision, up, down, columnsLast, notes }) => ({ name: revision.name, up, down, columnsLast, notes })),
      database: known && { display: known.display, moves: moves.map(({ from, to, how }) => ({ from: from.name, to: to.name, how })) },
    });
    return;
  }
  const { green, dim } = output.style;
  for (const path of outcome.paths) output.line(`  ${green('✔')} ${path}`);
  const after = sides.theirs.at(-1)?.name ?? 'base';
  const what =
    outcome.revisions.length === 0
      ? 'nothing of yours is left to put after it'
      : `${count(outcome.revisions.length, 'revision')} after ${after}`;
  output.line(`${green('✔')} merged: ${what}; head is ${revisions.at(-1)?.name ?? 'base'}`);
  if (moves.length > 0) output.line(`with the next upgrade of ${known?.display}`);
  for (const line of describeMoves(moves, output.style)) output.line(line);
  if (message !== undefined) output.line(dim('no merge revision is needed, so the message is for Git'));
  const next = [...nextOfGit(finished, keptPages(context)), ...(known === null ? [] : [`${invocation} upgrade`])];
  if (next.length > 0) output.line(`next: ${next.join('; then ')}`);
}

function nextOfGit({ git, folder, message }: FinishedMerge, pages: string | null): string[] {
  if (git === null) return [];
  const add = `git add ${pages === null ? folder : `${folder} ${pages}`}`;
  if (git === 'rebase') return [`${add} && git rebase --continue`];
  return [message === undefined ? `${add}, and commit` : `${add} && git commit -m ${shellWord(message)}`];
}

function asData({ sides, merged, common }: MergePlan): object {
  return {
    after: sides.theirs.at(-1)?.name ?? 'base',
    because: sides.because,
    moved: merged.map(({ from, revision }) => ({ from: from.name, to: revision.name, hash: revision.hash, replaces: from.hash })),
    same: sides.twins.map(({ mine, theirs }) => ({ from: mine.name, to: theirs.name })),
    common,
  };
}
