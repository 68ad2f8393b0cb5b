import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeGateway, problem } from '../testing/FakeGateway';
import { call, get, patch, post } from './client';
import type { Problem } from './problem';

describe('a call to the gateway', () => {
  let gateway: FakeGateway;
  beforeEach(() => {
    gateway = new FakeGateway();
    document.cookie = 'XSRF-TOKEN=token%2B1';
    document.documentElement.lang = 'fr';
  });

  it('asks in the page’s language', async () => {
    await get('/api/v1/balance');
    expect(gateway.calls[0]?.headers.get('Accept-Language')).toBe('fr');
  });

  it('fills in path and query', async () => {
    gateway.on('GET /api/v1/top-ups/a%2Fb', {});
    await get('/api/v1/top-ups/{id}', { params: { id: 'a/b' } });
    await get('/api/v1/statement', { query: { limit: 5, cursor: undefined } });
    expect(gateway.calls[0]?.path).toBe('/api/v1/top-ups/a%2Fb');
    expect(gateway.calls[1]?.query.toString()).toBe('limit=5');
  });

  it('carries the CSRF token where something changes, and only there', async () => {
    gateway.on('POST /api/v1/top-ups', {}).on('PATCH /api/v1/account', {});
    await get('/api/v1/me');
    await post('/api/v1/top-ups', { amount: { amount: '50', currency: 'EUR' }, method: 'sandbox' });
    await patch('/api/v1/account', { phone: '' });
    expect(gateway.calls.map(({ headers }) => headers.get('X-XSRF-TOKEN'))).toEqual([null, 'token+1', 'token+1']);
    expect(gateway.calls[2]?.headers.get('Content-Type')).toBe('application/merge-patch+json');
  });

  it('turns a refusal into a problem with its code, sentence and fields', async () => {
    const fields = [{ pointer: '/phone', code: 'invalid', detail: 'Not a phone number.' }];
    gateway.on('GET /api/v1/me', problem(422, 'invalid-field', 'A field is wrong.', fields));
    const refused = { status: 422, code: 'invalid-field', detail: 'A field is wrong.', errors: fields };
    await expect(get('/api/v1/me')).rejects.toMatchObject(refused);
  });

  it('says so when the gateway is away, and when something else answers', async () => {
    gateway.on('GET /api/v1/me', new Response('<h1>Bad gateway</h1>', { status: 502 }));
    await expect(get('/api/v1/me')).rejects.toMatchObject({ status: 502, code: 'unexpected-answer' });
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
    await expect(call('/api/v1/me')).rejects.toMatchObject({ code: 'unreachable' } satisfies Partial<Problem>);
  });
});
