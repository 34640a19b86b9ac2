import type { WalkedTable } from './walked-table.ts';

const PAGE = 8_192;

/** Blocks that are looked at for boundaries: some thousand rows, however large the table. */
const SAMPLED_PAGES = 400;

/** Percent of a table's blocks that make a sample of some thousand rows. */
export function sampledShare({ bytes }: Pick<WalkedTable, 'bytes'>): number {
  return Math.min(100, (100 * SAMPLED_PAGES) / Math.max(1, Math.ceil(bytes / PAGE)));
}
