import { expect, test } from 'vitest';
import { dollarQuote } from './dollar-quote.ts';

test.each([
  ["it's", "$x$it's$x$"],
  ['', '$x$$x$'],
  ['a $x$ b', '$x2$a $x$ b$x2$'],
  ['ends with $x', '$x2$ends with $x$x2$'],
  ['$x$ $x2$', '$x3$$x$ $x2$$x3$'],
])('%j', (text, expected) => {
  expect(dollarQuote(text, 'x')).toBe(expected);
});
