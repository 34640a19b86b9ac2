import { expect, test } from 'vitest';
import { startupSettings } from './client-settings.ts';

const settings = (parameters: Record<string, string>): Record<string, string> =>
  Object.fromEntries(startupSettings(new Map(Object.entries(parameters))));

test('settings are what is no part of the connection itself', () => {
  expect(settings({ user: 'a', database: 'b', replication: 'false', application_name: 'c', '_pq_.x': 'y' })).toEqual({
    application_name: 'c',
  });
});

test.each([
  ['-c search_path=a,b', { search_path: 'a,b' }],
  ['-csearch_path=a --work-mem=1MB', { search_path: 'a', work_mem: '1MB' }],
  ['-c search_path=a,\\ b -c x.y=back\\\\slash', { search_path: 'a, b', 'x.y': 'back\\slash' }],
  ['-c nonsense -q', {}],
])('options %j', (options, expected) => {
  expect(settings({ options })).toEqual(expected);
});
