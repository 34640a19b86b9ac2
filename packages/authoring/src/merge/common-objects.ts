import type { Placeholders } from '@godwit/history';
import { commonGround, formatName, touchedByRevisions } from '@godwit/migrator';
import type { Sides } from './sides.ts';

/** A revision and the first line of its statement that touches something. */
export interface TouchingStatement {
  readonly revision: string;
  readonly statement: string;
}

/** What both sides touch, so that their order may matter: a database that has mine reverts it before theirs. */
export interface CommonObject {
  /** `public.books`, `near()`; null when a side may touch anything. */
  readonly object: string | null;
  /** Of a side that may touch anything, why. */
  readonly because: string | null;
  readonly mine: TouchingStatement;
  readonly theirs: TouchingStatement;
}

/** Compares each revision of mine with each of theirs since the fork. What two pairs have in common is told once. */
export async function findCommon({ theirs, since, mine }: Sides, placeholders: Placeholders): Promise<readonly CommonObject[]> {
  const touched = await touchedByRevisions([...theirs, ...mine], placeholders);
  const found = new Map<string, CommonObject>();
  for (const one of mine) {
    for (const other of since) {
      const [first, second] = [touched.get(one.hash), touched.get(other.hash)];
      const common = first === undefined || second === undefined ? null : commonGround(first, second);
      for (const { object, first: ours, second: their } of common?.objects ?? []) {
        const name = `${formatName(object)}${object.kind === 'function' ? '()' : ''}`;
        add(name, { object: name, because: null, mine: at(one.name, ours), theirs: at(other.name, their) });
      }
      const anything = common?.anything ?? null;
      if (anything === null) continue;
      const [ours, their] = anything.side === 'first' ? [anything.statement, ''] : ['', anything.statement];
      const side = anything.side === 'first' ? one.name : other.name;
      add(`* ${side}`, {
        object: null,
        because: `${side} may touch anything: ${anything.reason}`,
        mine: at(one.name, ours),
        theirs: at(other.name, their),
      });
    }
  }
  return [...found.values()];

  function add(key: string, common: CommonObject): void {
    if (!found.has(key)) found.set(key, common);
  }
}

function at(revision: string, statement: string): TouchingStatement {
  return { revision, statement };
}
