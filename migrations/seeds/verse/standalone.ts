import type { VerseConversationSummaries, VerseStandaloneChatMessages, VerseStandaloneChats } from '@godwit/queries/tables';
import { DAY, instant } from '../moments.ts';
import { chatMessages } from './chats.ts';
import { passageText } from './passages.ts';
import { messagesOf, type Turn } from './turns.ts';

interface Conversation {
  readonly user: number;
  readonly title: string | null;
  readonly passage: string | null;
  readonly turns: readonly Turn[];
}

const conversations: readonly Conversation[] = [
  {
    user: 1,
    title: 'Where to begin reading',
    passage: null,
    turns: [
      [
        'I have never read the Bible. Where do I begin?',
        'With Mark: it is short and moves fast. Then Genesis, and a psalm a day beside them.',
      ],
      ['How long does Mark take?', 'About ninety minutes aloud.'],
      ['And Genesis?', 'Three and a half hours; a week of evenings is a good pace.'],
    ],
  },
  {
    user: 2,
    title: 'Worry about work',
    passage: 'Matthew 6:34',
    turns: [
      [
        'I cannot sleep for worry about my work.',
        'The passage gives tomorrow back to tomorrow. Write the worry down and close the notebook.',
      ],
      ['It comes back at three in the morning.', 'Then Psalm 27 was written for that hour: “Whom shall I fear?”'],
    ],
  },
  {
    user: 3,
    title: '詩編二十三',
    passage: 'Psalm 23:1',
    turns: [['羊飼いの比喩は王にも使われましたか。', 'はい。古代近東では王が民の羊飼いと呼ばれました。']],
  },
  {
    user: 4,
    title: 'A reading for a wedding',
    passage: '1 Corinthians 13:13',
    turns: [
      ['Something other than 1 Corinthians 13 for a wedding?', 'Ruth 1:16, though it was said to a mother-in-law; or Song of Songs 8:6–7.'],
      [
        'She would like that it was a mother-in-law.',
        'Then read it with the story before it in two sentences, so that the guests smile at the right place…',
      ],
    ],
  },
  {
    user: 6,
    title: 'Grief',
    passage: 'John 11:35',
    turns: [['My father died in spring.', 'I am sorry. The shortest verse may be the kindest: he wept, and explained nothing.']],
  },
  {
    user: 7,
    title: null,
    passage: null,
    turns: [['What does selah mean?', 'Nobody is certain; it is probably a note to the musicians: pause, or lift up.']],
  },
  {
    user: 9,
    title: 'Fruit, singular',
    passage: 'Galatians 5:22-23',
    turns: [['Why fruit and not fruits?', 'One harvest with nine names. The plural is kept for the works of the flesh.']],
  },
  {
    user: 10,
    title: 'L’Ecclésiaste',
    passage: 'Ecclesiastes 3:1',
    turns: [['Est-ce un livre triste ?', 'Lucide plutôt que triste : il recommande sept fois la joie.']],
  },
];

function startOf(index: number): number {
  return index * 6 * DAY + 1_250;
}

export const standaloneChats: readonly VerseStandaloneChats[] = conversations.map((chat, index) => ({
  id: index + 1,
  user_id: chat.user,
  title: chat.title,
  passage_reference: chat.passage,
  passage_text: chat.passage === null ? null : passageText(chat.passage),
  created_at: instant('2025-09-15', startOf(index)),
  updated_at: instant('2025-09-15', startOf(index) + chat.turns.length * 2),
}));

export const standaloneMessages: readonly VerseStandaloneChatMessages[] = conversations
  .flatMap((chat, index) =>
    messagesOf(chat.turns).map((message, place) => ({
      chat_id: index + 1,
      ...message,
      created_at: instant('2025-09-15', startOf(index) + place + 1),
    })),
  )
  .map((message, index) => ({ id: index + 1, ...message }));

export const summaries: readonly VerseConversationSummaries[] = [
  {
    id: 1,
    conversation_type: 'standalone',
    conversation_id: 1,
    summary_text: 'A first-time reader is advised to begin with Mark, then Genesis, with a psalm a day.',
    message_count: 4,
    created_at: instant('2025-09-16'),
    updated_at: instant('2025-09-16'),
    last_message_id: 4,
  },
  {
    id: 2,
    conversation_type: 'standalone',
    conversation_id: 4,
    summary_text: 'Readings for a wedding: Ruth 1:16 or Song of Songs 8. The couple likes Ruth.',
    message_count: 4,
    created_at: instant('2025-10-04'),
    updated_at: instant('2025-10-04'),
    last_message_id: standaloneMessages.findLast((message) => message.chat_id === 4)?.id ?? null,
  },
  {
    id: 3,
    conversation_type: 'insight',
    conversation_id: 12,
    summary_text: 'Jeremiah 29:11 read with the exiles: hope over generations, and gardens meanwhile.',
    message_count: 4,
    created_at: instant('2025-09-24'),
    updated_at: instant('2025-09-24'),
    last_message_id: chatMessages.findLast((message) => message.insight_id === 12)?.id ?? null,
  },
];
