/** What is needed of a connection: `pg`'s Client has it. */
export interface CatalogReader {
  query(text: string, values?: unknown[]): Promise<{ readonly rows: readonly unknown[] }>;
}
