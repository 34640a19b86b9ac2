import { expect, test } from 'vitest';
import { parseMoment } from './moment.ts';

const now = new Date(2026, 10, 26, 12, 30);

test.each([
  ['13:00', new Date(2026, 10, 26, 13, 0)],
  ['3:00', new Date(2026, 10, 27, 3, 0)],
  ['12:30', new Date(2026, 10, 27, 12, 30)],
  ['2026-12-01T04:15', new Date(2026, 11, 1, 4, 15)],
  ['2026-12-01 04:15', new Date(2026, 11, 1, 4, 15)],
  ['2026-12-01T04:15Z', new Date(Date.UTC(2026, 11, 1, 4, 15))],
  ['2026-12-01', null],
  ['2026-13-01T04:15', null],
  ['24:00', null],
  ['tomorrow', null],
  ['', null],
])('%s', (text, moment) => {
  expect(parseMoment(text, now)).toEqual(moment);
});
