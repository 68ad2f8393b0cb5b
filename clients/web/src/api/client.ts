import { Problem, UNREACHABLE } from './problem';
import type { paths } from './schema';
import type { Answers } from './types';

type Method = 'get' | 'post' | 'patch';
type PathsWith<M extends Method> = {
  [P in keyof Answers]: M extends keyof Answers[P] ? P : never;
}[keyof Answers];

/** The body that a path answers with when all is well. */
type Answer<P extends keyof Answers, M extends Method = 'get'> = M extends keyof Answers[P] ? Answers[P][M] : never;

/** The body that a path takes. */
export type Body<P extends keyof paths, M extends Method> = paths[P][M] extends {
  requestBody?: { content: infer C } | undefined;
}
  ? C[keyof C]
  : never;

type Query = Record<string, string | number | undefined>;

function address(path: string, params: Record<string, string> = {}, query: Query = {}): string {
  const filled = path.replace(/\{(\w+)}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return search.size > 0 ? `${filled}?${search}` : filled;
}

function csrfToken(): string {
  const cookie = document.cookie.split('; ').find((part) => part.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : '';
}

/** One call to the gateway: the session's cookie, the page's language, the CSRF token where something changes. */
export async function call(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('Accept-Language', document.documentElement.lang);
  if (!headers.has('Accept')) headers.set('Accept', 'application/json');
  if (init.method && init.method !== 'GET') headers.set('X-XSRF-TOKEN', csrfToken());
  const response = await fetch(path, { ...init, headers, credentials: 'same-origin' }).catch((error: unknown) => {
    if (init.signal?.aborted) throw error;
    throw new Problem(0, UNREACHABLE);
  });
  if (!response.ok) throw await Problem.from(response);
  return response;
}

async function json<T>(answer: Promise<Response>): Promise<T> {
  return (await (await answer).json()) as T;
}

export function get<P extends PathsWith<'get'>>(
  path: P,
  { params, query, signal }: { params?: Record<string, string>; query?: Query; signal?: AbortSignal } = {},
): Promise<Answer<P>> {
  return json(call(address(path, params, query), { signal: signal ?? null }));
}

export function post<P extends PathsWith<'post'>>(
  path: P,
  body: Body<P, 'post'>,
  headers: Record<string, string> = {},
): Promise<Answer<P, 'post'>> {
  return json(
    call(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }),
  );
}

/** Changes the members that `body` names and leaves the others alone (RFC 7396). */
export function patch<P extends PathsWith<'patch'>>(path: P, body: Body<P, 'patch'>): Promise<Answer<P, 'patch'>> {
  return json(
    call(path, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/merge-patch+json' },
      body: JSON.stringify(body),
    }),
  );
}
