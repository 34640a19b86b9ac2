import type { MamAuthors } from '@godwit/queries/tables';
import { instant } from '../moments.ts';

/** Name and the form it is sorted by, in the order of their ids. */
const people = [
  ['Arthur Conan Doyle', 'Doyle, Arthur Conan'],
  ['G. K. Chesterton', 'Chesterton, G. K.'],
  ['Maurice Leblanc', 'Leblanc, Maurice'],
  ['Wilkie Collins', 'Collins, Wilkie'],
  ['Charles Dickens', 'Dickens, Charles'],
  ['Gaston Leroux', 'Leroux, Gaston'],
  ['Jules Verne', 'Verne, Jules'],
  ['Edgar Rice Burroughs', 'Burroughs, Edgar Rice'],
  ['Alexandre Dumas', 'Dumas, Alexandre'],
  ['Auguste Maquet', 'Maquet, Auguste'],
  ['James Fenimore Cooper', 'Cooper, James Fenimore'],
  ['H. Rider Haggard', 'Haggard, H. Rider'],
  ['Andrew Lang', 'Lang, Andrew'],
  ['L. Frank Baum', 'Baum, L. Frank'],
  ['L. M. Montgomery', 'Montgomery, L. M.'],
  ['Louisa May Alcott', 'Alcott, Louisa May'],
  ['Anthony Trollope', 'Trollope, Anthony'],
  ['Lewis Carroll', 'Carroll, Lewis'],
  ['Charlotte Brontë', 'Brontë, Charlotte'],
  ['Emily Brontë', 'Brontë, Emily'],
  ['George Eliot', 'Eliot, George'],
] as const;

export const authorIds: Readonly<Record<string, number>> = Object.fromEntries(people.map(([name], index) => [name, index + 1]));

export const authors: readonly MamAuthors[] = people.map(([name, sortName], index) => ({
  id: index + 1,
  name,
  sort_name: sortName,
  goodreads_id: index % 4 === 3 ? null : `seed-gr-${1_000 + index}`,
  audible_id: index % 3 === 2 ? null : `seed-au-${2_000 + index}`,
  description: null,
  created_at: instant('2025-03-01', index),
}));
