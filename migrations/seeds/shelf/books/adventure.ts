import type { Book } from './book.ts';

export const adventure: readonly Book[] = [
  {
    id: 1,
    title: 'Moby-Dick; or, The Whale',
    author: 'Herman Melville',
    year: 1851,
    pages: 635,
    genres: ['Sea Stories', 'Adventure'],
    about:
      'A restless sailor signs on to a whaling ship whose captain hunts one white whale across the oceans. Part sea voyage, part encyclopaedia of the whale, it ends in a chase that no one aboard can stop.',
  },
  {
    id: 2,
    title: 'Treasure Island',
    author: 'Robert Louis Stevenson',
    year: 1883,
    pages: 292,
    genres: ['Adventure', 'Sea Stories', "Children's"],
    about:
      'A boy finds a map in a dead sailor’s chest and sails with a crew that turns out to be half pirates. Buried gold, a mutiny at sea, and a one-legged cook whom nobody should trust.',
  },
  {
    id: 3,
    title: 'Twenty Thousand Leagues Under the Seas',
    author: 'Jules Verne',
    year: 1870,
    pages: 394,
    genres: ['Science Fiction', 'Sea Stories', 'Adventure'],
    about:
      'Three men hunting a sea monster become prisoners aboard a submarine of marvellous invention. Its captain shows them the floor of the ocean, and his quarrel with the world above it.',
  },
  {
    id: 4,
    title: 'The Count of Monte Cristo',
    author: 'Alexandre Dumas',
    year: 1846,
    pages: 1276,
    genres: ['Adventure', 'Historical'],
    about:
      'A young sailor, betrayed by friends and buried alive in a prison, digs his way out to a treasure and a long revenge. Disguise, patience and money take apart three men who thought him dead.',
  },
  {
    id: 5,
    title: 'The Three Musketeers',
    author: 'Alexandre Dumas',
    year: 1844,
    pages: 700,
    genres: ['Adventure', 'Historical', 'Comedy'],
    about:
      'A poor Gascon rides to Paris to become a musketeer and fights three duels on his first day. Swords, friendship and a queen’s diamonds set against the spies of a cardinal.',
  },
  {
    id: 6,
    title: 'Robinson Crusoe',
    author: 'Daniel Defoe',
    year: 1719,
    pages: 320,
    genres: ['Adventure', 'Sea Stories'],
    about:
      'The only survivor of a shipwreck lives twenty-eight years on an island. He plants, builds, prays and keeps accounts, until a footprint in the sand tells him that he is not alone.',
  },
  {
    id: 7,
    title: 'King Solomon’s Mines',
    author: 'H. Rider Haggard',
    year: 1885,
    pages: 320,
    genres: ['Adventure'],
    about:
      'An old hunter leads two gentlemen over desert and mountain with a three-hundred-year-old map in search of a lost brother. At the end of the road wait a hidden kingdom and a treasure chamber with a closing door.',
  },
  {
    id: 8,
    title: 'The Call of the Wild',
    author: 'Jack London',
    year: 1903,
    pages: 172,
    genres: ['Adventure', 'Nature'],
    about:
      'A dog stolen from a warm valley learns the law of the sled and the frozen north. With every mile of snow the old life falls away, and the wolves sound more like home.',
  },
  {
    id: 9,
    title: 'White Fang',
    author: 'Jack London',
    year: 1906,
    pages: 298,
    genres: ['Adventure', 'Nature'],
    about:
      'A wolf cub born in the frozen north grows up among sled dogs, cruel men and hunger. One patient master teaches him that there is another law than the bite.',
  },
  {
    id: 10,
    title: 'Around the World in Eighty Days',
    author: 'Jules Verne',
    year: 1872,
    pages: 252,
    genres: ['Adventure', 'Comedy'],
    about:
      'A gentleman of perfect habits bets his fortune that he can travel round the world in eighty days. Trains, steamers and an elephant carry him on, with a detective close behind.',
  },
  {
    id: 11,
    title: 'Kidnapped',
    author: 'Robert Louis Stevenson',
    year: 1886,
    pages: 248,
    genres: ['Adventure', 'Historical', 'Sea Stories'],
    about:
      'Cheated by his uncle and shut aboard a ship, a young Lowlander is thrown together with a Jacobite outlaw. Shipwreck, murder and a flight across the heather of the Highlands.',
  },
  {
    id: 12,
    title: 'The Sea-Wolf',
    author: 'Jack London',
    year: 1904,
    pages: 366,
    genres: ['Sea Stories', 'Adventure', 'Philosophy'],
    about:
      'A man of letters is fished out of San Francisco Bay by a sealing ship and made its cabin boy. Its captain reads philosophy, breaks men for pleasure, and takes him on a voyage he never bought.',
  },
];
