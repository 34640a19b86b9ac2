import { withDatabase } from '@godwit/postgres/testing';
import { aStep } from '../../statements/testing/a-step.ts';
import { assessLoss } from '../assess-loss.ts';

/** What a downgrade by these bodies, a step each, would take from a database: `rows s.books 2`, `? why it cannot be seen`. */
export async function assessed(setup: string, bodies: readonly string[]): Promise<string[]> {
  return await withDatabase(async ({ client }) => {
    await client.query(setup);
    const steps = bodies.map((body, index) => aStep({ number: bodies.length - index, body, direction: 'down' }));
    const { losses, unseen } = await assessLoss({ client, plan: { steps }, placeholders: {} });
    return [
      ...losses.map(({ kind, object, count, reason, examples }) => {
        const shown = examples.map(({ key, before }) => `${key}: ${before}`).join('; ');
        return [`${kind} ${object} ${count}`, ...(reason === null ? [] : [reason]), ...(shown === '' ? [] : [shown])].join(' | ');
      }),
      ...unseen.map(({ reason }) => `? ${reason}`),
    ];
  });
}
