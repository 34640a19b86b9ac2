import type { Audiobook } from './library.ts';

const DOYLE = ['Arthur Conan Doyle'] as const;
const CHESTERTON = ['G. K. Chesterton'] as const;
const LEBLANC = ['Maurice Leblanc'] as const;
const HOLMES = 'Sherlock Holmes';
const BROWN = 'Father Brown';
const LUPIN = 'Arsène Lupin';

export const detectives: readonly Audiobook[] = [
  { id: 1, title: 'A Study in Scarlet', year: 1887, authors: DOYLE, series: [HOLMES, '1'], minutes: 283 },
  { id: 2, title: 'The Sign of the Four', year: 1890, authors: DOYLE, series: [HOLMES, '2'], minutes: 268 },
  { id: 3, title: 'The Adventures of Sherlock Holmes', year: 1892, authors: DOYLE, series: [HOLMES, '3'], minutes: 721 },
  { id: 4, title: 'The Memoirs of Sherlock Holmes', year: 1894, authors: DOYLE, series: [HOLMES, '4'], minutes: 566 },
  { id: 5, title: 'The Hound of the Baskervilles', year: 1902, authors: DOYLE, series: [HOLMES, '5'], minutes: 402 },
  { id: 6, title: 'The Return of Sherlock Holmes', year: 1905, authors: DOYLE, series: [HOLMES, '6'], minutes: 735 },
  { id: 7, title: 'The Valley of Fear', year: 1915, authors: DOYLE, series: [HOLMES, '7'], minutes: 388 },
  {
    id: 8,
    title: 'The Adventure of the Speckled Band',
    subtitle: 'A single story',
    year: 1892,
    authors: DOYLE,
    series: [HOLMES, '3.5'],
    minutes: 58,
  },
  { id: 9, title: 'The Innocence of Father Brown', year: 1911, authors: CHESTERTON, series: [BROWN, '1'], minutes: 489 },
  { id: 10, title: 'The Wisdom of Father Brown', year: 1914, authors: CHESTERTON, series: [BROWN, '2'], minutes: 441 },
  { id: 11, title: 'Arsène Lupin, gentleman-cambrioleur', year: 1907, authors: LEBLANC, series: [LUPIN, '1'], minutes: 386 },
  { id: 12, title: 'Arsène Lupin contre Herlock Sholmès', year: 1908, authors: LEBLANC, series: [LUPIN, '2'], minutes: 402 },
  { id: 13, title: 'L’Aiguille creuse', year: 1909, authors: LEBLANC, series: [LUPIN, '3'], minutes: 428 },
  { id: 14, title: '813', year: 1910, authors: LEBLANC, series: [LUPIN, '4'], minutes: 840 },
  { id: 15, title: 'The Moonstone', year: 1868, authors: ['Wilkie Collins'], minutes: 1_187 },
  { id: 16, title: 'The Woman in White', year: 1860, authors: ['Wilkie Collins'], minutes: 1_485 },
  { id: 17, title: 'The Mystery of the Yellow Room', year: 1907, authors: ['Gaston Leroux'], minutes: 498 },
  {
    id: 18,
    title: 'The Frozen Deep',
    subtitle: 'A drama in three acts',
    year: 1857,
    authors: ['Wilkie Collins', 'Charles Dickens'],
    minutes: 152,
  },
];
