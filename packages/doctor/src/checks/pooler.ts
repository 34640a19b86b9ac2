import { detectTransactionPooler } from '@godwit/postgres';
import { fine, problem } from '../finding.ts';
import type { Check } from '../patient.ts';

export const pooler: Check = {
  name: 'pooler',
  of: 'own server',
  betweenTransactions: true,
  look: async ({ client, connect, settings: { port } }) => {
    if (!(await detectTransactionPooler(client, connect))) return [fine('no pooler in transaction mode stands between')];
    return [
      problem(
        'the URL leads to a pooler in transaction mode',
        ["A session's settings and locks belong to whoever has the server process next: upgrade refuses it (GW108)."],
        [
          `name the server itself in DATABASE_URL, on its own port (usually 5432, not ${port})`,
          "Supabase: port 5432 of the pooler's host (session mode); Neon: the host without -pooler; RDS Proxy: the instance's endpoint",
        ],
      ),
    ];
  },
};
