import { MissingTransformers, ModelUnavailable } from '../errors/model-errors.ts';
import type { FeatureExtractor, Runtime } from './runtime.ts';
import type { TransformersSettings } from './transformers-settings.ts';

/**
 * Loads a model, from the folder or the hub.
 *
 * The folder and whether to download are told to the runtime as a whole, not to `pipeline`: version 4.3 asks the hub which files there are
 * before it looks at those options.
 *
 * @throws MissingTransformers, ModelUnavailable
 */
export async function loadModel(
  { model, dtype = 'fp32', revision = 'main', folder, offline = false }: TransformersSettings,
  load: () => Promise<Runtime>,
): Promise<FeatureExtractor> {
  try {
    const { pipeline, env } = await load();
    if (folder !== undefined) {
      env.cacheDir = folder;
      env.localModelPath = folder;
    }
    env.allowRemoteModels = !offline;
    return await pipeline('feature-extraction', model, { dtype, revision });
  } catch (cause) {
    if (cause instanceof MissingTransformers) throw cause;
    throw new ModelUnavailable(model, { local: offline, cause });
  }
}
