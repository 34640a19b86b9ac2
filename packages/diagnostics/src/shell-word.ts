/** A word for a command line that a person copies: quoted only when it has to be. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** `-h db.internal` */
export function shellOption(flag: string, value: string): string {
  return `${flag} ${shellWord(value)}`;
}
