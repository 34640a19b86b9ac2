import * as v from 'valibot';
import { words } from './words.ts';

export const foreignDataWrapper = { handler: v.nullable(v.string()), validator: v.nullable(v.string()), options: words };

export const foreignServer = {
  wrapper: v.string(),
  type: v.nullable(v.string()),
  version: v.nullable(v.string()),
  options: words,
};
