import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeEventSource } from '../testing/FakeEventSource';
import { FakeGateway, problem, TOP_UP } from '../testing/FakeGateway';
import { openPortal } from '../testing/openPortal';

const eur = (amount: string) => ({ amount, currency: 'EUR' });

describe('the balance', () => {
  let gateway: FakeGateway;
  beforeEach(() => {
    gateway = new FakeGateway();
  });

  it('rises without reloading when the stream says so, and is announced', async () => {
    openPortal('/billing/balance');
    await screen.findByText('€12.00');
    gateway.on('GET /api/v1/balance', { balance: eur('62.00'), pending: eur('0.00') });
    act(() => FakeEventSource.latest.push('balance', { account: 'xx11111-mo', balance: eur('62.00') }));
    await screen.findByText('€62.00');
    await screen.findByText('New balance: €62.00');
  });

  it('does not follow another account’s', async () => {
    openPortal('/billing/balance');
    await screen.findByText('€12.00');
    act(() => FakeEventSource.latest.push('balance', { account: 'zz22222-mo', balance: eur('999.00') }));
    expect(screen.queryByText('€999.00')).toBeNull();
  });

  it('is asked for again when the stream has lost its place', async () => {
    openPortal('/billing/balance');
    await screen.findByText('€12.00');
    gateway.on('GET /api/v1/balance', { balance: eur('13.00'), pending: eur('0.00') });
    act(() => FakeEventSource.latest.push('reset', {}));
    await screen.findByText('€13.00');
  });

  it('shows what is under way, and says when it no longer follows', async () => {
    gateway.on('GET /api/v1/balance', { balance: eur('12.00'), pending: eur('50.00') });
    openPortal('/billing/balance');
    await screen.findByText('Top-ups under way: €50.00');
    act(() => FakeEventSource.latest.fail(FakeEventSource.CONNECTING));
    await screen.findByText('Reconnecting…');
  });

  it('lists top-ups with their state, and takes up a payment that waits', async () => {
    gateway.on('GET /api/v1/top-ups', { items: [TOP_UP], next: null });
    openPortal('/billing/balance');
    const resume = await screen.findByRole('link', { name: /Resume payment of €50.00/ });
    expect(resume.getAttribute('href')).toBe('http://pay.test/chk_1');
    screen.getByText('Pending');
  });

  it('without top-ups, says what to do next', async () => {
    openPortal('/billing/balance');
    await screen.findByText('No top-ups yet.');
    screen.getByText(/Choose an amount and a method/);
    screen.getByRole('link', { name: 'Top up' });
  });

  it('shows an error with its code, and tries again', async () => {
    gateway.on('GET /api/v1/balance', problem(503, 'service-unavailable', 'It is away for a moment.'));
    const { user } = openPortal('/billing/balance');
    await screen.findByText('It is away for a moment.');
    screen.getByText('Code: service-unavailable');
    gateway.on('GET /api/v1/balance', { balance: eur('12.00'), pending: eur('0.00') });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => screen.getByText('€12.00'));
  });
});
