import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { DELEGATE, DELEGATION, meFor } from '../testing/access';
import { FakeGateway, ME, problem } from '../testing/FakeGateway';
import { openPortal } from '../testing/openPortal';
import { keepToken, keptToken, takeTokenFromAddress } from './token';

const ACCEPT = { name: 'Accept the invitation' };
const DEAD = [
  'invitation-link-unknown',
  'invitation-accepted',
  'invitation-withdrawn',
  'invitation-expired',
  'inviter-holds-less',
  'has-access-already',
];

describe('the token of an invitation', () => {
  it('leaves the address at once, and is kept until it is used', () => {
    window.history.replaceState(null, '', '/invitation#secret');
    takeTokenFromAddress();
    expect(window.location.href).toBe('http://localhost:3000/invitation');
    expect(keptToken()).toBe('secret');
    window.history.replaceState(null, '', '/');
  });

  it('is only looked for where its link leads', () => {
    window.history.replaceState(null, '', '/account/security#password');
    takeTokenFromAddress();
    expect(window.location.hash).toBe('#password');
    expect(keptToken()).toBeUndefined();
    window.history.replaceState(null, '', '/');
  });

  it('leaves the address of a portal that is open already', async () => {
    new FakeGateway();
    const { router } = openPortal('/invitation#secret');
    await screen.findByRole('button', ACCEPT);
    expect(router.state.location.hash).toBe('');
    expect(keptToken()).toBe('secret');
  });
});

describe('an invitation', () => {
  let gateway: FakeGateway;
  const accepted = () => gateway.callsOf('POST /api/v1/invitations/accept');
  beforeEach(() => {
    gateway = new FakeGateway();
    keepToken('secret');
  });

  it('is accepted when its reader says so, who can then act for the account', async () => {
    gateway.on('POST /api/v1/invitations/accept', DELEGATION);
    const { user, router } = openPortal('/invitation');
    await user.click(await screen.findByRole('button', ACCEPT));
    await screen.findByText('You can now act for Bruno Keller (zz22222-mo).');
    expect(accepted().map(({ body }) => body)).toEqual([{ token: 'secret' }]);
    expect(keptToken()).toBeUndefined();
    gateway.on('GET /api/v1/me', meFor);
    await user.click(screen.getByRole('button', { name: 'Act for Bruno Keller' }));
    await screen.findByRole('region', { name: 'Account that you are acting for' });
    expect(router.state.location.pathname).toBe('/');
  });

  it.each(DEAD)('that is dead (%s) offers nothing to accept any more', async (code) => {
    gateway.on('POST /api/v1/invitations/accept', problem(409, code));
    const { user } = openPortal('/invitation');
    await user.click(await screen.findByRole('button', ACCEPT));
    await screen.findByText('This invitation can’t be accepted');
    expect(screen.queryByRole('button', ACCEPT)).toBeNull();
    expect(keptToken()).toBeUndefined();
  });

  it('for another address leads to another log-in, and waits for it', async () => {
    gateway.on('POST /api/v1/invitations/accept', problem(403, 'invitation-for-another-address'));
    const { user } = openPortal('/invitation');
    await user.click(await screen.findByRole('button', ACCEPT));
    await screen.findByRole('button', { name: 'Log in as another user' });
    expect(screen.queryByRole('button', ACCEPT)).toBeNull();
    expect(keptToken()).toBe('secret');
  });

  it('can be tried again after a hindrance, as the same wish', async () => {
    gateway.on('POST /api/v1/invitations/accept', problem(503, 'service-unavailable', 'Away for a moment.'));
    const { user } = openPortal('/invitation');
    await user.click(await screen.findByRole('button', ACCEPT));
    await screen.findByText('Away for a moment.');
    gateway.on('POST /api/v1/invitations/accept', DELEGATION);
    await user.click(screen.getByRole('button', ACCEPT));
    await screen.findByText(/You can now act/);
    const keys = accepted().map(({ headers }) => headers.get('Idempotency-Key'));
    expect(keys[1]).toBe(keys[0]);
  });

  it('can be accepted by somebody whose own account is still being prepared', async () => {
    gateway.on('GET /api/v1/me', { ...ME, accounts: [], actingAccount: null });
    openPortal('/invitation');
    await screen.findByRole('button', ACCEPT);
  });

  it('asks whoever isn’t logged in to log in or register, and comes back', async () => {
    gateway.on('GET /api/v1/me', problem(401, 'login-required'));
    openPortal('/invitation');
    await screen.findByRole('heading', { name: 'You are invited to act for an account' });
    const logIn = screen.getByRole('link', { name: 'Log in' });
    expect(logIn.getAttribute('href')).toBe('/login?return=%2Finvitation&lang=en');
    const register = screen.getByRole('link', { name: 'Create an account' });
    expect(register.getAttribute('href')).toContain('return=%2Finvitation');
    expect(keptToken()).toBe('secret');
  });

  it('that isn’t there is not asked about', async () => {
    sessionStorage.clear();
    gateway.on('GET /api/v1/me', DELEGATE);
    openPortal('/invitation');
    await screen.findByText(/no invitation to accept here/);
    await waitFor(() => expect(screen.queryByRole('button', ACCEPT)).toBeNull());
  });
});
