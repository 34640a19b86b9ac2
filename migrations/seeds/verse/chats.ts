import type { VerseChatMessages } from '@godwit/queries/tables';
import { DAY, instant } from '../moments.ts';
import { messagesOf, type Turn } from './turns.ts';

/** Conversations that start from an insight: whose, about which, what was said. */
const conversations: readonly (readonly [user: number, insight: number, turns: readonly Turn[]])[] = [
  [
    1,
    1,
    [
      [
        'Does “the heavens and the earth” mean sky and ground, or everything?',
        'Everything: naming two ends is a Hebrew way to name the whole between them.',
      ],
      ['Is there another example of that figure?', '“Going out and coming in” in Psalm 121 means all that a person does.'],
    ],
  ],
  [
    2,
    4,
    [
      [
        'Why Yahweh and not the LORD?',
        'This translation prints the divine name where others follow the custom of reading “Lord” in its place.',
      ],
    ],
  ],
  [
    2,
    6,
    [
      [
        'So be still is not about meditation?',
        'First it tells armies to stop. Quiet of mind follows from who is in charge, and is a fair use of the verse.',
      ],
      [
        'What happened at the siege?',
        'Sennacherib of Assyria surrounded Jerusalem in 701 BC and withdrew; the psalm may remember it, though it names no king…',
      ],
    ],
  ],
  [
    3,
    18,
    [['ロゴスは「言葉」と「理性」のどちらですか。', 'ギリシア語の λόγος は両方を含みます。創世記の「神は言われた」を思い出させます。']],
  ],
  [
    3,
    20,
    [
      [
        'Why does he weep if he knows how it will end?',
        'The text does not say. Many read it as grief shared: he weeps with those who weep.',
      ],
    ],
  ],
  [
    4,
    12,
    [
      [
        'Is Jeremiah 29:11 a promise to me?',
        'It was written to exiles who would mostly not live to see it. Read with them, it teaches hope longer than one life.',
      ],
      ['What should they do in the meantime?', 'Build houses, plant gardens, and seek the peace of the city where they live.'],
    ],
  ],
  [
    5,
    14,
    [
      [
        'What is the difference between justice and mercy here?',
        'Justice gives what is due; mercy, or loyal love, gives what is not. The verse asks for both.',
      ],
    ],
  ],
  [6, 11, [['How do I wait without giving up?', 'The verb is active, like a cord pulled tight. Waiting in Isaiah is done walking.']]],
  [6, 17, [['What is a yoke?', 'A wooden bar that joins two oxen. A teacher’s yoke was his way of keeping the law.']]],
  [7, 22, [['Which love is meant?', 'Agapē, which the chapter describes by what it does: it is patient and kind.']]],
  [
    8,
    9,
    [
      [
        'I answered in anger yesterday. What now?',
        'A gentle answer still turns away wrath on the second day. Begin with what was right in the other’s message.',
      ],
    ],
  ],
  [9, 21, [['Are all things good, then?', 'No. The verse says that they are worked together for good, which leaves the evil evil.']]],
  [
    9,
    24,
    [
      [
        'What is a title deed doing in a sermon?',
        'The Greek word for assurance is found on deeds of property: faith holds the claim before the land is seen.',
      ],
    ],
  ],
  [10, 15, [['Qui sont les artisans de paix ?', 'Ceux qui la font : le mot grec est composé de « paix » et de « faire ».']]],
  [1, 7, [['Lamp for one step only?', 'A clay lamp lit about one step. The image is of guidance that asks for walking.']]],
];

export const chatMessages: readonly VerseChatMessages[] = conversations
  .flatMap(([user, insight, turns], index) =>
    messagesOf(turns).map((message, place) => ({
      insight_id: insight,
      user_id: user,
      ...message,
      created_at: instant('2025-09-01', index * 4 * DAY + 1_170 + place),
    })),
  )
  .map((message, index) => ({ id: index + 1, ...message }));
