import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { EmbeddingProvider } from '../provider.ts';
import { requireDimensions } from '../settings/require-dimensions.ts';
import { featuresOf } from './features-of.ts';
import { hashFeature } from './hash-feature.ts';

/** Counted up when the same text comes to have another vector. */
const MODEL = 'feature-hashing-1';

/** Texts between two looks at the signal; a few milliseconds. */
const AT_ONCE = 64;

/**
 * Vectors from nothing but the text: each word, each pair of neighbours and each four-letter piece of a word adds to or takes from one of
 * the dimensions. Texts that share words or forms of a word come out near each other by cosine; synonyms do not. The same everywhere and
 * always.
 *
 * @throws InvalidEmbeddingSetting when `dimensions` is no whole number from 1 to 16,000
 */
export function featureHashing({ dimensions }: { readonly dimensions: number }): EmbeddingProvider {
  requireDimensions(dimensions);
  return {
    name: 'feature-hashing',
    model: MODEL,
    dimensions,
    async embed(texts, { signal } = {}) {
      const vectors: Float32Array[] = [];
      for (const [index, text] of texts.entries()) {
        if (index % AT_ONCE === 0) {
          if (index > 0) await yieldToOthers();
          signal?.throwIfAborted();
        }
        vectors.push(hashedVector(text, dimensions));
      }
      return vectors;
    },
  };
}

/** Of length 1. The root, a sub-linear count, keeps a word said ten times from drowning the others. */
function hashedVector(text: string, dimensions: number): Float32Array {
  const sums = new Float64Array(dimensions);
  for (const [feature, weight] of featuresOf(text)) {
    const hash = hashFeature(feature);
    const place = (hash >>> 1) % dimensions;
    sums[place] = (sums[place] ?? 0) + ((hash & 1) === 0 ? 1 : -1) * Math.sqrt(weight);
  }
  const length = Math.sqrt(sums.reduce((total, sum) => total + sum * sum, 0));
  return length > 0 ? Float32Array.from(sums, (sum) => sum / length) : wordless(dimensions);
}

/** For a text without words, or whose features cancel out: a vector of zeros has no direction, its cosine distance is NaN, and HNSW leaves it out. */
function wordless(dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions);
  vector[hashFeature('') % dimensions] = 1;
  return vector;
}
