/**
 * Whether a text means a revision, where only its name is known: its whole name, its slug, or its number without regard to leading zeros.
 *
 * @param name `000018-add-multi-dimensional-ratings`
 */
export function isNamed(name: string, text: string): boolean {
  const [digits = '', ...slug] = name.split('-');
  return text === name || text === slug.join('-') || (/^\d+$/.test(text) && Number(text) === Number(digits));
}
