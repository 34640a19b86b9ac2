import type { VerseSavedInsights } from '@godwit/queries/tables';
import { DAY, instant } from '../moments.ts';
import { textVector } from '../text-vector.ts';
import { passageText } from './passages.ts';

type Notes = readonly [reference: string, history: string, theology: string, practice: string];

const written: readonly Notes[] = [
  [
    'Genesis 1:1',
    'Israel’s neighbours told of a world made out of a battle between gods. This account opens without a rival and without a fight.',
    'God stands before and apart from creation: the heavens and the earth are made, not divine.',
    'Begin the day by naming one created thing that you did not make and are glad of.',
  ],
  [
    'Joshua 1:9',
    'Moses has died, and an untried leader stands at the Jordan before fortified cities.',
    'Courage here rests on company: the command not to fear is followed at once by the promise of presence.',
    'Write down the task that you fear this week, and beside it who goes with you.',
  ],
  [
    'Ruth 1:16',
    'A Moabite widow in a famine had every legal reason to go back to her own people and her own gods.',
    'A foreigner’s loyalty becomes the image of covenant love, and her line leads to David.',
    'Loyalty is chosen on an ordinary road. Call the person whom it would be easier to leave behind.',
  ],
  [
    'Psalm 23:1',
    'Kings in the ancient Near East were styled shepherds of their people; a psalm of David turns the title upward.',
    'To call God shepherd is to accept being led: care and guidance come together.',
    'List what you lack, then what you truly need. Compare the two lists.',
  ],
  [
    'Psalm 27:1',
    'Lamps were the only defence against the dark in a walled town, and the night was when enemies came.',
    'Light and salvation are not gifts beside God but names for God.',
    'When fear comes at night, say the verse aloud before reaching for the telephone.',
  ],
  [
    'Psalm 46:10',
    'The psalm speaks of earthquakes, floods and armies, perhaps after the siege of Jerusalem was lifted.',
    'Being still is first addressed to the warring nations: drop your weapons. Only then is it peace of mind.',
    'Sit for two minutes with empty hands before the next meeting.',
  ],
  [
    'Psalm 119:105',
    'An oil lamp on a path lights one step, not the whole road to the next village.',
    'The word guides a walk; it does not replace the walking.',
    'Ask for enough light for today’s step only.',
  ],
  [
    'Proverbs 3:5',
    'Court schools in Israel and Egypt taught the young to get wisdom; this saying tells them where it stops.',
    'Trust is of the whole heart, and understanding is a staff too thin to lean on alone.',
    'Take one decision to somebody wiser before you make it.',
  ],
  [
    'Proverbs 15:1',
    'Sayings like this trained officials who could lose their heads over an angry king.',
    'Speech is an act: a gentle answer makes peace where the facts alone would not.',
    'Answer the next angry message after a walk, and begin with what is right in it.',
  ],
  [
    'Ecclesiastes 3:1',
    'The Teacher writes late, in a world of trade and empire where nobody controls the calendar.',
    'Seasons belong to God. Wisdom is to know what time it is, not to hold it still.',
    'Name the season that you are in, and one thing that does not belong to it.',
  ],
  [
    'Isaiah 40:31',
    'Exiles in Babylon, a lifetime from home, hear that the long road back is possible.',
    'Strength is renewed in waiting; walking without fainting is set higher than flight.',
    'Rest before you are exhausted. Put the rest into the calendar.',
  ],
  [
    'Jeremiah 29:11',
    'The words come in a letter to deportees, and are preceded by advice to plant gardens and expect seventy years.',
    'Hope is a promise to a people over generations before it is comfort to one reader.',
    'Plant something whose fruit you may not eat.',
  ],
  [
    'Lamentations 3:22-23',
    'The city has fallen; the poem is an acrostic written among the ruins.',
    'Mercy new every morning is confessed in the middle of grief, not after it.',
    'Keep a line a day of small mercies for one month.',
  ],
  [
    'Micah 6:8',
    'A prophet from a village speaks against a capital that offers rams by the thousand and cheats with its weights.',
    'Justice, mercy and humility before God are one requirement, not three virtues to choose from.',
    'Find out who made the cheapest thing you bought this week.',
  ],
  [
    'Matthew 5:9',
    'Peace in the empire was kept by legions, and its coins called Caesar the son of a god.',
    'Those who make peace bear the family likeness: they are called children of God.',
    'Be the first to write after a quarrel.',
  ],
  [
    'Matthew 6:34',
    'Day labourers were paid at sunset and owned no tomorrow to plan for.',
    'Anxiety borrows from a day that is in God’s hands.',
    'Close the list of worries at a fixed hour and open it again in the morning.',
  ],
  [
    'Matthew 11:28',
    'A yoke was shaped to the animal and shared between two; a teacher’s rule was called his yoke.',
    'Rest is given with a yoke, not instead of one: work in company, at another’s pace.',
    'Hand one burden over to somebody who offered to help.',
  ],
  [
    'John 1:1',
    'Greek readers heard reason in the word Logos, Jewish readers the speech by which God made the world.',
    'The Word is both with God and God; the sentence echoes the first line of Genesis on purpose.',
    'Read Genesis 1 and John 1 side by side, aloud.',
  ],
  [
    'John 3:16',
    'A teacher of the law comes by night, and the talk turns to a bronze serpent lifted up in the wilderness.',
    'Love is measured by the gift, and the gift is for the world, not for one nation.',
    'Give something today that costs you, to somebody who cannot return it.',
  ],
  [
    'John 11:35',
    'Mourning lasted seven days with hired flutes and crying; the teacher arrives on the fourth.',
    'He who is about to raise the dead weeps first. Grief is no lack of faith.',
    'Do not explain a loss to a friend who grieves. Sit and weep.',
  ],
  [
    'Romans 8:28',
    'A letter to house churches in the capital, where some had been banished and come home to find their seats taken.',
    'Not all things are good: they are worked together for good by God who calls.',
    'Look back ten years and trace one good that grew out of a hard thing.',
  ],
  [
    '1 Corinthians 13:13',
    'The church in Corinth ranked its members by spectacular gifts; the letter ranks the gifts below love.',
    'Faith and hope reach for what is not yet; love is already what will remain.',
    'Do your next duty slowly and kindly rather than well.',
  ],
  [
    'Galatians 5:22-23',
    'The Galatians were told to add the law’s badges to their faith; the answer is a list no law could command.',
    'Fruit is singular: love has eight more names. It is grown, not made.',
    'Choose one of the nine words and watch for it in somebody else today.',
  ],
  [
    'Hebrews 11:1',
    'Readers who had lost property for their faith were tempted to go back.',
    'Faith is the title deed to things hoped for, and acts on what is not seen.',
    'Take the next step that only makes sense if the promise is true.',
  ],
];

export const insights: readonly VerseSavedInsights[] = written.map(([reference, history, theology, practice], index) => ({
  id: index + 1,
  passage_reference: reference,
  passage_text: passageText(reference),
  historical_context: history,
  theological_significance: theology,
  practical_application: practice,
  created_at: instant('2025-01-08', index * 5 * DAY + 610),
  embedding: textVector(`${reference} ${passageText(reference)} ${history} ${theology} ${practice}`, 1536),
}));
