import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Gmrc } from '@godwit/history';
import { authorOf } from '../authoring/author.ts';
import { BLANK_REVERT, blankCurrent } from '../authoring/blank-files.ts';
import type { CommandContext } from '../context.ts';
import { displayPath } from '../session/open-history.ts';
import { TemplateUnreadable } from './errors.ts';

/** What a revision begins with, and its way back. */
export interface Templates {
  readonly forward: string;
  readonly revert: string;
}

/**
 * The templates that the configuration names; else what `commit` leaves behind. `{{message}}`, `{{author}}` and `{{date}}` are filled in.
 *
 * @throws TemplateUnreadable
 */
export function readTemplates(context: CommandContext, gmrc: Gmrc, message: string): Templates {
  const { templates, root } = context.config();
  const read = (path: string | undefined, otherwise: string): string => {
    if (path === undefined) return otherwise;
    try {
      return readFileSync(resolve(root, path), 'utf8');
    } catch (cause) {
      throw new TemplateUnreadable(displayPath(context, resolve(root, path)), cause);
    }
  };
  const values: Readonly<Record<string, () => string>> = {
    message: () => message,
    author: () => authorOf(context),
    date: () => context.now().toISOString().slice(0, 10),
  };
  const fill = (text: string) => `${text.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name]?.() ?? whole).trimEnd()}\n`;
  return { forward: fill(read(templates?.current, blankCurrent(gmrc))), revert: fill(read(templates?.revert, BLANK_REVERT)) };
}
