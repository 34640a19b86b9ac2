import { GodwitError } from '@godwit/diagnostics';

/** The package that runs models is optional, and not there. */
export class MissingTransformers extends GodwitError {
  constructor(packageName: string, cause: unknown) {
    super({
      code: 'GW443',
      message: `Local models need the package ${packageName}, which is not installed`,
      cause,
      help: `npm install ${packageName}\nor do without: EMBEDDINGS_PROVIDER=feature-hashing`,
    });
  }
}

/** The model cannot be loaded: it is not there, cannot be downloaded, or is none that gives vectors. */
export class ModelUnavailable extends GodwitError {
  readonly model: string;

  constructor(model: string, { local, cause }: { readonly local: boolean; readonly cause: unknown }) {
    super({
      code: 'GW444',
      message: `The model ${model} cannot be loaded`,
      cause,
      help: [
        'EMBEDDINGS_MODEL wants the name of a model with ONNX files, such as Xenova/all-MiniLM-L6-v2 (384 dimensions).',
        local
          ? 'Downloading is off (EMBEDDINGS_OFFLINE): the model has to be in EMBEDDINGS_MODEL_FOLDER already.'
          : 'It is downloaded when first used: check the network, or put it into a folder and name that in EMBEDDINGS_MODEL_FOLDER.',
      ].join('\n'),
    });
    this.model = model;
  }
}

/** The model was loaded and gave no vectors for texts. */
export class ModelFailed extends GodwitError {
  readonly model: string;

  constructor(model: string, problem: string, cause?: unknown) {
    super({
      code: 'GW445',
      message: `The model ${model} gave no vectors`,
      details: [problem],
      cause,
      help: 'Take a model for feature extraction; another EMBEDDINGS_DTYPE (fp32) helps where a quantised one fails.',
    });
    this.model = model;
  }
}
