import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type History, type Position, parseTarget, UnknownTarget } from '@godwit/history';
import type { Ledger } from '@godwit/migrator';
import type { CommandContext } from '../context.ts';
import { resolvePlanTarget } from '../execution/resolve-plan-target.ts';
import { UnknownOperand } from './errors.ts';

/** One side of a comparison, as it was typed. */
export type Operand =
  | { readonly kind: 'selected' }
  | { readonly kind: 'database'; readonly text: string }
  | { readonly kind: 'folder'; readonly text: string; readonly path: string }
  | { readonly kind: 'target'; readonly position: Position };

export interface OperandContext {
  readonly history: History;
  readonly ledger: Ledger;
  /** Names of the databases on the selected server. */
  readonly databases: readonly string[];
}

/**
 * What a word of the command line means: a URL is a database, a path a folder, everything else a place in the history, and after that a
 * database on the selected server.
 *
 * @throws UnknownOperand, AmbiguousTarget, TargetOutOfRange, ForkedHistory
 */
export function readOperand(context: CommandContext, text: string, { history, ledger, databases }: OperandContext): Operand {
  if (text.includes('://')) return { kind: 'database', text };
  const path = resolve(context.directory, text);
  const isPath = /^\.{1,2}$|[/\\]/.test(text);
  const isTarget = parseTarget(text).kind !== 'name';
  if (isPath || (!isTarget && existsSync(path) && statSync(path).isDirectory())) return { kind: 'folder', text, path };
  try {
    const position = resolvePlanTarget(history, ledger, text, 'up');
    if (position.kind !== 'ledger') return { kind: 'target', position };
  } catch (error) {
    if (!(error instanceof UnknownTarget)) throw error;
    if (!databases.includes(text)) throw new UnknownOperand(text, error);
  }
  return { kind: 'database', text };
}
