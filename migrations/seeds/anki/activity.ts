import type { AnkiAuditLogs, AnkiJobs, AnkiNotifications } from '@godwit/queries/tables';
import { DAY, instant } from '../moments.ts';
import { random } from '../random.ts';
import { topics } from './decks.ts';
import { idOf } from './ids.ts';
import { usernames } from './users.ts';

const errors = ['The PDF has no text layer', 'Model timed out after 120 s', 'Upload is larger than 50 MB'] as const;

/** For each deck the generation that made it, and sometimes an export; a failed attempt here and there comes first. */
export const jobs: readonly AnkiJobs[] = topics.flatMap((topic, index) => {
  const { chance, integer, pick } = random(`anki.jobs ${topic.name}`);
  const start = index * 8 * DAY + 540;
  const job = (kind: string, status: string, minutes: number): AnkiJobs => {
    const begun = status !== 'pending';
    const over = status === 'completed' || status === 'failed' || status === 'cancelled';
    const length = integer(1, 9);
    return {
      id: idOf('job', `${topic.name} ${kind} ${status}`),
      user_id: idOf('user', topic.owner),
      deck_id: status === 'failed' ? null : idOf('deck', topic.name),
      kind,
      status,
      progress: status === 'completed' ? 100 : begun ? integer(5, 95) : 0,
      payload:
        kind === 'export'
          ? { format: 'apkg', media: chance(0.5) }
          : { file: topic.file, cards: topic.cards, model: pick(['small', 'large']) },
      error_message: status === 'failed' ? pick(errors) : null,
      attempts: begun ? (status === 'failed' ? 3 : 1) : 0,
      started_at: begun ? instant('2025-04-07', minutes + 1) : null,
      finished_at: over ? instant('2025-04-07', minutes + 1 + length) : null,
      created_at: instant('2025-04-07', minutes),
      updated_at: instant('2025-04-07', minutes + (over ? 1 + length : begun ? 1 : 0)),
    };
  };
  const generation = job('generate', topic.cards === 0 ? 'processing' : 'completed', start);
  return [
    ...(chance(0.3) ? [job('generate', 'failed', start - 30)] : []),
    generation,
    ...(chance(0.5) ? [job('export', pick(['completed', 'completed', 'pending', 'cancelled']), start + integer(1, 20) * DAY)] : []),
  ];
});

const agents = ['Mozilla/5.0 (X11; Linux x86_64)', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1)', 'anki-compendium-cli/0.9'] as const;

/** Log-ins, uploads and the odd wrong password, from addresses reserved for documentation. */
export const auditLogs: readonly AnkiAuditLogs[] = usernames.flatMap((username) => {
  const { chance, integer, pick } = random(`anki.audit_logs ${username}`);
  const owned = topics.filter(({ owner }) => owner === username);
  return Array.from({ length: 14 }, (_, index): AnkiAuditLogs => {
    const deck = owned[index % owned.length];
    const action =
      index === 0
        ? 'user.register'
        : pick(['user.login', 'user.login', 'user.login_failed', 'deck.create', 'deck.export', 'settings.update']);
    const concerns = action.startsWith('deck.') && deck !== undefined ? deck : null;
    return {
      id: idOf('audit', `${username} ${index}`),
      user_id: action === 'user.login_failed' && chance(0.3) ? null : idOf('user', username),
      action,
      entity_type: concerns === null ? null : 'deck',
      entity_id: concerns === null ? null : idOf('deck', concerns.name),
      ip_address: chance(0.2)
        ? `2001:db8::${integer(1, 0xffff).toString(16)}`
        : `${pick(['192.0.2', '198.51.100', '203.0.113'])}.${integer(1, 254)}`,
      user_agent: pick(agents),
      details:
        action === 'user.login_failed'
          ? { reason: pick(['wrong password', 'unknown user']) }
          : concerns === null
            ? {}
            : { deck: concerns.name },
      created_at: instant('2025-04-01', index * 15 * DAY + integer(300, 1_400)),
    };
  });
});

export const notifications: readonly AnkiNotifications[] = topics.flatMap((topic, index) => {
  const { pick } = random(`anki.notifications ${topic.name}`);
  const at = index * 8 * DAY + 560;
  return [
    {
      kind: 'job_completed',
      title: `“${topic.name}” is ready`,
      body: `${topic.cards} cards were made${topic.file === null ? '' : ` from ${topic.file}`}.`,
    },
    { kind: 'review_due', title: 'Cards are due', body: null },
  ].map(({ kind, title, body }, turn): AnkiNotifications => {
    const status = pick(['read', 'read', 'unread', 'archived']);
    return {
      id: idOf('notification', `${topic.name} ${kind}`),
      user_id: idOf('user', topic.owner),
      kind,
      title,
      body,
      status,
      read_at: status === 'unread' ? null : instant('2025-04-07', at + turn * DAY + 45),
      created_at: instant('2025-04-07', at + turn * DAY),
    };
  });
});
