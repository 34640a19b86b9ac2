export { MisfitKey, MisfitVector, NoTransaction } from '../errors/copy-errors.ts';
export { type CopyVectorsOptions, copyVectors } from './copy-vectors.ts';
export { type EmbedTexts, type EmbedTextsOptions, embedTexts, type TextRow } from './embed-texts.ts';
export type { KeyColumn, KeyType, KeyValue, VectorRow } from './vector-rows.ts';
