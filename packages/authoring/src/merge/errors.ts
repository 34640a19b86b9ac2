import { GodwitError } from '@godwit/diagnostics';
import type { Revision } from '@godwit/history';
import type { NotProved } from '../prove/errors.ts';

/** Git is not there to say whose a revision is, and nobody else has. */
export class NoRepository extends GodwitError {
  constructor(asked: string | null, folder: string) {
    super({
      code: 'GW380',
      message:
        asked === null
          ? `${folder} is not under Git, which would say which revisions are yours`
          : `${folder} is not under Git, so ${asked} means nothing`,
      help: 'name your head, which goes after the other one: godwit merge --mine REVISION\ngodwit heads lists them',
    });
  }
}

/** `--onto` names what Git does not know. */
export class UnknownRef extends GodwitError {
  constructor(ref: string) {
    super({
      code: 'GW381',
      message: `Git knows no branch or commit ${JSON.stringify(ref)}`,
      help: 'git branch --all lists the branches; git fetch gets those of others',
    });
  }
}

/** Git does not tell the sides apart: what is in the branch that counts as theirs is on both of them, or on none. */
export class SidesUnclear extends GodwitError {
  constructor(options: { readonly ref: string | null; readonly published: readonly Revision[]; readonly heads: readonly Revision[] }) {
    const { ref, published, heads } = options;
    const where = ref ?? 'the usual branches (origin/main, main)';
    super({
      code: 'GW382',
      message:
        published.length === 0
          ? `None of the ${heads.length} heads is in ${where}, so nobody can say which of them is yours`
          : `${listed(published.map(({ name }) => name))} are all in ${where}, so nobody can say which of them is yours`,
      details: heads.map(({ name, message }) => (message === null ? name : `${name}  ${message}`)),
      help: [
        ...(published.length === 0 ? ['it may be older than you think: git fetch'] : []),
        'say which branch has theirs: godwit merge --onto BRANCH',
        `or which head is yours: godwit merge --mine ${heads.at(-1)?.name ?? 'REVISION'}`,
      ].join('\n'),
    });
  }
}

/** `--mine` leaves more than one head for the others, or none. */
export class OthersUnclear extends GodwitError {
  constructor(mine: string, others: readonly Revision[]) {
    super({
      code: 'GW383',
      message:
        others.length === 0
          ? `${mine} is part of every head, so it is not one side of a fork`
          : `With ${mine} as yours there are ${others.length} heads to put it after`,
      details: others.map(({ name }) => name),
      help:
        others.length === 0
          ? 'name a revision that only your side has; godwit heads lists the heads'
          : `name the two that are meant: godwit merge ${others[0]?.name} ${mine}`,
    });
  }
}

/** A revision was named that is no head. */
export class NotAHead extends GodwitError {
  constructor(name: string, heads: readonly Revision[]) {
    super({
      code: 'GW384',
      message: `${name} is not a head, since another revision follows it`,
      details: heads.map((head) => head.name),
      help: 'name heads, which is what is merged, or none for all of them: godwit merge heads',
    });
  }
}

/** Git could not be asked. */
export class GitFailed extends GodwitError {
  constructor(command: string, said: string) {
    super({ code: 'GW385', message: `git ${command} failed: ${said}`, help: 'run it yourself to see why, then this command again' });
  }
}

/** What mine does, or its way back, was written for what was there before theirs. */
export class FailsAfterTheirs extends GodwitError {
  /** @param from mine, as it is so far */
  constructor({ from, theirs, error }: { readonly from: Revision; readonly theirs: string; readonly error: NotProved }) {
    const said = error.message.replaceAll(error.revision, from.name);
    super({
      code: 'GW386',
      message: `${from.name} does not hold after ${theirs}: ${said.slice(0, 1).toLowerCase()}${said.slice(1)}`,
      details: error.details,
      ...(error.frame === undefined ? {} : { frame: error.frame }),
      help: [
        'nothing was changed; yours has to be written for what theirs has made:',
        'leave the merge of Git (git merge --abort or git rebase --abort; when it is finished, git reset --hard ORIG_HEAD),',
        `open yours (godwit amend ${from.name}), commit that to Git, and have Git merge again;`,
        'then correct current.sql and revert.sql, and godwit commit puts it after theirs',
      ].join('\n'),
      cause: error,
    });
  }
}

/** `a, b and c`. */
function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
