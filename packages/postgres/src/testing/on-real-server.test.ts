import { expect, test } from 'vitest';
import { onRealServer } from './on-real-server.ts';

const chooser = { skipIf: (condition: boolean) => (condition ? 'skipped' : 'run') };

test('runs on a real server and skips on the embedded one', () => {
  expect(onRealServer(chooser, {})).toBe('run');
  expect(onRealServer(chooser, { GODWIT_TEST_SERVER_KIND: 'embedded' })).toBe('skipped');
});
