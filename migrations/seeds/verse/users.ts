import { createHash } from 'node:crypto';
import type { VerseUsageTracking, VerseUserDevices, VerseUsers } from '@godwit/queries/tables';
import { DAY, dayAfter, instant } from '../moments.ts';
import { random } from '../random.ts';

const states = ['active', 'active', 'trial', 'active', 'dormant', 'active', 'active', 'suspended', 'active', null] as const;
const START = '2025-01-05';

/** Anonymous: known by a uuid that the first device made. */
export const users: readonly VerseUsers[] = states.map((state, index) => ({
  id: index + 1,
  anonymous_id: uuidOf(`verse user ${index + 1}`),
  device_count: deviceCount(index),
  pro_subscription: index % 4 === 1,
  created_at: instant(START, index * 11 * DAY + 95),
  status: state,
}));

const kinds = [
  ['mobile', 'Mozilla/5.0 (Linux; Android 15) Mobile'],
  ['desktop', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_6)'],
  ['tablet', 'Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X)'],
] as const;
const names = ['Phone', 'Kitchen tablet', 'Oma’s iPad', 'Arbeitslaptop', null] as const;

export const devices: readonly VerseUserDevices[] = states
  .flatMap((_, index) => {
    const { integer, pick } = random(`verse.user_devices ${index}`);
    return Array.from({ length: deviceCount(index) }, (_device, turn): Omit<VerseUserDevices, 'id'> => {
      const [type, agent] = pick(kinds);
      const linked = index * 11 * DAY + 95 + turn * 30 * DAY;
      return {
        user_id: index + 1,
        device_name: pick(names),
        device_type: type,
        user_agent: agent,
        created_at: instant(START, linked),
        last_active: instant(START, linked + integer(1, 200) * DAY),
      };
    });
  })
  .map((device, index) => ({ id: index + 1, ...device }));

/** A week of counting for each user who talks to the assistant. */
export const usage: readonly VerseUsageTracking[] = states
  .flatMap((_, index) => {
    const { integer, sample } = random(`verse.usage_tracking ${index}`);
    return sample([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], integer(3, 7))
      .sort((a, b) => a - b)
      .map((offset): Omit<VerseUsageTracking, 'id'> => {
        const day = dayAfter('2025-11-03', offset);
        const calls = integer(1, 14);
        const first = integer(300, 700);
        return {
          user_id: index + 1,
          date: day,
          llm_calls: calls,
          input_tokens: calls * integer(700, 1_600),
          output_tokens: calls * integer(180, 520),
          created_at: instant(day, first),
          updated_at: instant(day, first + calls * 9),
        };
      });
  })
  .map((row, index) => ({ id: index + 1, ...row }));

function deviceCount(index: number): number {
  return 1 + (index % 3);
}

function uuidOf(name: string): string {
  const hash = createHash('sha1').update(name).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-9${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
