type Environment = Readonly<Record<string, string | undefined>>;

interface SkippableTest {
  skipIf(condition: boolean): unknown;
}

/**
 * `test` or `describe` of vitest, skipped on the embedded server, where one backend serves all and nothing about locks,
 * timeouts or other sessions can be seen: `onRealServer(test)('waits for the lock', …)`.
 */
export function onRealServer<T extends SkippableTest>(test: T, environment?: Environment): ReturnType<T['skipIf']>;
export function onRealServer(test: SkippableTest, environment: Environment = process.env): unknown {
  return test.skipIf(environment.GODWIT_TEST_SERVER_KIND === 'embedded');
}
