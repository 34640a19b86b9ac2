import type { Audiobook } from './library.ts';

const VERNE = ['Jules Verne'] as const;
const DUMAS = ['Alexandre Dumas', 'Auguste Maquet'] as const;
const BURROUGHS = ['Edgar Rice Burroughs'] as const;
const COOPER = ['James Fenimore Cooper'] as const;
const HAGGARD = ['H. Rider Haggard'] as const;
const NEMO = 'Captain Nemo';
const BARSOOM = 'Barsoom';
const TARZAN = 'Tarzan';
const MUSKETEERS = 'The d’Artagnan Romances';
const LEATHERSTOCKING = 'Leatherstocking Tales';
const QUATERMAIN = 'Allan Quatermain';

export const travellers: readonly Audiobook[] = [
  { id: 19, title: 'In Search of the Castaways', year: 1868, authors: VERNE, series: [NEMO, '1'], minutes: 938 },
  { id: 20, title: 'Twenty Thousand Leagues Under the Seas', year: 1870, authors: VERNE, series: [NEMO, '2'], minutes: 752 },
  { id: 21, title: 'The Mysterious Island', year: 1875, authors: VERNE, series: [NEMO, '3'], minutes: 1_266 },
  { id: 22, title: 'Journey to the Centre of the Earth', year: 1864, authors: VERNE, minutes: 494 },
  { id: 23, title: 'A Princess of Mars', year: 1917, authors: BURROUGHS, series: [BARSOOM, '1'], minutes: 404 },
  { id: 24, title: 'The Gods of Mars', year: 1918, authors: BURROUGHS, series: [BARSOOM, '2'], minutes: 476 },
  { id: 25, title: 'The Warlord of Mars', year: 1919, authors: BURROUGHS, series: [BARSOOM, '3'], minutes: 344 },
  { id: 26, title: 'Thuvia, Maid of Mars', year: 1920, authors: BURROUGHS, series: [BARSOOM, '4'], minutes: 279 },
  { id: 27, title: 'The Chessmen of Mars', year: 1922, authors: BURROUGHS, series: [BARSOOM, '5'], minutes: 509 },
  { id: 28, title: 'Tarzan of the Apes', year: 1914, authors: BURROUGHS, series: [TARZAN, '1'], minutes: 522 },
  { id: 29, title: 'The Return of Tarzan', year: 1915, authors: BURROUGHS, series: [TARZAN, '2'], minutes: 541 },
  { id: 30, title: 'The Beasts of Tarzan', year: 1916, authors: BURROUGHS, series: [TARZAN, '3'], minutes: 388 },
  { id: 31, title: 'The Three Musketeers', year: 1844, authors: DUMAS, series: [MUSKETEERS, '1'], minutes: 1_412 },
  { id: 32, title: 'Twenty Years After', year: 1845, authors: DUMAS, series: [MUSKETEERS, '2'], minutes: 1_738 },
  { id: 33, title: 'The Man in the Iron Mask', year: 1850, authors: DUMAS, series: [MUSKETEERS, '3.3'], minutes: 1_214 },
  { id: 34, title: 'The Count of Monte Cristo', year: 1846, authors: DUMAS, minutes: 3_168 },
  { id: 35, title: 'The Deerslayer', year: 1841, authors: COOPER, series: [LEATHERSTOCKING, '1'], minutes: 1_302 },
  {
    id: 36,
    title: 'The Last of the Mohicans',
    subtitle: 'A Narrative of 1757',
    year: 1826,
    authors: COOPER,
    series: [LEATHERSTOCKING, '2'],
    minutes: 918,
  },
  { id: 37, title: 'The Prairie', year: 1827, authors: COOPER, series: [LEATHERSTOCKING, '5'], minutes: 1_008 },
  { id: 38, title: 'King Solomon’s Mines', year: 1885, authors: HAGGARD, series: [QUATERMAIN, '1'], minutes: 597 },
  { id: 39, title: 'Allan Quatermain', year: 1887, authors: HAGGARD, series: [QUATERMAIN, '2'], minutes: 651 },
  { id: 40, title: 'The World’s Desire', year: 1890, authors: ['H. Rider Haggard', 'Andrew Lang'], minutes: 482 },
  { id: 41, title: '海底二万里', subtitle: '日本語版', year: 1870, authors: VERNE, minutes: 811 },
];
