import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { Runtime } from './runtime.ts';
import { transformers } from './transformers.ts';

/** A runtime whose model gives this for the texts of each batch. */
function runtime(extract: (texts: readonly string[]) => { readonly dims: readonly number[]; readonly data: unknown }): Runtime {
  return {
    env: { cacheDir: null, localModelPath: '/models/', allowRemoteModels: true },
    pipeline: async () => async (texts) => extract(texts),
  };
}

/** A tensor with the lengths of the texts in its first column. */
const lengths = (columns: number) => (texts: readonly string[]) => ({
  dims: [texts.length, columns],
  data: Float32Array.from({ length: texts.length * columns }, (_, place) =>
    place % columns === 0 ? (texts[place / columns]?.length ?? 0) : 1,
  ),
});

/** Without the resolver of vitest, which has a module of its own for an optional package that is missing. */
async function inNode(script: string): Promise<unknown> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { cwd: import.meta.dirname });
  return JSON.parse(stdout);
}

test('without the package, the first use says how to install it', async () => {
  const error = await inNode(`
    const { transformers } = await import(${JSON.stringify(new URL('./transformers.ts', import.meta.url).href)});
    const provider = transformers({ model: 'Xenova/all-MiniLM-L6-v2', dimensions: 384 });
    const { code, message, help, cause } = await provider.embed(['a']).catch((error) => error);
    console.log(JSON.stringify({ code, message, help, cause: cause.code }));
  `);
  expect(error).toEqual({
    code: 'GW443',
    message: 'Local models need the package @huggingface/transformers, which is not installed',
    help: 'npm install @huggingface/transformers\nor do without: EMBEDDINGS_PROVIDER=feature-hashing',
    cause: 'ERR_MODULE_NOT_FOUND',
  });
});

test('a vector of its own for each text, over several batches', async () => {
  const provider = transformers({ model: 'a/b', dimensions: 3, batchTexts: 2 }, async () => runtime(lengths(3)));
  const vectors = await provider.embed(['1', '22', '333', '4444', '55555']);
  expect(vectors).toEqual([1, 2, 3, 4, 5].map((length) => Float32Array.of(length, 1, 1)));
  expect(vectors.map(({ buffer }) => buffer.byteLength)).toEqual([12, 12, 12, 12, 12]);
});

test('folder and offline are told to the runtime before the model is loaded', async () => {
  const made = runtime(lengths(3));
  await transformers({ model: 'a/b', dimensions: 3, folder: '/srv/models', offline: true }, async () => made).embed(['a']);
  expect(made.env).toEqual({ cacheDir: '/srv/models', localModelPath: '/srv/models', allowRemoteModels: false });
});

test('a model that cannot be loaded is an error with its cause, and is tried again', async () => {
  const cause = new TypeError('fetch failed');
  let attempts = 0;
  const load = async (): Promise<Runtime> => {
    attempts++;
    return attempts === 1 ? { ...runtime(lengths(3)), pipeline: () => Promise.reject(cause) } : runtime(lengths(3));
  };
  const provider = transformers({ model: 'a/b', dimensions: 3 }, load);
  await expect(provider.embed(['a'])).rejects.toMatchObject({ code: 'GW444', message: 'The model a/b cannot be loaded', cause });
  await expect(provider.embed(['a'])).resolves.toHaveLength(1);
  await expect(provider.embed(['a'])).resolves.toHaveLength(1);
  expect(attempts).toBe(2);
});

test('other dimensions than the column has', async () => {
  const provider = transformers({ model: 'a/b', dimensions: 384 }, async () => runtime(lengths(768)));
  await expect(provider.embed(['a'])).rejects.toMatchObject({
    code: 'GW439',
    message: 'a/b gives vectors of 768 dimensions, and 384 are wanted',
    help: 'Choose a model of 384 dimensions (EMBEDDINGS_MODEL), or make the column vector(768).',
  });
});

test.each([
  ['vectors of tokens', { dims: [1, 8, 3], data: new Float32Array(24) }, 'it gave a tensor of 1 × 8 × 3 for 1 texts'],
  ['too many rows', { dims: [2, 3], data: new Float32Array(6) }, 'it gave a tensor of 2 × 3 for 1 texts'],
  ['bits', { dims: [1, 3], data: Int8Array.of(1, 2, 3) }, 'it gave a tensor of 1 × 3 for 1 texts'],
  ['NaN', { dims: [1, 3], data: Float32Array.of(1, Number.NaN, 3) }, 'it gave something that is no number'],
])('a model that gives %s', async (_name, tensor, problem) => {
  const provider = transformers({ model: 'a/b', dimensions: 3 }, async () => runtime(() => tensor));
  await expect(provider.embed(['a'])).rejects.toMatchObject({ code: 'GW445', details: [problem] });
});

test('a model that fails while it runs', async () => {
  const cause = new Error('out of memory');
  const failing = runtime(() => {
    throw cause;
  });
  await expect(transformers({ model: 'a/b', dimensions: 3 }, async () => failing).embed(['a'])).rejects.toMatchObject({
    code: 'GW445',
    cause,
  });
});

test('the caller can give up between two batches', async () => {
  const reason = new Error('given up');
  const given = new AbortController();
  const stopping = runtime((texts) => {
    given.abort(reason);
    return lengths(3)(texts);
  });
  const provider = transformers({ model: 'a/b', dimensions: 3, batchTexts: 1 }, async () => stopping);
  await expect(provider.embed(['a', 'b'], { signal: given.signal })).rejects.toBe(reason);
});
