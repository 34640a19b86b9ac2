import type { AnkiSettings, AnkiSubscriptions, AnkiUsers } from '@godwit/queries/tables';
import { DAY, instant } from '../moments.ts';
import { random } from '../random.ts';
import { idOf } from './ids.ts';

interface Learner {
  readonly username: string;
  readonly name: string | null;
  readonly tier: 'free' | 'premium' | 'enterprise';
  readonly language: string;
}

const learners: readonly Learner[] = [
  { username: 'amara', name: 'Amara Okafor', tier: 'premium', language: 'en' },
  { username: 'benedikt', name: 'Benedikt Größer', tier: 'free', language: 'de' },
  { username: 'chiyo', name: '佐藤 千代', tier: 'premium', language: 'ja' },
  { username: 'dario', name: 'Dario D’Angelo', tier: 'free', language: 'it' },
  { username: 'eszter', name: 'Eszter Kovács', tier: 'enterprise', language: 'hu' },
  { username: 'farid', name: null, tier: 'free', language: 'en' },
  { username: 'grace', name: 'Grace Mbeki', tier: 'premium', language: 'en' },
  { username: 'hugo', name: 'Hugo Lefèvre', tier: 'free', language: 'fr' },
];

export const usernames: readonly string[] = learners.map(({ username }) => username);
const START = '2025-02-03';

export const users: readonly AnkiUsers[] = learners.map(({ username, name, tier }, index) => ({
  id: idOf('user', username),
  email: `${username}@learners.example.org`,
  username,
  password_hash: 'seed account, login disabled',
  full_name: name,
  is_active: username !== 'farid',
  subscription_tier: tier,
  subscription_expires_at: tier === 'free' ? null : instant('2026-02-03', index * DAY),
  last_login_at: username === 'farid' ? null : instant('2025-11-12', index * 93),
  created_at: instant(START, index * 9 * DAY),
  updated_at: instant(START, index * 9 * DAY + 5),
  email_verified: index % 3 !== 1,
}));

export const settings: readonly AnkiSettings[] = learners.map(({ username, language }, index) => {
  const { integer, pick } = random(`anki.settings ${username}`);
  return {
    id: idOf('settings', username),
    user_id: idOf('user', username),
    theme: pick(['light', 'dark', 'system']),
    language,
    cards_per_deck: integer(2, 8) * 10,
    email_notifications: index % 4 !== 3,
    preferences: { new_cards_per_day: integer(1, 6) * 5, card_style: pick(['basic', 'cloze', 'reversed']), audio: index % 2 === 0 },
    created_at: instant(START, index * 9 * DAY + 1),
    updated_at: instant(START, index * 9 * DAY + 1),
  };
});

/** A trial, then the paid time; `grace` let one lapse before. At most one of a user is active. */
export const subscriptions: readonly AnkiSubscriptions[] = learners
  .filter(({ tier }) => tier !== 'free')
  .flatMap(({ username, tier }) => {
    const price = tier === 'enterprise' ? '249.00' : '8.50';
    const trial = period(username, tier, 'trial', 'expired', '0.00', '2025-02-10', 14);
    const lapsed = period(username, tier, 'lapsed', 'cancelled', price, '2025-02-24', 90);
    const current = period(username, tier, 'current', 'active', price, '2025-11-01', 30);
    return username === 'grace' ? [trial, lapsed, current] : [trial, current];
  })
  .concat(
    period('dario', 'premium', 'trial', 'expired', '0.00', '2025-03-02', 14),
    period('hugo', 'premium', 'trial', 'trialing', '0.00', '2025-11-10', 14),
  );

function period(
  username: string,
  tier: string,
  name: string,
  status: string,
  price: string,
  from: string,
  days: number,
): AnkiSubscriptions {
  return {
    id: idOf('subscription', `${username} ${name}`),
    user_id: idOf('user', username),
    tier,
    status,
    provider: 'stripe',
    provider_subscription_id: `sub_seed_${username}_${name}`,
    price,
    currency: username === 'benedikt' || username === 'eszter' ? 'EUR' : 'USD',
    period_start: instant(from),
    period_end: instant(from, days * DAY),
    cancelled_at: status === 'cancelled' ? instant(from, 60 * DAY) : null,
    created_at: instant(from),
    updated_at: instant(from),
  };
}
