/**
 * Who got or lost what: `grant on table shelf.books to app is missing: SELECT`.
 *
 * @param subject the object's id
 */
export function grantsChangeInWords(subject: string, before: readonly string[], after: readonly string[]): readonly string[] {
  const was = new Map(before.map(parseGrant));
  const is = new Map(after.map(parseGrant));
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((who) => {
    const old = was.get(who);
    const now = is.get(who);
    const grant = `grant on ${subject} to ${who}`;
    if (old === now) return [];
    if (now === undefined) return [`${grant} is missing: ${old}`];
    return [old === undefined ? `${grant} is new: ${now}` : `${grant}: ${old} → ${now}`];
  });
}

/** `app=INSERT, SELECT/boss` as `app by boss` and `INSERT, SELECT`. */
function parseGrant(grant: string): readonly [string, string] {
  const [, role = '', privileges = '', grantor] = /^((?:"(?:[^"]|"")*"|[^="])+)=([^/]*)(?:\/(.*))?$/.exec(grant) ?? [];
  const holder = role === 'OWNER' ? 'its owner' : role;
  return [grantor === undefined ? holder : `${holder} by ${grantor}`, privileges];
}
