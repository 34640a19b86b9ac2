import type { Book } from './book.ts';

export const wonder: readonly Book[] = [
  {
    id: 23,
    title: 'Frankenstein; or, The Modern Prometheus',
    author: 'Mary Shelley',
    year: 1818,
    pages: 280,
    genres: ['Gothic', 'Science Fiction'],
    about:
      'A student of science gives life to a creature and runs from it. The monster learns to speak, to read and to hate, and follows his maker to the ice of the north.',
  },
  {
    id: 24,
    title: 'Dracula',
    author: 'Bram Stoker',
    year: 1897,
    pages: 418,
    genres: ['Gothic'],
    about:
      'A solicitor travels to a castle in the mountains and finds that his host casts no reflection. Diaries and telegrams follow the vampire to England, where a doctor knows what garlic is for.',
  },
  {
    id: 25,
    title: 'The Time Machine',
    author: 'H. G. Wells',
    year: 1895,
    pages: 118,
    genres: ['Science Fiction'],
    about:
      'An inventor rides his machine to a far future where the human race has split in two. What looks like a garden is a larder, and the traveller has lost his machine.',
  },
  {
    id: 26,
    title: 'The War of the Worlds',
    author: 'H. G. Wells',
    year: 1898,
    pages: 192,
    genres: ['Science Fiction'],
    about:
      'Cylinders fall from Mars upon the quiet south of England. Machines on three legs burn towns with a ray of heat, and the greatest empire of the age learns what invasion means.',
  },
  {
    id: 27,
    title: 'The Invisible Man',
    author: 'H. G. Wells',
    year: 1897,
    pages: 208,
    genres: ['Science Fiction', 'Comedy'],
    about:
      'A stranger wrapped in bandages takes a room at a village inn in winter. The science that made him invisible cannot keep him warm, fed or sane.',
  },
  {
    id: 28,
    title: 'Strange Case of Dr Jekyll and Mr Hyde',
    author: 'Robert Louis Stevenson',
    year: 1886,
    pages: 141,
    genres: ['Gothic', 'Science Fiction', 'Mystery'],
    about:
      'A London lawyer wonders what hold the hateful Mr Hyde has on his friend the doctor. The answer is in a laboratory glass: one man, two faces, and a draught that runs out.',
  },
  {
    id: 29,
    title: 'Alice’s Adventures in Wonderland',
    author: 'Lewis Carroll',
    year: 1865,
    pages: 192,
    genres: ['Fantasy', "Children's", 'Comedy'],
    about:
      'A girl follows a white rabbit down a hole and finds a country where logic has gone on holiday. She grows, shrinks, takes tea with a hatter and plays croquet with a queen.',
  },
  {
    id: 30,
    title: 'Through the Looking-Glass',
    author: 'Lewis Carroll',
    year: 1871,
    pages: 224,
    genres: ['Fantasy', "Children's", 'Comedy'],
    about:
      'Alice steps through the mirror into a country laid out as a game of chess. A white knight, an egg on a wall and a red queen who runs to stay in place teach a girl nonsense logic.',
  },
  {
    id: 31,
    title: 'The Wonderful Wizard of Oz',
    author: 'L. Frank Baum',
    year: 1900,
    pages: 259,
    genres: ['Fantasy', "Children's"],
    about:
      'A cyclone drops a girl and her dog in a country of witches. With a scarecrow, a tin woodman and a cowardly lion she walks the yellow road to ask a wizard for the way home.',
  },
  {
    id: 32,
    title: 'Peter and Wendy',
    author: 'J. M. Barrie',
    year: 1911,
    pages: 267,
    genres: ['Fantasy', "Children's", 'Adventure'],
    about:
      'A boy who will not grow up teaches three children to fly to an island of pirates, mermaids and lost boys. The clock in the crocodile ticks for everyone but him.',
  },
  {
    id: 33,
    title: 'The Picture of Dorian Gray',
    author: 'Oscar Wilde',
    year: 1890,
    pages: 272,
    genres: ['Gothic', 'Philosophy'],
    about:
      'A beautiful young man wishes that his portrait might grow old in his place. Upstairs, under a cloth, the painting keeps the account of every pleasure and every crime.',
  },
  {
    id: 34,
    title: 'A Princess of Mars',
    author: 'Edgar Rice Burroughs',
    year: 1917,
    pages: 186,
    genres: ['Science Fiction', 'Fantasy', 'Adventure'],
    about:
      'A soldier falls asleep in a cave and wakes on Mars, where he can leap like a grasshopper. Green warriors, airships and a princess of the red race give him a war worth fighting.',
  },
  {
    id: 35,
    title: 'The Turn of the Screw',
    author: 'Henry James',
    year: 1898,
    pages: 132,
    genres: ['Gothic', 'Mystery'],
    about:
      'A governess alone in a country house sees two dead servants watching the children. Either the ghosts are real, or the danger is the one who tells the story.',
  },
  {
    id: 36,
    title: 'Carmilla',
    author: 'Sheridan Le Fanu',
    year: 1872,
    pages: 108,
    genres: ['Gothic', 'Romance'],
    about:
      'A carriage accident brings a languid guest to a lonely castle in Styria. The girl of the house dreams of a bite at night, and an old portrait of a vampire has her friend’s face.',
  },
];
