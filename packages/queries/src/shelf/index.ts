export { recommendationCandidates } from './recommendations.queries.ts';
export { booksNearVector, similarBooksByDescription, similarBooksByFingerprint } from './similar-books.queries.ts';
export { userShelf } from './user-shelf.queries.ts';
