import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeEventSource } from '../testing/FakeEventSource';
import { FakeGateway, ME, problem } from '../testing/FakeGateway';
import { openPortal } from '../testing/openPortal';

describe('the session', () => {
  let gateway: FakeGateway;
  beforeEach(() => {
    gateway = new FakeGateway();
  });

  it('is missing: the landing page leads to log-in and back to where one wanted to go', async () => {
    gateway.on('GET /api/v1/me', problem(401, 'login-required'));
    openPortal('/billing/balance', 'fr');
    const logIn = await screen.findByRole('link', { name: 'Se connecter' });
    const register = screen.getByRole('link', { name: 'Créer un compte' });
    expect(logIn.getAttribute('href')).toBe('/login?return=%2Fbilling%2Fbalance&lang=fr');
    expect(register.getAttribute('href')).toBe('/login?return=%2Fbilling%2Fbalance&lang=fr&register=true');
    expect(document.title).toBe('Votre hébergement, au même endroit · Moorage');
  });

  it('is not known yet: a menu opened meanwhile stays open when the answer comes', async () => {
    let answer = (_: Response) => {};
    gateway.on('GET /api/v1/me', () => new Promise<Response>((resolve) => (answer = resolve)));
    const { user } = openPortal('/');
    await user.click(await screen.findByRole('button', { name: 'English · Language and appearance' }));
    const french = await screen.findByRole('menuitemradio', { name: 'Français' });
    answer(problem(401, 'login-required'));
    await screen.findByRole('link', { name: 'Log in' });
    expect(french.isConnected).toBe(true);
  });

  it('has no account yet: the page says so and goes on by itself', async () => {
    let open = false;
    gateway.on('GET /api/v1/me', () => (open ? ME : { ...ME, accounts: [], actingAccount: null }));
    openPortal('/');
    await screen.findByRole('heading', { name: 'Your account is being prepared' });
    expect(gateway.callsOf('GET /api/v1/balance')).toHaveLength(0);
    open = true;
    await screen.findByRole('heading', { name: 'Welcome, Camille Durand' });
  });

  it('has ended: the stream’s refusal makes the portal look, and show nothing any more', async () => {
    openPortal('/');
    await screen.findByText('€12.00');
    gateway.on('GET /api/v1/me', problem(401, 'login-required'));
    FakeEventSource.latest.fail(FakeEventSource.CLOSED);
    await screen.findByRole('link', { name: 'Log in' });
    expect(screen.queryByText('€12.00')).toBeNull();
  });

  it('can’t be found out about: the error shows its sentence, its code and a way to try again', async () => {
    gateway.on('GET /api/v1/me', problem(403, 'account-not-granted', 'Not your account.'));
    const { user } = openPortal('/');
    await screen.findByText('Not your account.');
    screen.getByText('Code: account-not-granted');
    gateway.on('GET /api/v1/me', ME);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('heading', { name: 'Welcome, Camille Durand' });
  });

  it('ends by logging out, which leaves for where the gateway says', async () => {
    const replace = vi.fn();
    vi.stubGlobal('location', { ...window.location, replace });
    gateway.on('POST /logout', { location: 'http://keycloak.test/logout' });
    const { user } = openPortal('/');
    await user.click(await screen.findByRole('button', { name: 'Account menu of Camille Durand' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Log out' }));
    await waitFor(() => expect(replace).toHaveBeenCalledWith('http://keycloak.test/logout'));
    vi.unstubAllGlobals();
  });
});
