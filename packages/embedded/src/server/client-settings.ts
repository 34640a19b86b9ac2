/** Startup parameters that are no settings of the session. */
const NOT_SETTINGS = new Set(['user', 'database', 'replication', 'options', 'godwit.control']);

/**
 * The settings that a client asks for when it connects: parameters by their names, and those in `options`
 * (`-c name=value`, `-cname=value`, `--name=value`; a backslash escapes a space, as libpq has it).
 */
export function startupSettings(parameters: ReadonlyMap<string, string>): Map<string, string> {
  const settings = new Map(parseOptions(parameters.get('options') ?? ''));
  for (const [name, value] of parameters) if (!NOT_SETTINGS.has(name) && !name.startsWith('_pq_.')) settings.set(name, value);
  return settings;
}

function parseOptions(options: string): [string, string][] {
  const words = [...options.matchAll(/(?:\\[\s\S]|[^\s\\])+/g)].map(([word]) => word.replace(/\\([\s\S])/g, '$1'));
  const assignments: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '-c') assignments.push(words[++at] ?? '');
    else if (word.startsWith('-c')) assignments.push(word.slice(2));
    else if (word.startsWith('--')) assignments.push(word.slice(2));
  }
  return assignments.flatMap((assignment) => {
    const equals = assignment.indexOf('=');
    return equals < 1 ? [] : [[assignment.slice(0, equals).replaceAll('-', '_'), assignment.slice(equals + 1)]];
  });
}
