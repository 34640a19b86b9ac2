import { expect, test } from 'vitest';
import { timeProcess } from './timed-process.ts';

const node = (script: string, expects: RegExp, environment = {}) =>
  timeProcess({ command: process.execPath, arguments: ['-e', script], directory: import.meta.dirname, environment, expects });

test('a process that did what it should gives its time', async () => {
  expect(await node('console.log(process.env.WHO)', /^bench$/m, { WHO: 'bench' })).toBeGreaterThan(0);
});

test('a process that fails is an error with its output, not a fast run', async () => {
  await expect(node('console.error("no such table"); process.exit(3)', /./)).rejects.toThrow(/ended with 3\nno such table/);
});

test('a process that ends well without having done it is an error', async () => {
  await expect(node('console.log("nothing to do")', /applied/)).rejects.toThrow('does not match /applied/');
});

test('a process that is killed is an error', async () => {
  await expect(node('process.kill(process.pid, "SIGKILL")', /./)).rejects.toThrow('ended with SIGKILL');
});

test('a command that is not there is an error', async () => {
  const missing = timeProcess({ command: 'no-such-command', arguments: [], directory: '.', environment: {}, expects: /./ });
  await expect(missing).rejects.toThrow('ENOENT');
});

test('DATABASE_URL of the surroundings does not reach a contender', async () => {
  process.env.DATABASE_URL = 'postgres://somebody-needs-this';
  try {
    await node('console.log(String(process.env.DATABASE_URL))', /^undefined$/m);
  } finally {
    delete process.env.DATABASE_URL;
  }
});
