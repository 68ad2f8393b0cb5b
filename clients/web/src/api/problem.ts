/** One field that the server refused: `pointer` is a JSON pointer into the request, such as `/address/postalCode`. */
export interface FieldProblem {
  pointer: string;
  code: string;
  detail: string;
}

/** The server never answered: no network, or the gateway is away. */
export const UNREACHABLE = 'unreachable';
/** Something that is not a problem+json answered, for example a proxy in between. */
export const UNEXPECTED = 'unexpected-answer';

/** The user may not act for the account, or not any more. */
export const NOT_GRANTED = 'account-not-granted';
/** The user may act for the account, but not do this for it. */
export const NOT_PERMITTED = 'not-permitted';
/** The user may do this for chosen services only, and it concerns others too. */
export const LIMITED = 'limited-to-services';

/** What went wrong with a call, as RFC 9457 tells it: a stable code, and a sentence in the reader's language. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: FieldProblem[];
  /** The work that blocks what was asked for: id of an action, where the code is `server-busy`. */
  readonly action: string | undefined;

  constructor(status: number, code: string, detail = '', errors: FieldProblem[] = [], action?: string) {
    super(`${status} ${code}`);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.errors = errors;
    this.action = action;
  }

  static async from(response: Response): Promise<Problem> {
    if (!response.headers.get('content-type')?.includes('json')) return new Problem(response.status, UNEXPECTED);
    try {
      const body = (await response.json()) as Partial<Problem>;
      return new Problem(response.status, body.code ?? UNEXPECTED, body.detail, body.errors, body.action);
    } catch {
      return new Problem(response.status, UNEXPECTED);
    }
  }
}

/** Any thrown thing as a problem, so that every error can be shown in the same way. */
export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem(0, UNEXPECTED);
}
