/** Words that belong together, a subject a line: the little that a vector of hashed words must know to find a voyage near a ship. */
const subjects = `
sea ship sail sailor whale whaling voyage ocean shipwreck captain navy mutiny pirate island submarine aboard crew cook sealing harpoon water sand
detective murder murderer police policeman clue mystery corpse thief stolen poisoned crime disguise solve witness criminal blood
treasure map gold buried hunter hunt desert mountain chase sword musketeer duel hidden escape diamond lost
castle vampire ghost monster moor grave creature curse haunted dead portrait bite nightmare fog asylum locked
machine invention inventor laboratory science mars future invasion invisible submarine cylinder experiment
marriage marry love heart wife husband bride engaged engagement proposal lover romance sister suitor
society fortune money town gossip income manners class village neighbour poor rich convict lawyer
war soldier battle revolution napoleon army prison barricade guillotine empire history siege enemy weapons
child children girl boy orphan school governess childhood grow lesson mother father family
wolf dog garden snow farm pond rose spring nature field wild animal frozen species pigeon plant
philosophy meaning god soul priest prayer theory hermit stoic theology truth justice mercy humility
witch wizard rabbit wonderland fairy magic talking mirror crocodile dream nonsense
fear afraid courage courageous strong brave fearless dismayed anxious anxiety worry tomorrow night
trust faith hope wait promise covenant loyalty assurance believe patience
peace peacemaker quarrel gentle answer anger wrath quarrels legion still quiet
grief mourn mourning weep wept comfort loss die died sorrow ruin mercy
light lamp path walk step road guide guidance shepherd lead
rest burden labour work yoke task day tired sleep
beginning creation created heaven earth word logos speech genesis
cell protein mitochondria photosynthesis chlorophyll sugar energy atp electron membrane ribosome chloroplast respiration light
nerve bone muscle wrist finger brain heart carpal tongue larynx anatomy digestion
atom electron element bond nucleus ionisation periodic wave interference
index lock database row table transaction query vacuum btree vector postgresql
verb noun declension kanji vowel pronoun genitive greeting
`;

const byWord = new Map<string, number[]>();
for (const [subject, line] of subjects.trim().split('\n').entries()) {
  for (const word of line.split(' ')) byWord.set(word, [...(byWord.get(word) ?? []), subject]);
}

/** The subjects that a word belongs to, as numbers; plurals count. */
export function subjectsOf(word: string): readonly number[] {
  return byWord.get(word) ?? byWord.get(word.replace(/(?<=[^s])s$/, '')) ?? byWord.get(word.replace(/es$/, '')) ?? [];
}
