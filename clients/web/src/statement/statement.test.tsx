import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeGateway } from '../testing/FakeGateway';
import { openPortal } from '../testing/openPortal';

const line = (id: string, amount: string) => ({
  id,
  at: '2026-11-20T10:00:00Z',
  kind: 'top-up',
  reference: `ref-${id}`,
  method: 'sandbox',
  amount: { amount, currency: 'EUR' },
  balance: { amount: '100.00', currency: 'EUR' },
});

describe('the statement', () => {
  let gateway: FakeGateway;
  beforeEach(() => {
    gateway = new FakeGateway().on('GET /api/v1/statement', ({ query }) =>
      query.get('cursor') === 'second'
        ? { items: [line('b', '-7.50')], next: null }
        : { items: [line('a', '50.00')], next: 'second' },
    );
  });

  it('goes on from page to page until its end', async () => {
    const { user } = openPortal('/billing/statement');
    await screen.findByText('+€50.00');
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    await screen.findByText('−€7.50');
    screen.getByText('All movements are shown.');
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('is downloaded as CSV under the account’s name', async () => {
    const saved: string[] = [];
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }));
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this.download);
    });
    const { user } = openPortal('/billing/statement');
    await user.click(await screen.findByRole('button', { name: 'Download (CSV)' }));
    await waitFor(() => expect(saved).toEqual(['statement-xx11111-mo.csv']));
    expect(gateway.calls.at(-1)?.headers.get('Accept')).toBe('text/csv');
    await screen.findByText('Statement downloaded.');
  });

  it('without movements, says what to do next', async () => {
    gateway.on('GET /api/v1/statement', { items: [], next: null });
    openPortal('/billing/statement', 'fr');
    await screen.findByText('Aucun mouvement pour l’instant.');
    screen.getByRole('link', { name: 'Recharger' });
  });
});
