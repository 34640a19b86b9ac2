const MOST_CHARACTERS = 300;

/** What an endpoint sent, fit to be shown: on one line, cut, and without our key, should it be repeated there. */
export function readable(text: string, key: string | undefined): string {
  const hidden = key === undefined ? text : text.replaceAll(key, '***');
  const line = hidden.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS)}…` : line;
}
