import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeEventSource } from '../testing/FakeEventSource';
import { FakeGateway, problem, TOP_UP } from '../testing/FakeGateway';
import { openPortal } from '../testing/openPortal';
import { openCheckout } from './checkout';

vi.mock('./checkout', async (original) => ({ ...(await original<object>()), openCheckout: vi.fn() }));

async function submit(user: ReturnType<typeof openPortal>['user'], amount: string) {
  const field = await screen.findByLabelText('Amount in EUR');
  await user.clear(field);
  await user.type(field, amount);
  await user.click(screen.getByRole('button', { name: 'Continue to payment' }));
}

describe('topping up', () => {
  let gateway: FakeGateway;
  beforeEach(() => {
    gateway = new FakeGateway().on('POST /api/v1/top-ups', TOP_UP).on('GET /api/v1/top-ups/t1', TOP_UP);
    vi.mocked(openCheckout).mockClear();
  });

  it('opens one window that shows the minimum and the method', async () => {
    const { user } = openPortal('/billing/balance');
    const [button] = await screen.findAllByRole('link', { name: 'Top up' });
    await user.click(button as HTMLElement);
    const dialog = within(await screen.findByRole('dialog', { name: 'Top up' }));
    await dialog.findByText('Minimum €20.00, maximum €10,000.00.');
    dialog.getByRole('radio', { name: /Test payment/ });
  });

  it('goes to the payment page that the answer names', async () => {
    const { user } = openPortal('/?top-up');
    await submit(user, '50,00');
    await waitFor(() => expect(openCheckout).toHaveBeenCalledWith(TOP_UP));
    const wish = { amount: { amount: '50.00', currency: 'EUR' }, method: 'sandbox' };
    expect(gateway.callsOf('POST /api/v1/top-ups')[0]?.body).toEqual(wish);
  });

  it('hints at the minimum while typing, but lets the server decide', async () => {
    gateway.on('POST /api/v1/top-ups', problem(422, 'amount-below-minimum', 'The minimum amount is 20.00 EUR.'));
    const { user } = openPortal('/?top-up');
    await user.type(await screen.findByLabelText('Amount in EUR'), '10');
    screen.getByText('The minimum is €20.00.');
    await user.click(screen.getByRole('button', { name: 'Continue to payment' }));
    const field = await screen.findByLabelText('Amount in EUR');
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
    expect(screen.getAllByText('The minimum amount is 20.00 EUR.').length).toBeGreaterThan(0);
  });

  it('asks for a readable amount without troubling the server', async () => {
    const { user } = openPortal('/?top-up');
    await submit(user, 'fifty');
    await screen.findByText('Write an amount such as 50 or 50.00.');
    expect(gateway.callsOf('POST /api/v1/top-ups')).toHaveLength(0);
  });

  it('keeps its idempotency key while the same wish is sent again, and takes another for another wish', async () => {
    gateway.on('POST /api/v1/top-ups', problem(503, 'service-unavailable', 'Billing is away.'));
    const { user } = openPortal('/?top-up');
    for (const amount of ['50', '50', '60']) {
      const before = gateway.callsOf('POST /api/v1/top-ups').length;
      await submit(user, amount);
      await waitFor(() => expect(gateway.callsOf('POST /api/v1/top-ups')).toHaveLength(before + 1));
      await screen.findByText('Code: service-unavailable');
    }
    const [first, second, third] = gateway.callsOf('POST /api/v1/top-ups').map((c) => c.headers.get('Idempotency-Key'));
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('without a payment page yet, waits for it on the top-up’s page and then opens it', async () => {
    const { checkoutUrl, ...requested } = { ...TOP_UP, state: 'requested' };
    gateway.on('POST /api/v1/top-ups', requested).on('GET /api/v1/top-ups/t1', requested);
    const { user, router } = openPortal('/?top-up');
    await submit(user, '50');
    await waitFor(() => expect(router.state.location.pathname).toBe('/billing/top-ups/t1'));
    await screen.findByText(/We are preparing the payment page/);
    gateway.on('GET /api/v1/top-ups/t1', { ...TOP_UP, checkoutUrl });
    act(() => FakeEventSource.latest.push('top-up', { id: 't1', state: 'pending' }));
    await waitFor(() => expect(openCheckout).toHaveBeenCalledWith({ ...TOP_UP, checkoutUrl }));
  });

  it('is not offered to those who may not pay', async () => {
    const { ME } = await import('../testing/FakeGateway');
    const accounts = [{ ...ME.accounts[0], permissions: ['billing:read'] }];
    gateway.on('GET /api/v1/me', { ...ME, accounts });
    openPortal('/billing/balance');
    await screen.findByText('€12.00');
    expect(screen.queryByRole('link', { name: 'Top up' })).toBeNull();
  });
});

describe('the page of a top-up', () => {
  it.each([
    ['completed', 'Credited', /has been added to your balance/],
    ['failed', 'Failed', /did not succeed/],
    ['expired', 'Expired', /did not arrive in time/],
    ['review', 'In review', /nothing is lost/],
  ])('says by word and sentence that it is %s', async (state, word, sentence) => {
    new FakeGateway().on('GET /api/v1/top-ups/t1', { ...TOP_UP, state });
    openPortal('/billing/top-ups/t1');
    await screen.findByText(sentence);
    screen.getByText(word);
  });

  it('follows from waiting to credited by the stream, with a pop-up', async () => {
    const gateway = new FakeGateway().on('GET /api/v1/top-ups/t1', TOP_UP);
    openPortal('/billing/top-ups/t1');
    await screen.findByText('Pending');
    gateway.on('GET /api/v1/top-ups/t1', { ...TOP_UP, state: 'completed', completedAt: '2026-11-20T10:01:00Z' });
    act(() => FakeEventSource.latest.push('top-up', { id: 't1', state: 'completed' }));
    await screen.findByText('Credited');
    expect(await screen.findAllByText(/€50.00 has been added to your balance/)).toHaveLength(2);
  });

  it('says when there is no such top-up', async () => {
    new FakeGateway();
    openPortal('/billing/top-ups/other');
    await screen.findByText('Code: not-found');
  });
});
