import { AmbiguousTarget, TargetOutOfRange } from './errors/target.ts';
import type { History } from './history.ts';
import { childrenOf, forkOf, headOf, pathTo } from './history-path.ts';
import type { Position, Revision } from './revision.ts';
import { revisionsByHashPrefix, revisionsByName } from './revisions-by-name.ts';
import type { Target } from './target.ts';
import { unknownTarget } from './unknown-target.ts';

const BASE: Position = { kind: 'base' };

/**
 * Looks a target up. Of a name, slugs and numbers come first, hash prefixes second.
 *
 * @param current where relative targets count from
 * @throws UnknownTarget with suggestions, AmbiguousTarget with what is meant by it, TargetOutOfRange with how many revisions are
 *   left, ForkedHistory for `head` with two heads and for a relative target that leads over a fork
 */
export function resolveTarget(history: History, target: Target, current: Position): Position {
  switch (target.kind) {
    case 'base':
      return BASE;
    case 'head': {
      const head = headOf(history);
      return head === null ? BASE : at(head);
    }
    case 'relative':
      return target.by < 0 ? back(history, target.by, current) : forward(history, target.by, current);
    case 'number':
      return one(
        history,
        String(target.number),
        history.revisions.filter(({ number }) => number === target.number),
      );
    case 'name': {
      const named = revisionsByName(history, target.text);
      return one(history, target.text, named.length > 0 ? named : revisionsByHashPrefix(history, target.text));
    }
  }
}

function at(revision: Revision): Position {
  return { kind: 'revision', revision };
}

function one(history: History, written: string, found: readonly Revision[]): Position {
  const [first, second] = found;
  if (first === undefined) throw unknownTarget(history, written);
  if (second !== undefined) throw new AmbiguousTarget(written, found);
  return at(first);
}

function forward(history: History, by: number, current: Position): Position {
  let position = current;
  for (let step = 0; step < by; step++) {
    const next = childrenOf(history, position.kind === 'base' ? null : position.revision.hash);
    if (next.length > 1) throw forkOf(history, next);
    if (next[0] === undefined) throw new TargetOutOfRange({ by, left: step, from: nameOf(current) });
    position = at(next[0]);
  }
  return position;
}

function back(history: History, by: number, current: Position): Position {
  const path = current.kind === 'base' ? [] : pathTo(history, current.revision);
  const left = path.length + by;
  if (left < 0) throw new TargetOutOfRange({ by, left: path.length, from: nameOf(current) });
  const revision = path[left - 1];
  return revision === undefined ? BASE : at(revision);
}

function nameOf(position: Position): string {
  return position.kind === 'base' ? 'base' : position.revision.name;
}
