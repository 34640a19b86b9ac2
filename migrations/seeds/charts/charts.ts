import type { ChartsChordCharts } from '@godwit/queries/tables';
import { DAY, instant } from '../moments.ts';
import { random } from '../random.ts';
import { ballads } from './ballads.ts';
import { campfire } from './campfire.ts';
import { hymns } from './hymns.ts';
import type { Song } from './song.ts';

/** Discord ids are larger than a number holds exactly, hence text. */
const CHURCH_BAND = '812406930044911617';
const FOLK_CLUB = '905133287749025802';
const SCHOOL_CHOIR = '1040226611958317116';
const members = ['284910075562033152', '310556720049274880', '402117339800166401', '518290114473705473'] as const;

const repertoire: readonly (readonly [guild: string, songs: readonly Song[]])[] = [
  [CHURCH_BAND, [...hymns, ...ballads.slice(3, 6)]],
  [FOLK_CLUB, [...ballads, ...campfire, ...hymns.slice(11)]],
  [SCHOOL_CHOIR, [...campfire, ...hymns.slice(7, 10), ...ballads.slice(0, 3)]],
];

export const chordCharts: readonly ChartsChordCharts[] = repertoire
  .flatMap(([guild, songs]) => songs.map((song) => ({ guild, song })))
  .map(({ guild, song }, index) => {
    const { chance, integer, pick } = random(`charts.chord_charts ${guild} ${song.title}`);
    const status = pick(['approved', 'approved', 'approved', 'approved', 'draft', 'rejected', 'archived']);
    const reviewed = status === 'approved' || status === 'archived';
    // Spread over a year in no order of ours: 53 and 370 have no common divisor.
    const created = ((index * 53) % 370) * DAY + integer(480, 1_380);
    return {
      id: index + 1,
      title: song.title,
      artist: song.artist,
      alternate_titles: song.also ?? null,
      keys: song.keys,
      lyrics: song.lyrics,
      chord_progression: song.chords,
      source: chance(0.6) ? 'ai_generated' : 'user_created',
      status,
      requested_by: pick(members),
      approved_by: reviewed ? members[0] : null,
      guild_id: guild,
      created_at: wallClock('2024-11-04', created),
      approved_at: reviewed ? wallClock('2024-11-04', created + integer(15, 3 * DAY)) : null,
    };
  });

/** A `timestamp` has no zone: the bot writes UTC. */
export function wallClock(day: string, minutes: number): string {
  return instant(day, minutes).slice(0, 19);
}
