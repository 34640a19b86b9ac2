export { type Current, type CurrentFile, readCurrent } from './current/read-current.ts';
export { checkMessage } from './message/check-message.ts';
export { UnusableMessage, VagueMessage } from './message/errors.ts';
export { type BrokenQuery, checkQueries } from './queries/check-queries.ts';
export { UnreadableQueryFile } from './queries/errors.ts';
export { originalOffset } from './queries/original-offset.ts';
export { type Prepared, prepareQuery, type Refusal, type ResultField } from './queries/prepare-query.ts';
export { parseQueryFile, type Query } from './queries/query-file.ts';
export { type FoundQueries, type QueryFiles, readQueries, type UnreadableFile } from './queries/read-queries.ts';
