/** `pnpm db …`: the embedded server of this checkout. */
import { DATABASE_DEFINITIONS, runProcess } from 'godwit';

await runProcess({ invocation: 'pnpm db', summary: 'The database of this checkout.', definitions: DATABASE_DEFINITIONS });
