import { vi } from 'vitest';
import { SECURITY } from './security';

export interface Call {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: unknown;
}

type Reply = Response | object;
type Answer = Reply | ((call: Call) => Reply | Promise<Reply>);

const eur = (amount: string) => ({ amount, currency: 'EUR' });

export const ME = {
  user: { id: 'u1', login: 'demo', name: 'Camille Durand', email: 'demo@hst-test.eu', language: 'fr' },
  accounts: [
    {
      handle: 'xx11111-mo',
      name: 'Camille Durand',
      kind: 'customer',
      own: true,
      permissions: ['account:manage', 'billing:read', 'billing:pay', 'services:read', 'services:manage'],
      services: 'all',
    },
  ],
  actingAccount: 'xx11111-mo',
};

export const ACCOUNT = {
  handle: 'xx11111-mo',
  kind: 'customer',
  status: 'active',
  openedAt: '2026-10-01T08:00:00Z',
  currency: 'EUR',
  language: 'fr',
  firstName: 'Camille',
  lastName: 'Durand',
  email: 'demo@hst-test.eu',
  phone: '',
  company: '',
  vatNumber: '',
  address: { line1: '', line2: '', postalCode: '44000', city: 'Nantes', country: 'FR' },
};

export const TOP_UP = {
  id: 't1',
  amount: eur('50.00'),
  method: 'sandbox',
  state: 'pending',
  checkoutUrl: 'http://pay.test/chk_1',
  createdAt: '2026-11-20T10:00:00Z',
};

/** An answer as RFC 9457 has it. */
export function problem(status: number, code: string, detail = '', errors: object[] = []): Response {
  return new Response(JSON.stringify({ status, code, detail, errors }), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });
}

/** The gateway as the portal sees it; what a test does not say otherwise is the demo customer's. */
export class FakeGateway {
  readonly calls: Call[] = [];
  private readonly answers = new Map<string, Answer>([
    ['GET /api/v1/me', ME],
    ['GET /api/v1/me/security', SECURITY],
    ['GET /api/v1/account', ACCOUNT],
    ['GET /api/v1/balance', { balance: eur('12.00'), pending: eur('0.00') }],
    ['GET /api/v1/statement', { items: [], next: null }],
    ['GET /api/v1/notifications', { items: [], next: null, unread: 0 }],
    ['GET /api/v1/services', { items: [], next: null }],
    ['GET /api/v1/top-ups', { items: [], next: null }],
    ['GET /api/v1/top-up-methods', { items: [{ method: 'sandbox', minimum: eur('20.00'), maximum: eur('10000.00') }] }],
  ]);

  constructor() {
    vi.stubGlobal('fetch', (path: string, init: RequestInit) => this.answer(path, init));
  }

  on(operation: string, answer: Answer): this {
    this.answers.set(operation, answer);
    return this;
  }

  callsOf(operation: string): Call[] {
    return this.calls.filter(({ method, path }) => `${method} ${path}` === operation);
  }

  private async answer(path: string, init: RequestInit): Promise<Response> {
    const url = new URL(path, 'http://localhost');
    const method = init.method ?? 'GET';
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    const headers = new Headers(init.headers);
    const call = { method, path: url.pathname, query: url.searchParams, headers, body };
    this.calls.push(call);
    const known = this.answers.get(`${method} ${url.pathname}`) ?? problem(404, 'not-found', 'Nothing here.');
    const reply = typeof known === 'function' ? await known(call) : known;
    if (reply instanceof Response) return reply.clone();
    return new Response(JSON.stringify(reply), { headers: { 'Content-Type': 'application/json' } });
  }
}
