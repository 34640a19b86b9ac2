export { booksByMetadata, narratorsOfBook } from './books.queries.ts';
export { nextDownloadsToRetry } from './downloads.queries.ts';
export { incompleteSeries, missingBooksOfSeries } from './series.queries.ts';
