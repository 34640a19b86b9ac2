import { UnknownTestServer } from '../errors.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export const SERVER_KINDS = ['url', 'docker', 'embedded'] as const;

/** Where the server that tests run on comes from. */
export type ServerKind = (typeof SERVER_KINDS)[number];

/** The server to be, and how to say so. */
export type ServerChoice =
  | { readonly kind: 'url'; readonly url: string; readonly words: string }
  | { readonly kind: 'docker'; readonly image: string; readonly words: string }
  | { readonly kind: 'embedded'; readonly words: string };

const INSISTED = ['docker', 'embedded'];

const DEFAULT_IMAGE = 'pgvector/pgvector:pg17';

/**
 * `GODWIT_TEST_DATABASE_URL`, else a Docker engine that answers, else the embedded server. `GODWIT_TEST_SERVER=docker|embedded` insists on one of
 * the latter, `GODWIT_TEST_IMAGE` names another image.
 *
 * @throws UnknownTestServer
 */
export async function chooseServer(environment: Environment): Promise<ServerChoice> {
  const { GODWIT_TEST_SERVER: wanted, GODWIT_TEST_DATABASE_URL: url, GODWIT_TEST_IMAGE: image = DEFAULT_IMAGE } = environment;
  if (wanted && !INSISTED.includes(wanted)) throw new UnknownTestServer(wanted, INSISTED);
  if (url && !wanted) return { kind: 'url', url, words: 'the one of GODWIT_TEST_DATABASE_URL' };
  if (wanted === 'docker' || (!wanted && (await dockerAnswers())))
    return { kind: 'docker', image, words: `${image} in Docker, through testcontainers` };
  return { kind: 'embedded', words: 'embedded; tests that need a real PostgreSQL are skipped' };
}

async function dockerAnswers(): Promise<boolean> {
  try {
    const { getContainerRuntimeClient } = await import('testcontainers');
    await getContainerRuntimeClient();
    return true;
  } catch {
    return false;
  }
}
