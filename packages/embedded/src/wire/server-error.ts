/** The fields of an ErrorResponse that matter here. */
export interface ServerError {
  readonly severity: string;
  /** SQLSTATE. */
  readonly code: string;
  readonly message: string;
  /** The constraint that was violated, or whatever RAISE gave as one. */
  readonly constraint: string | null;
}

export function parseErrorResponse(body: Buffer): ServerError {
  const fields = new Map<string, string>();
  for (let at = 0; at < body.length && body[at] !== 0; ) {
    const end = body.indexOf(0, at);
    fields.set(String.fromCharCode(body[at] ?? 0), body.toString('utf8', at + 1, end));
    at = end + 1;
  }
  return {
    severity: fields.get('V') ?? fields.get('S') ?? 'ERROR',
    code: fields.get('C') ?? 'XX000',
    message: fields.get('M') ?? '',
    constraint: fields.get('n') ?? null,
  };
}
