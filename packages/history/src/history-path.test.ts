import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextNumber } from './history.ts';
import { childrenOf, findByHash, headOf, lineTo, pathBetween, pathTo } from './history-path.ts';
import { moveRevision } from './move-revision.ts';
import { parseRevisionFile } from './parse-revision-file.ts';
import type { Position, Revision } from './revision.ts';
import { histories, lines } from './testing/arbitrary.ts';
import { committed } from './testing/committed.ts';

test('a forked history without damage has no problem, whatever order its files come in', () => {
  fc.assert(
    fc.property(histories, ({ history, parents }) => {
      expect(history.problems).toEqual([]);
      expect(history.revisions.map(({ name }) => name).toSorted()).toEqual([...parents.keys()].toSorted());
    }),
  );
});

test('parents stand before children, by number, then by name', () => {
  fc.assert(
    fc.property(histories, ({ history, parents }) => {
      const order = history.revisions.map(({ name }) => name);
      for (const [child, parent] of parents) if (parent !== null) expect(order.indexOf(parent)).toBeLessThan(order.indexOf(child));
      // The names of these histories begin with six digits each, so that their order is that of numbers, then of slugs.
      expect(order).toEqual(order.toSorted());
    }),
  );
});

test('heads are the leaves', () => {
  fc.assert(
    fc.property(histories, ({ history, parents }) => {
      const followed = new Set(parents.values());
      const leaves = [...parents.keys()].filter((name) => !followed.has(name));
      expect(history.heads.map(({ name }) => name).toSorted()).toEqual(leaves.toSorted());
    }),
  );
});

test('the path to a revision is its ancestors from base, and children are whoever names it', () => {
  fc.assert(
    fc.property(histories, ({ history, parents }) => {
      for (const revision of history.revisions) {
        const expected: string[] = [];
        for (let name: string | null = revision.name; name !== null; name = parents.get(name) ?? null) expected.unshift(name);
        expect(pathTo(history, revision).map(({ name }) => name)).toEqual(expected);
        expect(findByHash(history, revision.hash)).toBe(revision);
        const children = [...parents].filter(([, parent]) => parent === revision.name).map(([child]) => child);
        expect(
          childrenOf(history, revision.hash)
            .map(({ name }) => name)
            .toSorted(),
        ).toEqual(children.toSorted());
      }
      const roots = [...parents].filter(([, parent]) => parent === null).map(([root]) => root);
      expect(
        childrenOf(history, null)
          .map(({ name }) => name)
          .toSorted(),
      ).toEqual(roots.toSorted());
    }),
  );
});

test('a line is the path where no merge has been', () => {
  fc.assert(
    fc.property(histories, ({ history }) => {
      for (const revision of history.revisions) expect(lineTo(history, revision)).toEqual(pathTo(history, revision));
    }),
  );
});

test('a line goes on from what a merge has put elsewhere, wherever that is, also from what was put there twice', () => {
  fc.assert(
    fc.property(lines, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 3 }), ({ history }, a, b, times) => {
      const { revisions } = history;
      const [from, to] = [a % revisions.length, b % revisions.length].toSorted((one, other) => one - other);
      if (from === undefined || to === undefined) return;
      let mine = revisions.slice(from, to + 1);
      const theirs: Revision[] = [];
      for (let time = 0; time < times; time++) {
        const before = theirs.at(-1) ?? revisions[from - 1];
        theirs.push(parse(committed((before?.number ?? 0) + 1, `theirs ${time}x`, before?.hash ?? null).text, before));
        mine = after(theirs.at(-1), mine);
      }
      const line = [...revisions.slice(0, from), ...theirs, ...mine, ...revisions.slice(to + 1)];
      const head = line.at(-1);
      expect(head && lineTo({ revisions: line }, head)).toEqual(line);
    }),
  );
});

function after(before: Revision | undefined, mine: readonly Revision[]): Revision[] {
  const moved: Revision[] = [];
  for (const revision of mine) {
    const previous = moved.at(-1) ?? before;
    moved.push(parse(moveRevision(revision, { number: (previous?.number ?? 0) + 1, previousHash: previous?.hash ?? null }).text, previous));
  }
  return moved;
}

function parse(text: string, before: Revision | undefined): Revision {
  const { revision } = parseRevisionFile({ path: `committed/${String((before?.number ?? 0) + 1).padStart(6, '0')}-x.sql`, text });
  if (revision === null) throw new Error('no revision');
  return revision;
}

test('a route undoes step by step down to where the lines part, then applies step by step', () => {
  fc.assert(
    fc.property(histories, fc.nat(), fc.nat(), ({ history }, a, b) => {
      const positions: Position[] = [{ kind: 'base' }, ...history.revisions.map((revision) => ({ kind: 'revision', revision }) as const)];
      const hashAt = (position: Position | undefined) => (position?.kind === 'revision' ? position.revision.hash : null);
      const [from, to] = [
        positions[a % positions.length] ?? { kind: 'base' as const },
        positions[b % positions.length] ?? { kind: 'base' as const },
      ];
      const route = pathBetween(history, from, to);
      let at = hashAt(from);
      for (const revision of route.down) {
        expect(revision.hash).toBe(at);
        at = revision.previousHash;
      }
      for (const revision of route.up) {
        expect(revision.previousHash).toBe(at);
        at = revision.hash;
      }
      expect(at).toBe(hashAt(to));
      expect(route.down.filter((revision) => route.up.includes(revision))).toEqual([]);
    }),
  );
});

test('a fork is named with both heads and the place where they part', () => {
  fc.assert(
    fc.property(histories, ({ history }) => {
      if (history.heads.length === 1) expect(headOf(history)).toBe(history.heads[0]);
      else expect(() => headOf(history)).toThrow(expect.objectContaining({ code: 'GW043', heads: history.heads.map(({ name }) => name) }));
    }),
  );
});

test('the next number of a line is one more than its length', () => {
  fc.assert(fc.property(lines, ({ history }) => void expect(nextNumber(history)).toBe(history.revisions.length + 1)));
  expect(nextNumber({ revisions: [] })).toBe(1);
});
