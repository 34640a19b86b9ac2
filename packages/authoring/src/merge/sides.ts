import { type History, lineTo, type Revision, type RevisionHash, replacedHashes } from '@godwit/history';
import { NoRepository, NotAHead, OthersUnclear, SidesUnclear } from './errors.ts';
import type { Repository } from './repository.ts';

/** The two sides of a fork. */
export interface Sides {
  /** From base to the last of theirs: it stays as it is. */
  readonly theirs: readonly Revision[];
  /** Those of them that come after the fork. */
  readonly since: readonly Revision[];
  /** In the order in which they go after theirs. */
  readonly mine: readonly Revision[];
  /** Those of mine that theirs have already: another merge has put the same revision elsewhere. Each with theirs. */
  readonly twins: readonly { readonly mine: Revision; readonly theirs: Revision }[];
  /** How it is known which is which, in one line: `in origin/main`. */
  readonly because: string;
}

export interface SidesOptions {
  readonly history: History;
  /** Those that are meant; two or more. */
  readonly heads: readonly Revision[];
  readonly repository: Repository | null;
  /** As it was typed: the branch that has theirs. */
  readonly onto: string | undefined;
  /** A revision of mine. */
  readonly mine: Revision | null;
}

/** A head and the line of history that leads to it. */
interface Line {
  readonly head: Revision;
  readonly path: readonly Revision[];
}

/**
 * Tells theirs from mine: theirs is what a branch of others has, and stays; mine goes after it.
 *
 * @throws NoRepository, UnknownRef, SidesUnclear, OthersUnclear
 */
export async function findSides(options: SidesOptions): Promise<Sides> {
  const { history, heads } = options;
  const lines = heads.map((head) => ({ head, path: lineTo(history, head) }));
  const { theirs, because } = await chooseTheirs(options, lines);
  const others = lines.filter((line) => line !== theirs);
  const known = new Set(theirs.path.map(({ hash }) => hash));
  const apart = [...new Set(others.flatMap(({ path }) => path))].filter(({ hash }) => !known.has(hash));
  const twins = apart.flatMap((mine) => {
    const twin = theirs.path.find((one) => isTwin(one, mine));
    return twin === undefined ? [] : [{ mine, theirs: twin }];
  });
  return {
    theirs: theirs.path,
    since: theirs.path.slice(sharedLength(lines)),
    mine: apart.filter((revision) => !twins.some(({ mine }) => mine === revision)),
    twins,
    because,
  };
}

/**
 * The heads that are meant: all of them, or those that were named.
 *
 * @throws NotAHead
 */
export function chooseHeads(history: History, named: readonly Revision[]): readonly Revision[] {
  const other = named.find((revision) => !history.heads.includes(revision));
  if (other !== undefined) throw new NotAHead(other.name, history.heads);
  return named.length === 0 ? history.heads : [...new Set(named)];
}

async function chooseTheirs(
  { history, heads, repository, onto, mine }: SidesOptions,
  lines: readonly Line[],
): Promise<{ readonly theirs: Line; readonly because: string }> {
  if (mine !== null) {
    const others = lines.filter(({ path }) => !path.includes(mine));
    const [theirs, second] = others;
    if (theirs === undefined || second !== undefined)
      throw new OthersUnclear(
        mine.name,
        others.map(({ head }) => head),
      );
    return { theirs, because: `${mine.name} is yours` };
  }
  const whole = lines.filter(({ path }) => isWhole(path));
  const beneath = whole.find(({ head }) => lines.every(({ path }) => path.includes(head)));
  if (beneath !== undefined && onto === undefined) return { theirs: beneath, because: 'yours was committed on top of it' };
  if (repository === null) throw new NoRepository(onto ?? null, history.folder);
  const ref = onto ?? (await repository.mainBranch());
  const published = ref === null ? new Set<RevisionHash>() : await repository.revisionsAt(ref);
  const shared = sharedLength(lines);
  const known = whole.filter(({ path }) => path.slice(shared).some(({ hash }) => published.has(hash)));
  const [theirs, second] = known;
  if (theirs === undefined || second !== undefined) throw new SidesUnclear({ ref, published: known.map(({ head }) => head), heads });
  return { theirs, because: `in ${ref}` };
}

/** What a merge has to put elsewhere itself cannot stay. */
function isWhole(path: readonly Revision[]): boolean {
  return path.every((revision, index) => revision.previousHash === (path[index - 1]?.hash ?? null));
}

function sharedLength(lines: readonly Line[]): number {
  const [first, ...others] = lines.map(({ path }) => path);
  const length = first?.findIndex((revision, index) => others.some((path) => path[index] !== revision)) ?? 0;
  return length === -1 ? (first?.length ?? 0) : length;
}

/** The same SQL, and one of them says that it stands for the other, or both for a third. */
function isTwin(one: Revision, other: Revision): boolean {
  const [first, second] = [one, other].map((revision) => new Set([revision.hash, ...replacedHashes(revision)]));
  return one.body === other.body && first !== undefined && second !== undefined && [...first].some((hash) => second.has(hash));
}
