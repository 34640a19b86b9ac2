import type { VerseSavedDefinitions } from '@godwit/queries/tables';
import { DAY, instant } from '../moments.ts';
import { passageText } from './passages.ts';

type Entry = readonly [word: string, reference: string, definition: string, usage: string, language: string];

const written: readonly Entry[] = [
  ['created', 'Genesis 1:1', 'Brought into being.', 'In the Hebrew Bible only God is the subject of this verb.', 'Hebrew בָּרָא (bara)'],
  ['courageous', 'Joshua 1:9', 'Firm, resolute.', 'Paired with “be strong” when an office is handed on.', 'Hebrew אָמַץ (amats)'],
  [
    'shepherd',
    'Psalm 23:1',
    'One who feeds and leads a flock.',
    'Used of kings, of leaders who failed, and of God.',
    'Hebrew רֹעִי (ro‘i), “my shepherd”',
  ],
  ['salvation', 'Psalm 27:1', 'Rescue, room to breathe.', 'From distress, enemies or sin, for a person or a people.', 'Hebrew יֵשַׁע (yesha)'],
  ['be still', 'Psalm 46:10', 'Let go, let your hands drop.', 'Said to those who fight, and then to those who fear.', 'Hebrew רָפָה (rapha)'],
  ['lamp', 'Psalm 119:105', 'A small bowl of oil with a wick.', 'Image of life, of a king’s line and of instruction.', 'Hebrew נֵר (ner)'],
  ['trust', 'Proverbs 3:5', 'To rely, to feel safe.', 'The opposite of leaning on riches, horses or oneself.', 'Hebrew בָּטַח (batach)'],
  ['season', 'Ecclesiastes 3:1', 'A fixed, appointed time.', 'Late word for dates and appointments.', 'Hebrew זְמָן (zeman)'],
  [
    'wait',
    'Isaiah 40:31',
    'To look for with tension, as a cord is twisted.',
    'Waiting for God and hoping in God are one verb.',
    'Hebrew קָוָה (qavah)',
  ],
  ['hope', 'Jeremiah 29:11', 'Expectation; also a cord.', 'The scarlet thread in Joshua 2 has the same name.', 'Hebrew תִּקְוָה (tiqvah)'],
  ['loving kindnesses', 'Lamentations 3:22-23', 'Loyal love that keeps a covenant.', 'Refrain of Psalm 136.', 'Hebrew חֶסֶד (chesed)'],
  ['humbly', 'Micah 6:8', 'With care, attentively.', 'The form occurs here alone.', 'Hebrew צָנַע (tsana)'],
  [
    'peacemakers',
    'Matthew 5:9',
    'Those who make peace.',
    'Only here in the New Testament; the verb is in Colossians 1:20.',
    'Greek εἰρηνοποιοί (eirēnopoioi)',
  ],
  [
    'anxious',
    'Matthew 6:34',
    'Pulled into parts.',
    'Also used well: to care for one another, 1 Corinthians 12:25.',
    'Greek μεριμνάω (merimnaō)',
  ],
  ['rest', 'Matthew 11:28', 'To make somebody stop, to refresh.', 'Echoes Exodus 33:14.', 'Greek ἀναπαύω (anapauō)'],
  ['Word', 'John 1:1', 'Speech, account, reason.', 'In Proverbs 8 wisdom speaks in a like voice.', 'Greek λόγος (logos)'],
  [
    'only born',
    'John 3:16',
    'One of its kind, only child.',
    'Used of Isaac in Hebrews 11:17, though he had a brother.',
    'Greek μονογενής (monogenēs)',
  ],
  ['wept', 'John 11:35', 'Shed tears, quietly.', 'The mourners around him wail: another verb.', 'Greek δακρύω (dakryō)'],
  [
    'love',
    '1 Corinthians 13:13',
    'Care that wills another’s good.',
    'The letter uses it ten times in this chapter.',
    'Greek ἀγάπη (agapē)',
  ],
  ['fruit', 'Galatians 5:22-23', 'Produce, harvest.', 'Singular, against the plural works of the flesh.', 'Greek καρπός (karpos)'],
  [
    'assurance',
    'Hebrews 11:1',
    'What stands under: ground, title deed.',
    'In papyri the word is used for deeds of property.',
    'Greek ὑπόστασις (hypostasis)',
  ],
  ['slow', 'James 1:19', 'Not hasty.', 'Twice slow, once swift: the order is the point.', 'Greek βραδύς (bradys)'],
];

export const definitions: readonly VerseSavedDefinitions[] = written.map(([word, reference, definition, usage, language], index) => ({
  id: index + 1,
  word,
  passage_reference: reference,
  verse_text: passageText(reference),
  definition,
  biblical_usage: usage,
  original_language: language,
  created_at: instant('2025-01-10', index * 5 * DAY + 720),
}));
