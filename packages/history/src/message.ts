/** graphile-migrate's limit. */
const LONGEST_MESSAGE = 512;

/**
 * Why a message cannot stand in a header; null when it can. Besides what graphile-migrate refuses, the line separators
 * U+2028 and U+2029, after which its parser would not recognise the header any more.
 */
export function invalidMessageReason(message: string): 'too long' | 'control character' | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find
  if (/[\u0000-\u001A\u2028\u2029]/.test(message)) return 'control character';
  return message.length > LONGEST_MESSAGE ? 'too long' : null;
}
