export * as anki from './anki/index.ts';
export * as charts from './charts/index.ts';
export * as mam from './mam/index.ts';
export * as shelf from './shelf/index.ts';
export { type ShownQuery, type ShownRow, shownQueries } from './shown-queries.ts';
export { toVector } from './values.ts';
export * as verse from './verse/index.ts';
