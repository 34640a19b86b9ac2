import { textVector } from '../text-vector.ts';

/** A question and the answer it got. */
export type Turn = readonly [question: string, answer: string];

/** What a message of either kind of conversation holds besides its place in it. */
export interface Message {
  readonly role: 'user' | 'assistant';
  readonly content: string;
  readonly was_truncated: boolean;
  readonly embedding: readonly number[];
}

/** The messages of a conversation in order; an answer that ends in an ellipsis was cut off. */
export function messagesOf(turns: readonly Turn[]): readonly Message[] {
  return turns.flatMap(([question, answer]) => [message('user', question), message('assistant', answer)]);
}

function message(role: Message['role'], content: string): Message {
  return { role, content, was_truncated: role === 'assistant' && content.endsWith('…'), embedding: textVector(content, 1536) };
}
