import type { Topic } from './topics.ts';

export const humanities: readonly Topic[] = [
  {
    owner: 'grace',
    name: 'Capitals of Africa',
    description: 'All fifty-four.',
    file: 'capitals.csv',
    cards: 54,
    tags: ['geography'],
    chunks: [
      'Abuja replaced Lagos as capital of Nigeria in 1991. Dodoma is the capital of Tanzania, though Dar es Salaam is larger.',
      'South Africa divides its capital between Pretoria, Cape Town and Bloemfontein.',
    ],
  },
  {
    owner: 'dario',
    name: 'Storia romana: date',
    description: 'Dalla fondazione alla caduta.',
    file: 'storia-romana.pdf',
    cards: 60,
    tags: ['storia', 'esame'],
    chunks: [
      'Nel 44 a.C. Cesare è ucciso alle idi di marzo; nel 27 a.C. Ottaviano riceve il titolo di Augusto.',
      'Nel 476 Odoacre depone Romolo Augustolo: la data convenzionale della fine dell’impero d’Occidente.',
    ],
  },
  {
    owner: 'benedikt',
    name: 'Musiktheorie: Intervalle',
    description: 'Hören und benennen.',
    file: null,
    cards: 26,
    tags: ['musik'],
    chunks: [
      'Eine reine Quinte hat das Schwingungsverhältnis 3:2, eine reine Quarte 4:3; zusammen ergeben sie die Oktave.',
      'Der Tritonus teilt die Oktave in zwei gleiche Hälften und strebt nach Auflösung.',
    ],
  },
  {
    owner: 'chiyo',
    name: '百人一首',
    description: '百首の上の句と下の句。',
    file: 'hyakunin-isshu.txt',
    cards: 100,
    tags: ['古典', '和歌'],
    chunks: [
      '秋の田の かりほの庵の 苫をあらみ わが衣手は 露にぬれつつ（天智天皇）',
      '花の色は 移りにけりな いたづらに わが身世にふる ながめせしまに（小野小町）',
    ],
  },
  {
    owner: 'eszter',
    name: 'Security awareness 2025',
    description: 'Mandatory for everybody; pass mark 80 %.',
    file: 'security-handbook.pdf',
    cards: 35,
    tags: ['work'],
    chunks: [
      'Phishing messages hurry you. Report them; do not answer, and do not forward them to colleagues.',
      'A password manager makes long, different passwords bearable; a second factor makes a stolen one useless.',
    ],
  },
  {
    owner: 'farid',
    name: 'Chess endgames',
    description: 'Lucena, Philidor and the square of the pawn.',
    file: null,
    cards: 18,
    tags: ['chess'],
    chunks: ['In the Lucena position the rook builds a bridge on the fourth rank to shelter its king from checks.'],
  },
  {
    owner: 'hugo',
    name: 'Vins de Bourgogne',
    description: 'Climats, villages, premiers et grands crus.',
    file: 'bourgogne.md',
    cards: 0,
    tags: ['vin'],
    chunks: [],
  },
];
