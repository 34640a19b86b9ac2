import * as v from 'valibot';
import { ask } from '../ask.ts';
import { fine, warning } from '../finding.ts';
import type { Check } from '../patient.ts';

const row = v.object({ now: v.date() });

/** Nobody reads times in the log that closely. */
const TOLERATED_MS = 5_000;

export const clock: Check = {
  name: 'clock',
  of: 'server',
  look: async (patient) => {
    const before = patient.now().getTime();
    const [answer] = await ask(patient, 'clock', row);
    const after = patient.now().getTime();
    const difference = (answer?.now.getTime() ?? 0) - (before + after) / 2;
    // What the answer took may have been spent on either way.
    const certain = Math.abs(difference) - (after - before) / 2;
    if (certain <= TOLERATED_MS) return [fine("the server's clock agrees with this machine's")];
    const seconds = Math.round(Math.abs(difference) / 1000);
    return [
      warning(
        `the server's clock is ${seconds} s ${difference > 0 ? 'ahead of' : 'behind'} this machine's`,
        ['Times in the log and in file names of the two will not fit together.'],
        ['switch on the time synchronisation of whichever is wrong: timedatectl set-ntp true'],
      ),
    ];
  },
};
