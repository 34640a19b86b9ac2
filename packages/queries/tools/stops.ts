import { type History, headOf, isNamed, type Position, pathTo } from '@godwit/history';
import type { OurBackfill } from './read-our-backfills.ts';

/** A schema that backfills are typed against. */
export interface Stop {
  readonly position: Position;
  /** The revision that takes away what these read; null at head. */
  readonly before: string | null;
  readonly backfills: readonly OurBackfill[];
}

/**
 * On the way up: before each revision that takes away what a backfill reads, then head, which is there also when no backfill is. An `until`
 * that is not in the history yet has taken nothing away.
 *
 * @throws ForkedHistory
 */
export function stopsOf(history: History, backfills: readonly OurBackfill[]): readonly Stop[] {
  const head = headOf(history);
  const path = head === null ? [] : pathTo(history, head);
  const placeOf = ({ backfill: { definition } }: OurBackfill) => {
    const { until } = definition;
    const place = until === null ? -1 : path.findIndex(({ name }) => isNamed(name, until));
    return place < 0 ? path.length : place;
  };
  const places = [...new Set([...backfills.map(placeOf), path.length])].sort((one, other) => one - other);
  return places.map((place) => {
    const [revision, next] = [path[place - 1], path[place]];
    return {
      position: revision === undefined ? { kind: 'base' } : { kind: 'revision', revision },
      before: next?.name ?? null,
      backfills: backfills.filter((one) => placeOf(one) === place),
    };
  });
}
