import type { Audiobook } from './library.ts';

const BAUM = ['L. Frank Baum'] as const;
const MONTGOMERY = ['L. M. Montgomery'] as const;
const ALCOTT = ['Louisa May Alcott'] as const;
const TROLLOPE = ['Anthony Trollope'] as const;
const CARROLL = ['Lewis Carroll'] as const;
const OZ = 'Oz';
const ANNE = 'Anne of Green Gables';
const MARCH = 'Little Women';
const BARSET = 'Chronicles of Barsetshire';
const ALICE = 'Alice';

export const households: readonly Audiobook[] = [
  { id: 42, title: 'The Wonderful Wizard of Oz', year: 1900, authors: BAUM, series: [OZ, '1'], minutes: 236 },
  { id: 43, title: 'The Marvelous Land of Oz', year: 1904, authors: BAUM, series: [OZ, '2'], minutes: 274 },
  { id: 44, title: 'Ozma of Oz', year: 1907, authors: BAUM, series: [OZ, '3'], minutes: 263 },
  { id: 45, title: 'Dorothy and the Wizard in Oz', year: 1908, authors: BAUM, series: [OZ, '4'], minutes: 258 },
  { id: 46, title: 'The Emerald City of Oz', year: 1910, authors: BAUM, series: [OZ, '6'], minutes: 341 },
  { id: 47, title: 'Anne of Green Gables', year: 1908, authors: MONTGOMERY, series: [ANNE, '1'], minutes: 611 },
  { id: 48, title: 'Anne of Avonlea', year: 1909, authors: MONTGOMERY, series: [ANNE, '2'], minutes: 552 },
  { id: 49, title: 'Anne of the Island', year: 1915, authors: MONTGOMERY, series: [ANNE, '3'], minutes: 487 },
  { id: 50, title: 'Anne’s House of Dreams', year: 1917, authors: MONTGOMERY, series: [ANNE, '5'], minutes: 505 },
  {
    id: 51,
    title: 'Little Women',
    subtitle: 'or, Meg, Jo, Beth and Amy',
    year: 1868,
    authors: ALCOTT,
    series: [MARCH, '1'],
    minutes: 1_184,
  },
  {
    id: 52,
    title: 'Little Men',
    subtitle: 'Life at Plumfield with Jo’s Boys',
    year: 1871,
    authors: ALCOTT,
    series: [MARCH, '2'],
    minutes: 658,
  },
  { id: 53, title: 'Jo’s Boys', subtitle: 'And How They Turned Out', year: 1886, authors: ALCOTT, series: [MARCH, '3'], minutes: 639 },
  { id: 54, title: 'The Warden', year: 1855, authors: TROLLOPE, series: [BARSET, '1'], minutes: 447 },
  { id: 55, title: 'Barchester Towers', year: 1857, authors: TROLLOPE, series: [BARSET, '2'], minutes: 1_168 },
  { id: 56, title: 'Doctor Thorne', year: 1858, authors: TROLLOPE, series: [BARSET, '3'], minutes: 1_334 },
  { id: 57, title: 'The Last Chronicle of Barset', year: 1867, authors: TROLLOPE, series: [BARSET, '6'], minutes: 2_011 },
  { id: 58, title: 'Alice’s Adventures in Wonderland', year: 1865, authors: CARROLL, series: [ALICE, '1'], minutes: 172 },
  { id: 59, title: 'Through the Looking-Glass', year: 1871, authors: CARROLL, series: [ALICE, '2'], minutes: 198 },
  { id: 60, title: 'Jane Eyre', subtitle: 'An Autobiography', year: 1847, authors: ['Charlotte Brontë'], minutes: 1_149 },
  { id: 61, title: 'Wuthering Heights', year: 1847, authors: ['Emily Brontë'], minutes: 748 },
  { id: 62, title: 'Middlemarch', subtitle: 'A Study of Provincial Life', year: 1871, authors: ['George Eliot'], minutes: 2_138 },
];
