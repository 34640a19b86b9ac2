import type { Book } from './book.ts';

export const world: readonly Book[] = [
  {
    id: 52,
    title: 'Les Misérables',
    author: 'Victor Hugo',
    year: 1862,
    pages: 1462,
    genres: ['Historical', 'Social Novel', 'World Literature'],
    about:
      'A convict, nineteen years in prison for a loaf, is given back his soul by a bishop’s silver. A policeman who knows only the law follows him to the barricades of Paris.',
  },
  {
    id: 53,
    title: 'Madame Bovary',
    author: 'Gustave Flaubert',
    year: 1857,
    pages: 374,
    genres: ['Social Novel', 'World Literature'],
    about:
      'A doctor’s wife in a dull Norman town has read too many romances and looks for one. Debts and lovers mount together, in sentences without a word to spare.',
  },
  {
    id: 54,
    title: 'Crime and Punishment',
    author: 'Fyodor Dostoevsky',
    year: 1866,
    pages: 545,
    genres: ['Philosophy', 'Mystery', 'World Literature'],
    about:
      'A poor student in Saint Petersburg kills a pawnbroker to prove a theory. A patient detective and his own fever take the theory, and the student, apart.',
  },
  {
    id: 55,
    title: 'Anna Karenina',
    author: 'Leo Tolstoy',
    year: 1878,
    pages: 864,
    genres: ['Romance', 'Social Novel', 'World Literature'],
    about:
      'A married woman leaves everything for an officer, while a landowner looks for meaning behind a plough. Two marriages, one society, and the railway at both ends of the story.',
  },
  {
    id: 56,
    title: 'War and Peace',
    author: 'Leo Tolstoy',
    year: 1869,
    pages: 1296,
    genres: ['Historical', 'Philosophy', 'World Literature'],
    about:
      'Five families live, love and go bankrupt while Napoleon marches on Moscow. Battles seen from the mud, and an argument with history about who moves whom.',
  },
  {
    id: 57,
    title: 'Don Quijote de la Mancha',
    author: 'Miguel de Cervantes',
    year: 1605,
    pages: 992,
    genres: ['Comedy', 'Adventure', 'World Literature'],
    about:
      'A country gentleman reads himself mad on tales of knights and rides out to right wrongs on a tired horse. His squire sees windmills where he sees giants, and follows all the same.',
  },
  {
    id: 58,
    title: 'Die Verwandlung',
    author: 'Franz Kafka',
    year: 1915,
    pages: 80,
    genres: ['Philosophy', 'Fantasy', 'World Literature'],
    about:
      'A travelling salesman wakes one morning as a monstrous insect and worries about missing his train. His family learns to live without his wages, and then without him.',
  },
  {
    id: 59,
    title: '吾輩は猫である',
    author: '夏目漱石',
    year: 1905,
    pages: 480,
    genres: ['Comedy', 'Philosophy', 'World Literature'],
    about:
      'A cat without a name watches a schoolteacher and his idle friends talk in Meiji Tokyo. 吾輩は猫である。名前はまだ無い。 A comedy of learned men seen from the floor.',
  },
  {
    id: 60,
    title: 'Le avventure di Pinocchio',
    author: 'Carlo Collodi',
    year: 1883,
    pages: 236,
    genres: ['Fantasy', "Children's", 'World Literature'],
    about:
      'A block of wood becomes a boy who would rather run than learn. A talking cricket, a fox and a cat, and the inside of a great fish teach him what a father is.',
  },
  {
    id: 61,
    title: 'Dom Casmurro',
    author: 'Machado de Assis',
    year: 1899,
    pages: 256,
    genres: ['Social Novel', 'Romance', 'World Literature'],
    about:
      'An old lawyer in Rio builds his case against the girl next door whom he married. Jealousy is the only witness, and the reader must be the judge of her eyes.',
  },
  {
    id: 62,
    title: 'Also sprach Zarathustra',
    author: 'Friedrich Nietzsche',
    year: 1883,
    pages: 352,
    genres: ['Philosophy', 'World Literature'],
    about: 'A hermit comes down from his mountain to teach that man is a rope over an abyss. Philosophy as song, parable and provocation.',
  },
  {
    id: 63,
    title: 'Meditations',
    author: 'Marcus Aurelius',
    year: null,
    pages: 192,
    genres: ['Philosophy'],
    about:
      'A Roman emperor writes notes to himself in a tent on campaign: on patience, death, bad company and getting up in the morning. Stoic philosophy at its most practical.',
  },
  {
    id: 64,
    title: 'Walden; or, Life in the Woods',
    author: 'Henry David Thoreau',
    year: 1854,
    pages: 352,
    genres: ['Nature', 'Philosophy'],
    about:
      'A man builds a cabin by a pond and lives there two years to find what is necessary. Beans, ants, ice and neighbours, observed with a surveyor’s eye for nature.',
  },
  {
    id: 65,
    title: 'On the Origin of Species',
    author: 'Charles Darwin',
    year: 1859,
    pages: 502,
    genres: ['Nature', 'Philosophy'],
    about:
      'One long argument, from pigeons and barnacles, that species are not fixed but made by selection in nature. The science of life begins its modern chapter.',
  },
  {
    id: 66,
    title: 'The Souls of Black Folk',
    author: 'W. E. B. Du Bois',
    year: 1903,
    pages: 288,
    genres: ['Social Novel', 'Philosophy', 'Historical'],
    about:
      'Essays on freedom, schools, faith and sorrow songs in the South after the war. History, sociology and grief meet at the line that colour draws through a country.',
  },
];
