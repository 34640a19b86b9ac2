/** True when the first line of a body says `--! no-transaction`: its one statement is then sent alone, outside a transaction. */
export function isNoTransaction(body: string): boolean {
  const end = body.indexOf('\n');
  return /^--!\s*no-transaction\b/.test(end > 0 ? body.slice(0, end) : body);
}
