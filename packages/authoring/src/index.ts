export { type Current, type CurrentFile, readCurrent } from './current/read-current.ts';
