/** Numbers that look random and are the same on every machine: seed data is compared row by row, so it must never change by itself. */
export interface Random {
  /** A whole number from `low` to `high`, both included. */
  readonly integer: (low: number, high: number) => number;
  /** True in `share` of the calls, `share` from 0 to 1. */
  readonly chance: (share: number) => boolean;
  readonly pick: <const T extends readonly [unknown, ...unknown[]]>(list: T) => T[number];
  /** `count` different members of the list in a random order; the whole list when it is shorter. */
  readonly sample: <T>(list: readonly T[], count: number) => T[];
}

/** A stream of its own for each name, so that rows added to one table leave the others as they are. */
export function random(name: string): Random {
  let state = 0x811c9dc5;
  for (const character of name) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);

  /** mulberry32: 32 bits of state are plenty for a few hundred rows. */
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  const integer = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    integer,
    chance: (share) => next() < share,
    pick: (list) => {
      const chosen = list[integer(0, list.length - 1)];
      return chosen === undefined ? list[0] : chosen;
    },
    sample: (list, count) => {
      const ranked = list.map((member) => ({ member, rank: next() }));
      return ranked
        .sort((a, b) => a.rank - b.rank)
        .slice(0, count)
        .map(({ member }) => member);
    },
  };
}
