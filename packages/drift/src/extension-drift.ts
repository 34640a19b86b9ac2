import { quoteIdentifier, quoteLiteral } from '@godwit/postgres';
import type { ExtensionVersion } from './read-versions.ts';
import type { SideDrift } from './side-drift.ts';

type Versions = Readonly<Record<string, ExtensionVersion>>;

/**
 * Extensions of another version than the revisions make: the one that they name, else the one that the live server offers, which is what
 * they would install there today.
 */
export function extensionDrift(live: Versions, expected: Versions): readonly SideDrift[] {
  return Object.entries(live).flatMap(([name, { installed, offered }]): readonly SideDrift[] => {
    const built = expected[name];
    if (built === undefined) return [];
    const isNamed = built.installed !== built.offered;
    const wanted = isNamed ? built.installed : offered;
    const object = `extension ${name}`;
    if (wanted === null)
      return [{ object, words: `${object}: the server no longer has the files of version ${installed}`, repair: null, adopt: null }];
    if (wanted === installed) return [];
    const because = isNamed ? 'the revisions name' : 'the server offers';
    const update = (to: string) => `alter extension ${quoteIdentifier(name)} update to ${quoteLiteral(to)}`;
    return [
      {
        object,
        words: `${object}: version ${installed}, ${because} ${wanted}`,
        repair: update(wanted),
        adopt: isNamed ? update(installed) : null,
      },
    ];
  });
}
