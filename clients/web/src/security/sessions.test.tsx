import { screen, waitFor, within } from '@testing-library/react';
import { notifications } from '@mantine/notifications';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeGateway, problem } from '../testing/FakeGateway';
import { openPortal } from '../testing/openPortal';
import { HERE, TELEPHONE, TERMINAL } from '../testing/security';

const PAGE = '/account/security';
const LIST = 'GET /api/v1/me/sessions';
const sessions = (...items: object[]) => ({ items, next: null });

describe('the sessions', () => {
  let gateway: FakeGateway;
  beforeEach(() => {
    notifications.clean();
    gateway = new FakeGateway().on(LIST, sessions(TELEPHONE, HERE, TERMINAL));
  });

  const list = async () => within(await screen.findByRole('region', { name: 'Sessions' }));

  it('say where one is logged in, this one first and named so', async () => {
    openPortal(PAGE);
    const region = await list();
    await region.findByText('Safari 19 · iOS 19');
    const [first, second, third] = region.getAllByRole('listitem');
    within(first as HTMLElement).getByText('Firefox 146 · Windows 11');
    within(first as HTMLElement).getByText('This session');
    within(second as HTMLElement).getByText('iPhone · 198.51.100.7');
    within(second as HTMLElement).getByText(/^Last used 25 Nov 2026/);
    within(third as HTMLElement).getByText('Command line (moor)');
    expect(region.getAllByText('This session')).toHaveLength(1);
  });

  it('end one by one, once it was asked for', async () => {
    gateway.on('DELETE /api/v1/me/sessions/s2', () => {
      gateway.on(LIST, sessions(HERE, TERMINAL));
      return new Response(null, { status: 204 });
    });
    const { user } = openPortal(PAGE);
    await user.click(await screen.findByRole('button', { name: 'End: Safari 19 · iOS 19' }));
    const title = 'End the session Safari 19 · iOS 19 · iPhone · 198.51.100.7';
    const window = within(await screen.findByRole('dialog', { name: title }));
    expect(gateway.callsOf('DELETE /api/v1/me/sessions/s2')).toHaveLength(0);
    await user.click(window.getByRole('button', { name: 'End the session' }));
    await screen.findByText('Session ended.');
    await waitFor(() => expect(screen.queryByRole('button', { name: 'End: Safari 19 · iOS 19' })).toBeNull());
    expect(document.activeElement?.id).toBe('sessions');
  });

  it('end all but this one', async () => {
    gateway.on('DELETE /api/v1/me/sessions', () => {
      gateway.on(LIST, sessions(HERE));
      return new Response(null, { status: 204 });
    });
    const { user } = openPortal(PAGE);
    await user.click(await screen.findByRole('button', { name: 'End all others' }));
    const window = within(await screen.findByRole('dialog', { name: 'End all other sessions' }));
    await user.click(window.getByRole('button', { name: 'End all others' }));
    await screen.findByText('You are logged in nowhere else.');
    expect(gateway.callsOf('DELETE /api/v1/me/sessions')[0]?.query.get('others')).toBe('true');
    await waitFor(() => expect(screen.queryByRole('button', { name: 'End all others' })).toBeNull());
  });

  it('are read page by page', async () => {
    gateway.on(LIST, ({ query }) =>
      query.get('cursor') === 'more' ? sessions(TERMINAL) : { items: [HERE, TELEPHONE], next: 'more' },
    );
    const { user } = openPortal(PAGE);
    await user.click(await screen.findByRole('button', { name: 'Show more' }));
    await screen.findByText('Command line (moor)');
    screen.getByText('All sessions are shown.');
  });

  it('that can’t be read say so, and can be asked for again', async () => {
    gateway.on(LIST, problem(403, 'forbidden', 'Not now.'));
    const { user } = openPortal(PAGE);
    const region = await list();
    await region.findByText('Not now.');
    gateway.on(LIST, sessions(HERE));
    await user.click(region.getByRole('button', { name: 'Try again' }));
    await region.findByText('You are logged in nowhere else.');
  });

  it('end this one by logging out', async () => {
    const replace = vi.fn();
    vi.stubGlobal('location', { ...window.location, replace });
    gateway.on('POST /logout', { location: 'http://keycloak.test/logout' });
    const { user } = openPortal(PAGE);
    await user.click(await screen.findByRole('button', { name: 'Log out' }));
    await waitFor(() => expect(replace).toHaveBeenCalledWith('http://keycloak.test/logout'));
    vi.unstubAllGlobals();
  });
});
