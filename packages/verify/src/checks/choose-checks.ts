import { suggest } from '@godwit/diagnostics';
import { type History, type Position, pathTo } from '@godwit/history';
import { UnknownChecks } from '../errors/verify-errors.ts';
import type { Check } from './check.ts';
import type { CheckBook } from './read-checks.ts';

export interface CheckChoice {
  /** Empty is all. */
  readonly systems: readonly string[];
  /** Part of `shelf/constraints: a user rates a book once`, where `*` stands for anything; letters' case does not count. */
  readonly only: string | null;
}

/**
 * The checks that somebody asked for.
 *
 * @throws UnknownChecks
 */
export function chooseChecks({ checks, systems, folder }: CheckBook, choice: CheckChoice): readonly Check[] {
  const unknown = choice.systems.find((system) => !systems.includes(system));
  if (unknown !== undefined)
    throw new UnknownChecks({
      what: `system ${JSON.stringify(unknown)} in ${folder}/`,
      known: `There are ${systems.join(', ')}`,
      suggestions: suggest(unknown, systems),
    });
  const chosen = checks.filter(({ file }) => choice.systems.length === 0 || choice.systems.includes(file.system));
  if (choice.only === null) return chosen;
  const pattern = patternOf(choice.only);
  const matching = chosen.filter((check) => pattern.test(titleOf(check)));
  if (matching.length > 0) return matching;
  throw new UnknownChecks({
    what: `check with ${JSON.stringify(choice.only)} in its name`,
    known: `Looked at ${chosen.length} names such as: ${chosen[0] === undefined ? 'none' : titleOf(chosen[0])}`,
    suggestions: suggest(
      choice.only,
      chosen.map(({ name }) => name),
    ),
  });
}

/** `shelf/constraints: a user rates a book once`. */
export function titleOf({ file, name }: Pick<Check, 'file' | 'name'>): string {
  return `${file.system}/${file.topic}: ${name}`;
}

/** The checks that are true at a place in the history, in their order. None is at base. */
export function checksAt(checks: readonly Check[], history: Pick<History, 'revisions'>, position: Position): readonly Check[] {
  if (position.kind === 'base') return [];
  const path = new Set(pathTo(history, position.revision));
  return checks.filter(({ from, until }) => (from === null || path.has(from)) && (until === null || !path.has(until)));
}

function patternOf(text: string): RegExp {
  const parts = text.split('*').map((part) => part.replace(/[-/\\^$+?.()|[\]{}]/g, '\\$&'));
  return new RegExp(parts.join('.*'), 'i');
}
