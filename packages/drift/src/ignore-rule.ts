import type { Difference } from '@godwit/catalog';

/** What may differ from database to database. */
export interface IgnoreRule {
  /** Ids of the catalog, where `*` stands for anything: `schema monitoring`, `index shelf.tmp_*`. What is inside it is meant too. */
  readonly object: string;
  /** Only this about it: `owner`, `grants`, `comment`, any property. Everything unless given, and then also that it is there at all. */
  readonly property?: string | undefined;
}

export interface Sifted {
  readonly kept: readonly Difference[];
  /** How many differences the rules leave out, in whole or in part. */
  readonly ignored: number;
  /** Ids of objects about which nothing is left. */
  readonly silenced: ReadonlySet<string>;
}

/** The differences without what the rules leave out. */
export function siftDifferences(differences: readonly Difference[], rules: readonly IgnoreRule[]): Sifted {
  const kept: Difference[] = [];
  const silenced = new Set<string>();
  let ignored = 0;
  for (const difference of differences) {
    const left = withoutIgnored(difference, rules);
    if (left !== difference) ignored++;
    if (left !== null) kept.push(left);
    else for (const id of [difference.object, ...difference.parts]) silenced.add(id);
  }
  return { kept, ignored, silenced };
}

function withoutIgnored(difference: Difference, rules: readonly IgnoreRule[]): Difference | null {
  const { object, before, after } = difference;
  const mine = rules.filter((rule) => covers(rule, { object, before, after }));
  if (mine.some(({ property }) => property === undefined)) return null;
  const changes = difference.changes.filter(({ property }) => !mine.some((rule) => rule.property === property));
  if (changes.length === difference.changes.length) return difference;
  return changes.length === 0 ? null : { ...difference, changes };
}

/** Whether a rule is about an object, or about something that the object is part of. */
export function covers(
  { object: pattern }: IgnoreRule,
  { object, before, after }: Pick<Difference, 'object' | 'before' | 'after'>,
): boolean {
  const { within = [], path = [] } = before ?? after ?? {};
  const schema = path.length > 1 ? [`schema ${path[0] ?? ''}`] : [];
  return [object, ...within, ...schema].some((id) => matches(pattern, id));
}

function matches(pattern: string, id: string): boolean {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(id);
}
