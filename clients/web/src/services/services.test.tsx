import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeGateway } from '../testing/FakeGateway';
import { openPortal } from '../testing/openPortal';
import { list, meWith } from '../testing/servers';

const roles = ['admin', 'technical', 'billing'];
const common = { status: 'active', overdue: false, roles, createdAt: '2026-10-01T08:00:00Z' };
const PLAN = { id: 'p1', kind: 'hosting-plan', name: 'Hébergement Web - VPS-5', label: 'hst-test.eu', ...common };
const RENTED = { id: '10427', kind: 'server', name: 'web-08.hst-test.eu', label: '10427', ...common };

describe('what is rented', () => {
  let gateway: FakeGateway;
  beforeEach(() => {
    gateway = new FakeGateway().on('GET /api/v1/services', ({ query }) =>
      query.get('kind') === 'hosting-plan' ? list(PLAN) : list(PLAN, { ...RENTED, overdue: true }),
    );
  });

  it('stands on the dashboard: how many, the active ones with the way to manage them, and what is late', async () => {
    openPortal('/', 'fr');
    const services = await screen.findByRole('region', { name: 'Services actifs' });
    const manage = await within(services).findByRole('link', { name: 'Gérer web-08.hst-test.eu 10427' });
    expect(manage.getAttribute('href')).toBe('/services/servers/10427');
    screen.getByRole('link', { name: '2 services' });
    const late = screen.getByRole('link', { name: '1 en retard de paiement' });
    expect(late.getAttribute('href')).toBe('/services/servers?status=overdue');
  });

  it('is listed whole, or one kind of it', async () => {
    const { user, router } = openPortal('/services');
    await screen.findByText('web-08.hst-test.eu');
    await user.click(screen.getByRole('link', { name: 'Web hosting' }));
    await waitFor(() => expect(screen.queryByText('web-08.hst-test.eu')).toBeNull());
    await screen.findByText('hst-test.eu');
    expect(router.state.location.search).toBe('?kind=hosting-plan');
  });

  it('does not show to those who may not see it', async () => {
    gateway.on('GET /api/v1/me', meWith('billing:read'));
    openPortal('/');
    await screen.findByRole('heading', { name: 'Welcome, Camille Durand' });
    expect(screen.queryByRole('button', { name: 'Services' })).toBeNull();
    expect(screen.queryByRole('region', { name: 'Active services' })).toBeNull();
  });
});
