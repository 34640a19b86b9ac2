/** The server that tests run on, and how to say so. */
export type TestServer =
  | { readonly kind: 'url'; readonly url: string; readonly words: string }
  | { readonly kind: 'docker'; readonly words: string }
  | { readonly kind: 'embedded'; readonly words: string };

const KINDS = ['docker', 'embedded'];

/**
 * `GODWIT_TEST_DATABASE_URL`, else a Docker engine that answers, else the embedded server.
 * `GODWIT_TEST_SERVER=docker|embedded` insists on one of the latter.
 */
export async function chooseTestServer(environment: Readonly<Record<string, string | undefined>>): Promise<TestServer> {
  const wanted = environment.GODWIT_TEST_SERVER;
  if (wanted !== undefined && !KINDS.includes(wanted))
    throw new Error(`GODWIT_TEST_SERVER is '${wanted}'; it can be ${KINDS.join(' or ')}`);
  const url = environment.GODWIT_TEST_DATABASE_URL;
  if (url && wanted === undefined) return { kind: 'url', url, words: 'the one of GODWIT_TEST_DATABASE_URL' };
  if (wanted === 'docker' || (wanted === undefined && (await dockerAnswers()))) {
    return { kind: 'docker', words: 'pgvector/pgvector:pg17 in Docker, through testcontainers' };
  }
  return { kind: 'embedded', words: 'embedded; tests that need a real PostgreSQL are skipped and listed at the end' };
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
