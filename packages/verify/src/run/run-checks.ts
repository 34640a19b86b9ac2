import { type Client, connectionLoss } from '@godwit/postgres';
import type { Check } from '../checks/check.ts';
import { VerifyConnectionLost } from '../errors/run-errors.ts';
import type { CheckResult } from './check-result.ts';
import { beginSql, type CheckFrame, type CheckSettings, endSql } from './check-session.ts';
import { isConnectionLoss } from './is-connection-loss.ts';
import { makeCheck } from './make-check.ts';
import { whileCancellable } from './while-cancellable.ts';

export interface RunChecksOptions {
  readonly checks: readonly Check[];
  readonly client: Client;
  /** Another connection to the same database, to cancel a statement with. */
  readonly connect: () => Promise<Client>;
  readonly settings: CheckSettings;
  /** `transaction` unless given; for `savepoint` one is open. */
  readonly within?: CheckFrame;
  readonly onResult?: ((result: CheckResult) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Makes checks one after another, each in a transaction of its own that is rolled back, however it ends. What cannot be made is a result too.
 *
 * @throws VerifyConnectionLost; the signal's reason
 */
export async function runChecks(options: RunChecksOptions): Promise<readonly CheckResult[]> {
  const { client, settings, within = 'transaction' } = options;
  return await whileCancellable(options, () =>
    eachCheck(options, async (check) => {
      await client.query(beginSql(within, settings));
      const outcome = await makeCheck({ client, check, settings }).catch(async (error: unknown) => {
        await client.query(endSql(within)).catch(() => undefined);
        throw error;
      });
      await client.query(endSql(within));
      return outcome;
    }),
  );
}

type Make = (check: Check) => ReturnType<typeof makeCheck>;

async function eachCheck({ checks, client, settings, onResult, signal }: RunChecksOptions, make: Make): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = [];
  for (const check of checks) {
    signal?.throwIfAborted();
    const started = performance.now();
    const outcome =
      check.writes && !settings.writes
        ? ({ state: 'left out', reason: 'writes', because: 'it writes' } as const)
        : await make(check).catch((error: unknown) => {
            signal?.throwIfAborted();
            throw isConnectionLoss(error) ? lost(check, { client, error, done: results.length, of: checks.length }) : error;
          });
    signal?.throwIfAborted();
    const result: CheckResult = { check, outcome, ms: performance.now() - started };
    results.push(result);
    onResult?.(result);
  }
  return results;
}

interface Loss {
  readonly client: Client;
  readonly error: unknown;
  readonly done: number;
  readonly of: number;
}

/** The server's last words, when it had some, say more than the closed socket. */
function lost(check: Check, { client, error, done, of }: Loss): VerifyConnectionLost {
  const cause = connectionLoss(client) ?? error;
  return new VerifyConnectionLost(check, { done, of, reason: cause instanceof Error ? cause.message : String(cause), cause });
}
