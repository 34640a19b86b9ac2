import { WrongDimensions } from '../errors/answer-errors.ts';
import { ModelFailed } from '../errors/model-errors.ts';
import type { EmbeddingProvider } from '../provider.ts';
import { requireDimensions } from '../settings/require-dimensions.ts';
import { createSlots } from '../slots.ts';
import { loadModel } from './load-model.ts';
import { loadRuntime } from './load-runtime.ts';
import type { FeatureExtractor, Runtime, Tensor } from './runtime.ts';
import type { TransformersSettings } from './transformers-settings.ts';

/**
 * Vectors from a model that runs in this process, by transformers.js. The package is optional and the model large: both are loaded by the
 * first `embed`, and after a failure again by the next.
 *
 * A text that is longer than the model takes is cut; an empty one has the vector of the model's frame around nothing.
 *
 * @param load the package `@huggingface/transformers` unless given
 * @throws InvalidEmbeddingSetting when `dimensions` is no whole number from 1 to 16,000
 */
export function transformers(settings: TransformersSettings, load: () => Promise<Runtime> = loadRuntime): EmbeddingProvider {
  const { model, dimensions, dtype = 'fp32', pooling = 'mean', revision = 'main', batchTexts = 16 } = settings;
  requireDimensions(dimensions);
  // The runtime takes all threads for one batch: a second beside it would gain nothing and double the memory.
  const oneAtATime = createSlots(1);
  let loading: Promise<FeatureExtractor> | undefined;
  const extractor = (): Promise<FeatureExtractor> => {
    loading ??= loadModel(settings, load).catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  return {
    name: 'transformers',
    model: [model, dtype, pooling, ...(revision === 'main' ? [] : [revision])].join(' '),
    dimensions,
    async embed(texts, { signal } = {}) {
      const vectors: Float32Array[] = [];
      for (let first = 0; first < texts.length; first += batchTexts) {
        const batch = texts.slice(first, first + batchTexts);
        const tensor = await oneAtATime(signal, async () => run(model, await extractor(), batch, pooling));
        vectors.push(...rowsOf(model, tensor, { count: batch.length, dimensions }));
      }
      signal?.throwIfAborted();
      return vectors;
    },
  };
}

async function run(model: string, extract: FeatureExtractor, texts: string[], pooling: string): Promise<Tensor> {
  try {
    return await extract(texts, { pooling, normalize: true });
  } catch (cause) {
    throw new ModelFailed(model, 'it failed while it ran', cause);
  }
}

/** The rows of a tensor as vectors of their own, which keep no larger buffer alive. */
function rowsOf(
  model: string,
  { dims, data }: Tensor,
  { count, dimensions }: { readonly count: number; readonly dimensions: number },
): readonly Float32Array[] {
  const [rows, columns] = dims;
  if (!(data instanceof Float32Array) || dims.length !== 2 || rows !== count || columns === undefined) {
    throw new ModelFailed(model, `it gave a tensor of ${dims.join(' × ')} for ${count} texts`);
  }
  if (columns !== dimensions) throw new WrongDimensions(model, { expected: dimensions, got: columns });
  if (!data.every(Number.isFinite)) throw new ModelFailed(model, 'it gave something that is no number');
  return Array.from({ length: count }, (_, row) => data.slice(row * dimensions, (row + 1) * dimensions));
}
