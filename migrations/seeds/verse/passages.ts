import type { VerseSavedPassages } from '@godwit/queries/tables';
import { DAY, instant } from '../moments.ts';

type Verse = readonly [book: string, chapter: number, start: number, end: number | null, text: string];

/** World English Bible, which is in the public domain. */
const verses: readonly Verse[] = [
  ['Genesis', 1, 1, null, 'In the beginning, God created the heavens and the earth.'],
  [
    'Joshua',
    1,
    9,
    null,
    'Haven’t I commanded you? Be strong and courageous. Don’t be afraid. Don’t be dismayed, for Yahweh your God is with you wherever you go.',
  ],
  [
    'Ruth',
    1,
    16,
    null,
    'Ruth said, “Don’t urge me to leave you, and to return from following you, for where you go, I will go; and where you stay, I will stay. Your people will be my people, and your God my God.”',
  ],
  ['Psalm', 23, 1, null, 'Yahweh is my shepherd; I shall lack nothing.'],
  [
    'Psalm',
    27,
    1,
    null,
    'Yahweh is my light and my salvation. Whom shall I fear? Yahweh is the strength of my life. Of whom shall I be afraid?',
  ],
  ['Psalm', 46, 10, null, '“Be still, and know that I am God. I will be exalted among the nations. I will be exalted in the earth.”'],
  ['Psalm', 118, 24, null, 'This is the day that Yahweh has made. We will rejoice and be glad in it!'],
  ['Psalm', 119, 105, null, 'Your word is a lamp to my feet, and a light for my path.'],
  ['Proverbs', 3, 5, null, 'Trust in Yahweh with all your heart, and don’t lean on your own understanding.'],
  ['Proverbs', 15, 1, null, 'A gentle answer turns away wrath, but a harsh word stirs up anger.'],
  ['Proverbs', 27, 17, null, 'Iron sharpens iron; so a man sharpens his friend’s countenance.'],
  ['Ecclesiastes', 3, 1, null, 'For everything there is a season, and a time for every purpose under heaven:'],
  [
    'Isaiah',
    40,
    31,
    null,
    'but those who wait for Yahweh will renew their strength. They will mount up with wings like eagles. They will run, and not be weary. They will walk, and not faint.',
  ],
  [
    'Jeremiah',
    29,
    11,
    null,
    'For I know the thoughts that I think toward you,” says Yahweh, “thoughts of peace, and not of evil, to give you hope and a future.',
  ],
  [
    'Lamentations',
    3,
    22,
    23,
    'It is because of Yahweh’s loving kindnesses that we are not consumed, because his mercies don’t fail. They are new every morning. Great is your faithfulness.',
  ],
  [
    'Micah',
    6,
    8,
    null,
    'He has shown you, O man, what is good. What does Yahweh require of you, but to act justly, to love mercy, and to walk humbly with your God?',
  ],
  ['Matthew', 5, 4, null, 'Blessed are those who mourn, for they shall be comforted.'],
  ['Matthew', 5, 9, null, 'Blessed are the peacemakers, for they shall be called children of God.'],
  [
    'Matthew',
    6,
    34,
    null,
    'Therefore don’t be anxious for tomorrow, for tomorrow will be anxious for itself. Each day’s own evil is sufficient.',
  ],
  ['Matthew', 11, 28, null, '“Come to me, all you who labor and are heavily burdened, and I will give you rest.'],
  ['Luke', 6, 31, null, '“As you would like people to do to you, do exactly so to them.'],
  ['John', 1, 1, null, 'In the beginning was the Word, and the Word was with God, and the Word was God.'],
  [
    'John',
    3,
    16,
    null,
    'For God so loved the world, that he gave his only born Son, that whoever believes in him should not perish, but have eternal life.',
  ],
  ['John', 11, 35, null, 'Jesus wept.'],
  [
    'Romans',
    8,
    28,
    null,
    'We know that all things work together for good for those who love God, for those who are called according to his purpose.',
  ],
  ['1 Corinthians', 13, 13, null, 'But now faith, hope, and love remain—these three. The greatest of these is love.'],
  [
    'Galatians',
    5,
    22,
    23,
    'But the fruit of the Spirit is love, joy, peace, patience, kindness, goodness, faith, gentleness, and self-control. Against such things there is no law.',
  ],
  ['Philippians', 4, 13, null, 'I can do all things through Christ who strengthens me.'],
  ['Hebrews', 11, 1, null, 'Now faith is assurance of things hoped for, proof of things not seen.'],
  ['James', 1, 19, null, 'So, then, my beloved brothers, let every man be swift to hear, slow to speak, and slow to anger;'],
  ['1 John', 4, 19, null, 'We love him, because he first loved us.'],
];

export const passages: readonly VerseSavedPassages[] = verses.map(([book, chapter, start, end, text], index) => ({
  id: index + 1,
  reference: `${book} ${chapter}:${start}${end === null ? '' : `-${end}`}`,
  book,
  chapter,
  verse_start: start,
  verse_end: end,
  translation: 'WEB',
  text,
  created_at: instant('2025-01-06', index * 4 * DAY + 400),
}));

/** The text of a saved passage. */
export function passageText(reference: string): string {
  const passage = passages.find((candidate) => candidate.reference === reference);
  if (passage === undefined) throw new Error(`No seed passage ${reference}`);
  return passage.text;
}
