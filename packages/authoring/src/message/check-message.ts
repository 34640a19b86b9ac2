import { invalidMessageReason } from '@godwit/history';
import { UnusableMessage, VagueMessage } from './errors.ts';

/** A message of nothing but these says nothing. The users' manuals name `Update`, `Changes` and `Fix stuff` as bad examples. */
const EMPTY_WORDS = new Set(
  [
    'a an the my our some more new minor small misc various few it this that these and',
    'update updates updated change changes changed fix fixes fixed edit edits tweak tweaks add adds modify stuff thing things bug bugs',
    'wip todo tmp temp test tests testing asdf foo commit migration migrations revision revisions',
    'db database schema schemas table tables column columns sql',
  ].flatMap((words) => words.split(' ')),
);

/**
 * The message of a revision, trimmed.
 *
 * @param command what was typed, for the example in the help: `commit`, `revision`
 * @throws VagueMessage when it is missing or says nothing, UnusableMessage when it cannot stand in a header
 */
export function checkMessage(message: string | undefined, command: 'commit' | 'revision'): string {
  const text = message?.trim() ?? '';
  if (text === '') throw new VagueMessage(null, command);
  if (
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}_]+/u)
      .every((word) => word === '' || EMPTY_WORDS.has(word))
  )
    throw new VagueMessage(text, command);
  const reason = invalidMessageReason(text);
  if (reason !== null) throw new UnusableMessage(reason);
  return text;
}
