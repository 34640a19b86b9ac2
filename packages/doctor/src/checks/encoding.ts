import { quoteIdentifier } from '@godwit/postgres';
import * as v from 'valibot';
import { ask } from '../ask.ts';
import { fine, problem, warning } from '../finding.ts';
import type { Check } from '../patient.ts';

const row = v.object({ encoding: v.string(), collate: v.nullable(v.string()), stale_collation: v.boolean() });

export const encoding: Check = {
  name: 'encoding',
  of: 'database',
  look: async (patient) => {
    const [found] = await ask(patient, 'encoding', row);
    if (found === undefined) return [];
    const { database } = patient.settings;
    const name = quoteIdentifier(database);
    if (found.encoding !== 'UTF8')
      return [
        problem(
          `${database} is encoded in ${found.encoding}, and Godwit works in UTF-8 alone`,
          [],
          [
            `create database ${quoteIdentifier(`${database}_utf8`)} encoding 'UTF8' template template0;`,
            'then move the data: pg_dump and psql',
          ],
        ),
      ];
    if (found.stale_collation)
      return [
        warning(
          "the system's collations have another version than the one that the indexes were made with",
          ['An index on text that was made before may miss rows, and let duplicates in.'],
          [`reindex database ${name};`, `alter database ${name} refresh collation version;`],
        ),
      ];
    return [fine(`UTF8${found.collate === null ? '' : `, collation ${found.collate}`}`)];
  },
};
