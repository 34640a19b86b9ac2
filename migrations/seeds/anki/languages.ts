import type { Topic } from './topics.ts';

export const languages: readonly Topic[] = [
  {
    owner: 'chiyo',
    name: 'English phrasal verbs',
    description: '句動詞 200',
    file: 'phrasal-verbs.csv',
    cards: 200,
    tags: ['英語'],
    chunks: [
      'To put up with something is to tolerate it; to put something off is to delay it. The particle changes the verb entirely.',
      'When the object is a pronoun it stands between verb and particle: turn it down, never turn down it.',
    ],
  },
  {
    owner: 'hugo',
    name: 'Japonais N5 : kanji',
    description: 'Les cent premiers kanji, avec lectures on et kun.',
    file: 'kanji-n5.tsv',
    cards: 103,
    tags: ['japonais', 'kanji'],
    chunks: [
      '日 : soleil, jour. Lecture on ニチ ou ジツ, lecture kun ひ. Exemple : 日本 (にほん), le Japon.',
      '水 : eau. Lecture on スイ, lecture kun みず. Exemple : 水曜日 (すいようび), mercredi.',
      '人 : personne. Lecture on ジン ou ニン, lecture kun ひと. Exemple : 日本人 (にほんじん), Japonais.',
    ],
  },
  {
    owner: 'hugo',
    name: 'Verbes irréguliers anglais',
    description: 'be, was, been… et cent cinquante autres.',
    file: null,
    cards: 151,
    tags: ['anglais'],
    chunks: ['Sing, sang, sung ; ring, rang, rung ; begin, began, begun : une même famille de voyelles.'],
  },
  {
    owner: 'farid',
    name: 'Latin: third declension',
    description: 'Endings and the stems that hide behind the nominative.',
    file: 'wheelock-7.txt',
    cards: 45,
    tags: ['latin'],
    chunks: [
      'Third declension nouns show their stem in the genitive: rex, regis; corpus, corporis; tempus, temporis.',
      'Neuters of the third declension have the same nominative and accusative, and end in -a in the plural: corpora, tempora.',
    ],
  },
  {
    owner: 'amara',
    name: 'Yorùbá greetings',
    description: 'For every hour of the day and every kind of work.',
    file: null,
    cards: 24,
    tags: ['yoruba', 'family'],
    chunks: [
      'Ẹ káàárọ̀ is good morning to an elder, káàárọ̀ to a friend: the plural ẹ is respect.',
      'Ẹ kú iṣẹ́ greets somebody at work; ẹ kú àbọ̀ welcomes one who returns.',
    ],
  },
];
