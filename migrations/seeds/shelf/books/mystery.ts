import type { Book } from './book.ts';

export const mystery: readonly Book[] = [
  {
    id: 13,
    title: 'A Study in Scarlet',
    author: 'Arthur Conan Doyle',
    year: 1887,
    pages: 176,
    genres: ['Mystery'],
    about:
      'A doctor back from the war shares rooms with a man who can read a stranger’s life from his boots. A corpse in an empty house and a word written in blood give London its consulting detective.',
  },
  {
    id: 14,
    title: 'The Sign of the Four',
    author: 'Arthur Conan Doyle',
    year: 1890,
    pages: 160,
    genres: ['Mystery', 'Adventure'],
    about:
      'A young woman receives one pearl a year from an unknown hand. The detective and his doctor follow the trail through London fog to a stolen treasure and a chase down the Thames.',
  },
  {
    id: 15,
    title: 'The Hound of the Baskervilles',
    author: 'Arthur Conan Doyle',
    year: 1902,
    pages: 256,
    genres: ['Mystery', 'Gothic'],
    about:
      'A family curse, a dead baronet and the footprints of a gigantic hound bring the detective to the moor. Reason and superstition meet in the fog beside the Grimpen Mire.',
  },
  {
    id: 16,
    title: 'The Moonstone',
    author: 'Wilkie Collins',
    year: 1868,
    pages: 528,
    genres: ['Mystery'],
    about:
      'A sacred diamond vanishes from a country house on the night it is given. One witness after another tells what he saw, and a detective who would rather grow roses listens to them all.',
  },
  {
    id: 17,
    title: 'The Woman in White',
    author: 'Wilkie Collins',
    year: 1860,
    pages: 720,
    genres: ['Mystery', 'Gothic'],
    about:
      'On a moonlit road a drawing master meets a woman in white who has fled from an asylum. A stolen name, a false grave and a charming count make a mystery told by many voices.',
  },
  {
    id: 18,
    title: 'The Innocence of Father Brown',
    author: 'G. K. Chesterton',
    year: 1911,
    pages: 256,
    genres: ['Mystery', 'Comedy'],
    about:
      'A small round priest with an umbrella solves murders that baffle the police. He is a detective because he has heard worse things in the confessional than any thief could invent.',
  },
  {
    id: 19,
    title: 'Arsène Lupin, gentleman-cambrioleur',
    author: 'Maurice Leblanc',
    year: 1907,
    pages: 272,
    genres: ['Mystery', 'Comedy', 'World Literature'],
    about:
      'The elegant thief of Paris robs castles, escapes from prison by appointment and leaves his card. The detective who hunts him is always one disguise behind.',
  },
  {
    id: 20,
    title: 'The Mysterious Affair at Styles',
    author: 'Agatha Christie',
    year: 1920,
    pages: 296,
    genres: ['Mystery'],
    about:
      'The lady of a country house is poisoned behind locked doors. A retired Belgian detective with a tidy moustache asks about the coffee, the spills and the will.',
  },
  {
    id: 21,
    title: 'The Murder of Roger Ackroyd',
    author: 'Agatha Christie',
    year: 1926,
    pages: 312,
    genres: ['Mystery'],
    about:
      'A village doctor tells how his neighbour, a famous detective growing marrows, takes up the murder of the local squire. Everyone hides something, and the solution hides in plain sight.',
  },
  {
    id: 22,
    title: 'The Man Who Was Thursday',
    author: 'G. K. Chesterton',
    year: 1908,
    pages: 182,
    genres: ['Mystery', 'Comedy', 'Philosophy'],
    about:
      'A poet turned police spy is elected to a council of anarchists named for the days of the week. As each mask comes off, the plot becomes a nightmare, and the nightmare a joke about God.',
  },
];
