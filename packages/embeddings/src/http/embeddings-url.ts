import { InvalidEmbeddingSetting } from '../errors/settings-errors.ts';

const SETTING = 'EMBEDDINGS_BASE_URL';
const EXAMPLE = 'Write it as https://api.openai.com/v1, or http://127.0.0.1:11434/v1 for a server on this machine.';

/**
 * `https://host/v1` → `https://host/v1/embeddings`; the whole address is taken too, and a query stays. The text is never repeated in an
 * error, since it can hold a password.
 *
 * @throws InvalidEmbeddingSetting
 */
export function embeddingsUrl(baseUrl: string): URL {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw new InvalidEmbeddingSetting(SETTING, 'is no address that begins with http:// or https://', EXAMPLE);
  }
  if (url.username !== '' || url.password !== '') {
    throw new InvalidEmbeddingSetting(
      SETTING,
      'holds a user or a password',
      'Put the key into EMBEDDINGS_API_KEY: it is sent as a bearer token.',
    );
  }
  const path = url.pathname.replace(/\/+$/, '');
  url.pathname = path.endsWith('/embeddings') ? path : `${path}/embeddings`;
  url.hash = '';
  return url;
}
