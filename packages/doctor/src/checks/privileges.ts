import { quoteIdentifier } from '@godwit/postgres';
import * as v from 'valibot';
import { ask } from '../ask.ts';
import { type Finding, fine, problem, unknown } from '../finding.ts';
import type { Check, Patient } from '../patient.ts';

const roleRow = v.object({ superuser: v.boolean(), create_database: v.boolean(), create_schemas: v.nullable(v.boolean()) });

const schemaRow = v.object({ name: v.string(), owner: v.string(), usage: v.boolean(), create: v.boolean() });

const ownerRow = v.object({ owner: v.string(), objects: v.number(), example: v.string() });

/** Where the ledger is; made by the first upgrade. */
const LEDGER = ['graphile_migrate', 'godwit'];

export const privileges: Check = {
  name: 'privileges',
  of: 'server',
  look: async (patient) => {
    const { settings, exists, needs } = patient;
    const [role] = await ask(patient, 'role', roleRow, [settings.database]);
    if (role === undefined) return [unknown('the role of this session is not in pg_roles')];
    if (!exists) return [judgeCreation(patient, role.create_database || role.superuser)];
    if (role.superuser) return [fine(`${settings.user} is a superuser`)];
    const names = ['public', ...LEDGER, ...needs.schemas];
    const schemas = await ask(patient, 'schemas', schemaRow, [names]);
    const findings = [
      ...judgeDatabase(patient, role.create_schemas === true, names.length - schemas.length),
      ...schemas.flatMap((schema) => judgeSchema(patient, schema)),
      ...(await ask(patient, 'foreign-objects', ownerRow, [[...LEDGER, ...needs.schemas]])).map((owner) => judgeOwner(patient, owner)),
    ];
    return findings.length > 0 ? findings : [fine(`${settings.user} may do what the revisions do`)];
  },
};

function judgeCreation({ settings: { user, database } }: Patient, may: boolean): Finding {
  if (may) return fine(`${user} may create the database`);
  return problem(
    `${user} may not create the database ${database}`,
    [],
    [`create database ${quoteIdentifier(database)} owner ${quoteIdentifier(user)};   -- as a superuser`],
  );
}

/** Without it no schema can be made, and no trusted extension. */
function judgeDatabase({ settings: { user, database } }: Patient, may: boolean, missing: number): Finding[] {
  if (may || missing === 0) return [];
  return [
    problem(
      `${user} may not create schemas in ${database}`,
      ['The ledger is in two of its own, and the revisions may make others.'],
      [`grant create on database ${quoteIdentifier(database)} to ${quoteIdentifier(user)};`],
    ),
  ];
}

function judgeSchema({ settings: { user }, needs }: Patient, { name, owner, usage, create }: v.InferOutput<typeof schemaRow>): Finding[] {
  const lacking = [...(usage ? [] : ['usage']), ...(create ? [] : ['create'])];
  // Nothing goes to public where each system has a schema of its own, but for extensions.
  const unused = name === 'public' && needs.schemas.size > 0 && needs.extensions.size === 0;
  if (lacking.length === 0 || unused) return [];
  return [
    problem(
      `${user} has no ${lacking.join(' and ')} on the schema ${name}`,
      [`It belongs to ${owner}.`],
      [`grant ${lacking.join(', ')} on schema ${quoteIdentifier(name)} to ${quoteIdentifier(user)};   -- as ${owner}`],
    ),
  ];
}

/** Only its owner can alter or drop something; members of the owner can. */
function judgeOwner({ settings: { user } }: Patient, { owner, objects, example }: v.InferOutput<typeof ownerRow>): Finding {
  return problem(
    `${objects === 1 ? example : `${example} and ${objects - 1} more`} belong${objects === 1 ? 's' : ''} to ${owner}`,
    [`A revision that alters them fails for ${user}.`],
    [
      `grant ${quoteIdentifier(owner)} to ${quoteIdentifier(user)};   -- as a superuser`,
      `or have all of them change hands: reassign owned by ${quoteIdentifier(owner)} to ${quoteIdentifier(user)};`,
    ],
  );
}
