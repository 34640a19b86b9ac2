import { type SqlToken, type Statement, sqlTokens } from '@godwit/migrator';
import { type FormatOptionsWithLanguage, format } from 'sql-formatter';

/** Longer lines do not fit beside another one in a review. */
const WIDTH = 100;

const OPTIONS: FormatOptionsWithLanguage = { language: 'postgresql', expressionWidth: WIDTH, paramTypes: { named: [':'] } };

/** What sql-formatter takes apart in the wrong places: functions have a head and a body that their author has laid out. */
const LEFT_ALONE: readonly Statement['kind'][] = ['CreateFunctionStmt', 'CreateTrigStmt', 'DoStmt', 'RuleStmt'];

/** Its clauses stand below its first line. */
const INDENTED: readonly Statement['kind'][] = ['AlterTableStmt'];

/**
 * A statement with its white space anew. What fits on the line that it stands on stays there. The caller makes sure that it still says
 * the same.
 *
 * @throws Error when sql-formatter does not understand it
 */
export async function layOutStatement({ text, kind }: Pick<Statement, 'text' | 'kind'>): Promise<string> {
  if (LEFT_ALONE.includes(kind)) return text;
  const before = await sqlTokens(text);
  if (!text.includes('\n') && text.length <= WIDTH) return spaced(before, (_, gap) => (gap === '' ? '' : ' '), text);
  const formatted = format(text, OPTIONS).trim();
  const after = await sqlTokens(formatted);
  // The guard will refuse it.
  if (after.length !== before.length) return formatted;
  // `f(x)` and `text[]` stay what they are.
  const wasTight = (index: number) => gapBefore(before, index, text) === '';
  const indent = INDENTED.includes(kind) ? '  ' : '';
  return spaced(after, (index, gap) => (gap === ' ' && wasTight(index) ? '' : gap.replaceAll('\n', `\n${indent}`)), formatted);
}

/** The tokens with other gaps before them. */
function spaced(tokens: readonly SqlToken[], gapFor: (index: number, gap: string) => string, text: string): string {
  return tokens.map((token, index) => gapFor(index, gapBefore(tokens, index, text)) + token.text).join('');
}

function gapBefore(tokens: readonly SqlToken[], index: number, text: string): string {
  const [token, previous] = [tokens[index], tokens[index - 1]];
  return token === undefined || previous === undefined ? '' : text.slice(previous.offset + previous.text.length, token.offset);
}
