import type { Book } from './book.ts';

export const society: readonly Book[] = [
  {
    id: 37,
    title: 'Pride and Prejudice',
    author: 'Jane Austen',
    year: 1813,
    pages: 432,
    genres: ['Romance', 'Comedy', 'Social Novel'],
    about:
      'Five sisters, no fortune, and a rich neighbour too proud to dance. Elizabeth Bennet is quick to judge and slow to forgive, and marriage turns out to need a change of mind.',
  },
  {
    id: 38,
    title: 'Sense and Sensibility',
    author: 'Jane Austen',
    year: 1811,
    pages: 409,
    genres: ['Romance', 'Social Novel'],
    about:
      'Two sisters lose their home and meet love in opposite ways: one hides every feeling, the other none. Secret engagements and small incomes decide who may marry whom.',
  },
  {
    id: 39,
    title: 'Emma',
    author: 'Jane Austen',
    year: 1815,
    pages: 474,
    genres: ['Comedy', 'Romance', 'Social Novel'],
    about:
      'Handsome, clever and rich, Emma arranges the marriages of her village and misreads every heart in it, her own included. A comedy of good intentions and bad guesses.',
  },
  {
    id: 40,
    title: 'Persuasion',
    author: 'Jane Austen',
    year: 1817,
    pages: 249,
    genres: ['Romance', 'Social Novel'],
    about:
      'Eight years ago she was persuaded to refuse a sailor without money. Now he is back from the navy with a fortune, and looks for a wife anywhere but where she stands.',
  },
  {
    id: 41,
    title: 'Jane Eyre',
    author: 'Charlotte Brontë',
    year: 1847,
    pages: 532,
    genres: ['Romance', 'Gothic', 'Social Novel'],
    about:
      'An orphan becomes governess in a house with a brooding master and a laugh behind a locked door. She will love, but not at the price of herself.',
  },
  {
    id: 42,
    title: 'Wuthering Heights',
    author: 'Emily Brontë',
    year: 1847,
    pages: 416,
    genres: ['Gothic', 'Romance'],
    about:
      'A foundling raised on the moor loves the daughter of the house and is made to feel his place. His revenge takes two families and two generations, and does not stop at the grave.',
  },
  {
    id: 43,
    title: 'Middlemarch',
    author: 'George Eliot',
    year: 1871,
    pages: 880,
    genres: ['Social Novel', 'Historical'],
    about:
      'In a provincial town before the Reform a young woman marries a dry scholar and a young doctor marries a pretty face. Ambition, money and gossip weave their marriages into a whole society.',
  },
  {
    id: 44,
    title: 'Great Expectations',
    author: 'Charles Dickens',
    year: 1861,
    pages: 544,
    genres: ['Social Novel', 'Mystery'],
    about:
      'A blacksmith’s boy helps a convict on the marshes and later inherits a fortune from an unknown hand. He learns to be ashamed of the wrong people, and then of himself.',
  },
  {
    id: 45,
    title: 'A Tale of Two Cities',
    author: 'Charles Dickens',
    year: 1859,
    pages: 448,
    genres: ['Historical', 'Social Novel'],
    about:
      'Between London and Paris a doctor is recalled to life from prison, and a wasted lawyer finds one good use for his face. The guillotine of the Revolution keeps its own register.',
  },
  {
    id: 46,
    title: 'Little Women',
    author: 'Louisa May Alcott',
    year: 1868,
    pages: 546,
    genres: ["Children's", 'Social Novel', 'Romance'],
    about:
      'Four sisters grow up in New England while their father is away at war. Plays in the attic, burnt dresses, scarlet fever, and one girl who means to be a writer.',
  },
  {
    id: 47,
    title: 'Anne of Green Gables',
    author: 'L. M. Montgomery',
    year: 1908,
    pages: 320,
    genres: ["Children's", 'Comedy'],
    about:
      'A brother and sister send for an orphan boy to help on the farm and are sent a red-haired girl who never stops talking. The island, the school and the family are not the same again.',
  },
  {
    id: 48,
    title: 'The Secret Garden',
    author: 'Frances Hodgson Burnett',
    year: 1911,
    pages: 331,
    genres: ["Children's", 'Nature'],
    about:
      'A sour orphan girl in a house on the moor finds the key to a garden locked for ten years. As the roses wake in spring, so do a lonely boy and his grieving father.',
  },
  {
    id: 49,
    title: 'Tess of the d’Urbervilles',
    author: 'Thomas Hardy',
    year: 1891,
    pages: 518,
    genres: ['Social Novel', 'Romance', 'Nature'],
    about:
      'A farm girl is sent to claim kin with a rich family and pays for another’s wrong. Fields, dairies and threshing machines frame a marriage that cannot forgive.',
  },
  {
    id: 50,
    title: 'The Age of Innocence',
    author: 'Edith Wharton',
    year: 1920,
    pages: 365,
    genres: ['Social Novel', 'Romance', 'Historical'],
    about:
      'In old New York a young lawyer is engaged to the right girl when her cousin, a countess in flight from her marriage, returns. Society says nothing and decides everything.',
  },
  {
    id: 51,
    title: 'Mrs Dalloway',
    author: 'Virginia Woolf',
    year: 1925,
    pages: 296,
    genres: ['Social Novel', 'Philosophy'],
    about:
      'One June day in London a woman buys flowers for her party, and a soldier cannot come home from the war in his mind. Bells strike the hours between memory and now.',
  },
];
