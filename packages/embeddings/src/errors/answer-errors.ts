import { GodwitError } from '@godwit/diagnostics';
import { EndpointError, type EndpointFacts } from './endpoint-error.ts';

const NOT_EMBEDDINGS = 'Something else may listen there: EMBEDDINGS_BASE_URL wants the address before /embeddings, often ending in /v1.';

/** A good status and nothing behind it. */
export class EmptyAnswer extends EndpointError {
  constructor(endpoint: EndpointFacts) {
    super(endpoint, { code: 'GW437', message: `${endpoint.url} answered with nothing`, help: NOT_EMBEDDINGS });
  }
}

/** A good status, and what follows are no embeddings of the texts: no JSON, another shape, a number missing, too few or too many. */
export class UnreadableAnswer extends EndpointError {
  /** What is wrong with it. */
  readonly problem: string;

  /** @param begins the answer's first characters, without our key */
  constructor(endpoint: EndpointFacts, problem: string, begins: string) {
    super(endpoint, {
      code: 'GW438',
      message: `${endpoint.url} answered with something else than embeddings`,
      details: [problem, `it begins: ${begins}`],
      help: NOT_EMBEDDINGS,
    });
    this.problem = problem;
  }
}

/** A model gives vectors of another length than the column has. */
export class WrongDimensions extends GodwitError {
  readonly model: string;
  readonly expected: number;
  readonly got: number;

  /** @param asked whether the model was asked for `expected`; undefined where that cannot be */
  constructor(model: string, { expected, got, asked }: { readonly expected: number; readonly got: number; readonly asked?: boolean }) {
    super({
      code: 'GW439',
      message: `${model} gives vectors of ${got} dimensions, and ${expected} are wanted`,
      details: asked === true ? [`it was asked for ${expected} and does not care`] : [],
      help: [
        `Choose a model of ${expected} dimensions (EMBEDDINGS_MODEL), or make the column vector(${got}).`,
        ...(asked === false ? ['A model that can shorten its vectors is told to by EMBEDDINGS_SEND_DIMENSIONS=true.'] : []),
      ].join('\n'),
    });
    this.model = model;
    this.expected = expected;
    this.got = got;
  }
}

/** A text without anything in it, which most endpoints refuse together with all that are sent with it. */
export class EmptyText extends GodwitError {
  /** Of the text among those given to `embed`, from 0. */
  readonly index: number;

  constructor(index: number) {
    super({
      code: 'GW441',
      message: `Text ${index} is empty, and a model has no vector for nothing`,
      help: "Leave such rows out where they are selected: where btrim(text) <> ''",
    });
    this.index = index;
  }
}
