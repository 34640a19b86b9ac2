/** `pnpm verify [system…]`: the verification tests of the five systems. */
import { pnpmCommand, runProcess, VERIFY } from 'godwit';

await runProcess({
  invocation: pnpmCommand(process.env),
  summary: VERIFY.summary,
  definitions: [VERIFY],
  argv: ['verify', ...process.argv.slice(2)],
});
