import { extensionAdvice, serverVersion } from '@godwit/postgres';
import * as v from 'valibot';
import { ask } from '../ask.ts';
import { type Finding, fine, problem, warning } from '../finding.ts';
import type { Check, Patient } from '../patient.ts';

const row = v.object({
  name: v.string(),
  installed: v.nullable(v.string()),
  available: v.nullable(v.string()),
  may_create: v.boolean(),
});

type Extension = v.InferOutput<typeof row>;

export const extensions: Check = {
  name: 'extensions',
  of: 'server',
  look: async (patient) => {
    const needed = [...patient.needs.extensions.keys()];
    if (needed.length === 0) return [fine('the revisions create no extension')];
    const found = await ask(patient, 'extensions', row, [needed, patient.settings.database]);
    return found.map((extension) => judge(patient, extension));
  },
};

function judge(patient: Patient, { name, installed, available, may_create }: Extension): Finding {
  const { client, exists, settings, needs, embedded } = patient;
  const revision = needs.extensions.get(name) ?? '';
  if (exists && installed !== null) {
    if (available === null || available === installed) return fine(`${name} ${installed} is installed`);
    return warning(
      `${name} ${installed} is installed, and the server has ${available}`,
      ['Another database of this server would get the newer one.'],
      [`alter extension "${name}" update;`],
    );
  }
  const advice = { extension: name, serverVersion: serverVersion(client), database: settings.database, user: settings.user };
  if (available === null) {
    const instead = embedded
      ? ['the embedded server has vector, pg_trgm, uuid-ossp and pgcrypto; set DATABASE_URL to a server that has it']
      : null;
    return problem(
      `${name} is not on this server`,
      [`${revision} creates it.`],
      instead ?? extensionAdvice({ ...advice, reason: 'missing' }),
    );
  }
  if (may_create) return fine(`${name} ${available} is there to be created, by ${revision}`);
  return problem(
    `${settings.user} may not create ${name}`,
    [`${revision} creates it, unless it is there already.`],
    extensionAdvice({ ...advice, reason: 'not permitted' }),
  );
}
