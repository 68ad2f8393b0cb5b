import { accessEnded, actingNow } from './acting';
import { NOT_GRANTED, Problem, UNREACHABLE } from './problem';
import type { paths } from './schema';
import { noteServerTime } from './serverTime';
import type { Answers } from './types';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
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

export type Query = Record<string, string | number | undefined>;

/** A path with its parameters filled in and its query; what is empty is left out. */
export function address(path: string, params: Record<string, string> = {}, query: Query = {}): string {
  const filled = path.replace(/\{(\w+)}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(name, String(value));
  return search.size > 0 ? `${filled}?${search}` : filled;
}

function csrfToken(): string {
  const cookie = document.cookie.split('; ').find((part) => part.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : '';
}

/** Everything but what is the user's own, whichever account they act for. */
const FOR_AN_ACCOUNT = /^\/api\/v1\/(?!me\/|delegations|invitations\/accept)/;

/** The account that a call is made for, where that is somebody else's. */
const accountFor = (path: string) => (FOR_AN_ACCOUNT.test(path) ? actingNow().account?.handle : undefined);

/**
 * One call to the gateway: the session's cookie, the page's language, the account that is acted for, the CSRF token where
 * something changes. An answer that comes after the account has changed belongs to no page any more, so it never arrives.
 */
export async function call(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  const named = headers.has('Moorage-Account');
  const account = named ? undefined : accountFor(path);
  if (account) headers.set('Moorage-Account', account);
  headers.set('Accept-Language', document.documentElement.lang);
  if (!headers.has('Accept')) headers.set('Accept', 'application/json');
  if (init.method && init.method !== 'GET') headers.set('X-XSRF-TOKEN', csrfToken());
  const response = await fetch(path, { ...init, headers, credentials: 'same-origin' }).catch((error: unknown) => {
    if (init.signal?.aborted) throw error;
    throw new Problem(0, UNREACHABLE);
  });
  noteServerTime(response);
  const problem = response.ok ? undefined : await Problem.from(response);
  if (account && account === accountFor(path) && problem?.code === NOT_GRANTED) accessEnded();
  if (!named && account !== accountFor(path)) return new Promise(() => undefined);
  if (problem) throw problem;
  return response;
}

async function json<T>(answer: Promise<Response>): Promise<T> {
  const response = await answer;
  return (response.status === 204 ? undefined : await response.json()) as T;
}

interface Asking {
  params?: Record<string, string>;
  query?: Query;
  signal?: AbortSignal;
  /** Another account than the one that is acted for. */
  account?: string;
}

export function get<P extends PathsWith<'get'>>(
  path: P,
  { params, query, signal, account }: Asking = {},
): Promise<Answer<P>> {
  const headers: Record<string, string> = account === undefined ? {} : { 'Moorage-Account': account };
  return json(call(address(path, params, query), { signal: signal ?? null, headers }));
}

interface Sending {
  params?: Record<string, string>;
  headers?: Record<string, string>;
}

function send<T>(method: string, path: string, body: unknown, { params, headers = {} }: Sending): Promise<T> {
  return json(
    call(address(path, params), {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
}

export function post<P extends PathsWith<'post'>>(
  path: P,
  body: Body<P, 'post'> | undefined,
  sending: Sending = {},
): Promise<Answer<P, 'post'>> {
  return send('POST', path, body, sending);
}

export function put<P extends PathsWith<'put'>>(
  path: P,
  body: Body<P, 'put'>,
  sending: Sending = {},
): Promise<Answer<P, 'put'>> {
  return send('PUT', path, body, sending);
}

/** Takes away what a path names. */
export function remove<P extends PathsWith<'delete'>>(
  path: P,
  { params, query }: { params?: Record<string, string>; query?: Query } = {},
): Promise<Answer<P, 'delete'>> {
  return json(call(address(path, params, query), { method: 'DELETE' }));
}

/** Changes the members that `body` names and leaves the others alone (RFC 7396). */
export function patch<P extends PathsWith<'patch'>>(path: P, body: Body<P, 'patch'>): Promise<Answer<P, 'patch'>> {
  return send('PATCH', path, body, { headers: { 'Content-Type': 'application/merge-patch+json' } });
}
