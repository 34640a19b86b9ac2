export { type Current, type CurrentFile, readCurrent } from './current/read-current.ts';
export { checkMessage } from './message/check-message.ts';
export { UnusableMessage, VagueMessage } from './message/errors.ts';
