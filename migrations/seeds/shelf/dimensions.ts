/** The seven ratings of a book, in the order in which a fingerprint's vector holds them. */
export const dimensions = [
  'pace',
  'emotional_impact',
  'complexity',
  'character_development',
  'plot_quality',
  'prose_style',
  'originality',
] as const;

export type Dimension = (typeof dimensions)[number];
