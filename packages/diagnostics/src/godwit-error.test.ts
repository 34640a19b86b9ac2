import { expect, test } from 'vitest';
import { GodwitError } from './godwit-error.ts';

class Spilt extends GodwitError {
  constructor(cause?: unknown) {
    super({ code: 'GW999', message: 'Milk was spilt', cause, exitCode: 3 });
  }
}

test('is named for its class and keeps its cause', () => {
  const cause = new Error('a cat');
  expect(new Spilt(cause)).toMatchObject({ name: 'Spilt', code: 'GW999', exitCode: 3, details: [], help: undefined, cause });
});

test('has no cause when there is none, and exits 1 unless it says otherwise', () => {
  expect('cause' in new Spilt()).toBe(false);
  class Plain extends GodwitError {}
  expect(new Plain({ code: 'GW998', message: 'x' }).exitCode).toBe(1);
});

test('an error of another copy of the module is one too, an error of its own class it is not', () => {
  const foreign = Object.assign(new Error('x'), { [Symbol.for('godwit.error')]: true });
  expect(foreign instanceof GodwitError).toBe(true);
  expect(foreign instanceof Spilt).toBe(false);
  expect(new Error('x') instanceof GodwitError).toBe(false);
});
