export { type CodeFrame, frameAt, linesAround, renderCodeFrame } from './code-frame.ts';
export { GodwitError, type GodwitErrorOptions } from './godwit-error.ts';
export { shellOption, shellWord } from './shell-word.ts';
export { suggest } from './suggest.ts';
