import { screen, waitFor, within } from '@testing-library/react';
import { notifications } from '@mantine/notifications';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeGateway, problem } from '../testing/FakeGateway';
import { openPortal } from '../testing/openPortal';
import { APPLICATION } from '../testing/security';

const PAGE = '/account/security';
const LIST = 'GET /api/v1/me/applications';
const applications = (...items: object[]) => ({ items, next: null });

describe('the applications', () => {
  let gateway: FakeGateway;
  beforeEach(() => {
    notifications.clean();
    gateway = new FakeGateway().on(LIST, applications(APPLICATION));
  });

  const list = async () => within(await screen.findByRole('region', { name: 'Applications' }));

  it('say what each may do, and since when', async () => {
    openPortal(PAGE);
    const region = await list();
    await region.findByText('Harbour Board');
    region.getByText('See services · See billing');
    region.getByText(/^Let in 21 Nov 2026/);
  });

  it('are none for most', async () => {
    gateway.on(LIST, applications());
    openPortal(PAGE);
    await (await list()).findByText('No application acts for you.');
  });

  it('lose their access once it was asked for', async () => {
    const WITHDRAW = 'DELETE /api/v1/me/applications/harbour-board';
    gateway.on(WITHDRAW, () => {
      gateway.on(LIST, applications());
      return new Response(null, { status: 204 });
    });
    const { user } = openPortal(PAGE);
    await user.click(await screen.findByRole('button', { name: 'Withdraw: Harbour Board' }));
    const window = within(await screen.findByRole('dialog', { name: 'Withdraw the access of Harbour Board' }));
    expect(gateway.callsOf(WITHDRAW)).toHaveLength(0);
    await user.click(window.getByRole('button', { name: 'Withdraw the access' }));
    await screen.findByText('Access withdrawn.');
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Withdraw: Harbour Board' })).toBeNull());
    expect(document.activeElement?.id).toBe('applications');
  });

  it('that can’t be read say so, and can be asked for again', async () => {
    gateway.on(LIST, problem(503, 'service-unavailable', 'Not now.'));
    const { user } = openPortal(PAGE);
    const region = await list();
    await region.findByText('Not now.');
    gateway.on(LIST, applications(APPLICATION));
    await user.click(region.getByRole('button', { name: 'Try again' }));
    await region.findByText('Harbour Board');
  });
});
