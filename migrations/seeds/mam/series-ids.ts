/** Ids by name. */
export const seriesIds = {
  'Sherlock Holmes': 1,
  'Father Brown': 2,
  'Arsène Lupin': 3,
  'Captain Nemo': 4,
  Barsoom: 5,
  Tarzan: 6,
  'The d’Artagnan Romances': 7,
  'Leatherstocking Tales': 8,
  'Allan Quatermain': 9,
  Oz: 10,
  'Anne of Green Gables': 11,
  'Little Women': 12,
  'Chronicles of Barsetshire': 13,
  Alice: 14,
} as const;
