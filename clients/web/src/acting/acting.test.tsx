import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { actFor, actingNow } from '../api/acting';
import { DELEGATE, DELEGATION, meFor, OTHER } from '../testing/access';
import { FakeEventSource } from '../testing/FakeEventSource';
import { FakeGateway, problem } from '../testing/FakeGateway';
import { openPortal } from '../testing/openPortal';
import { list } from '../testing/servers';

const BAR = 'Account that you are acting for';
const NONE_OWN = { ...DELEGATE, accounts: [OTHER], actingAccount: null };

describe('acting for another account', () => {
  let gateway: FakeGateway;
  const accountOf = (operation: string) => gateway.callsOf(operation).at(-1)?.headers.get('Moorage-Account');
  beforeEach(() => {
    gateway = new FakeGateway().on('GET /api/v1/me', meFor).on('GET /api/v1/delegations', list(DELEGATION));
  });

  it('asks everything for that account, and shows on every page for whom', async () => {
    const { user, router } = openPortal('/account/switch');
    await user.click(await screen.findByRole('button', { name: 'Act for Bruno Keller' }));
    const bar = await screen.findByRole('region', { name: BAR });
    expect(bar.textContent).toContain('You are acting for Bruno Keller (zz22222-mo)');
    await screen.findByText('Account zz22222-mo');
    await waitFor(() => expect(accountOf('GET /api/v1/services')).toBe('zz22222-mo'));
    expect(accountOf('GET /api/v1/me')).toBe('zz22222-mo');
    expect(FakeEventSource.latest.url).toBe('/api/v1/stream?account=zz22222-mo');
    await router.navigate('/services');
    await screen.findByRole('heading', { name: 'Services' });
    screen.getByRole('region', { name: BAR });
  });

  it('offers nothing that concerns the account as a whole where access is limited to chosen services', async () => {
    const limited = { ...OTHER, permissions: [...OTHER.permissions, 'billing:read'] };
    gateway.on('GET /api/v1/me', { ...DELEGATE, accounts: [limited], actingAccount: limited.handle });
    actFor(limited);
    openPortal('/');
    await screen.findByRole('region', { name: BAR });
    await screen.findByRole('heading', { name: 'Active services' });
    expect(screen.queryByRole('heading', { name: 'Prepaid balance' })).toBeNull();
    expect(screen.queryByRole('heading', { name: 'Profile' })).toBeNull();
  });

  it('never sends that account with what is the user’s own', async () => {
    actFor(OTHER);
    openPortal('/account/switch');
    await waitFor(() => expect(gateway.callsOf('GET /api/v1/delegations')).toHaveLength(1));
    expect(accountOf('GET /api/v1/delegations')).toBeNull();
  });

  it('goes on after a reload, and ends with the way back to one’s own', async () => {
    sessionStorage.setItem('moorage.acting', JSON.stringify({ account: OTHER }));
    const { user } = openPortal('/');
    await user.click(await screen.findByRole('button', { name: 'Return to my account' }));
    await screen.findByText('€12.00');
    expect(screen.queryByRole('region', { name: BAR })).toBeNull();
    expect(accountOf('GET /api/v1/balance')).toBeNull();
    expect(FakeEventSource.latest.url).toBe('/api/v1/stream');
    expect(sessionStorage.getItem('moorage.acting')).toBeNull();
  });

  it('hides what isn’t permitted there', async () => {
    actFor(OTHER);
    openPortal('/');
    await screen.findByRole('heading', { name: 'Active services' });
    expect(screen.queryByRole('heading', { name: 'Prepaid balance' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Billing' })).toBeNull();
  });

  it('says plainly that a page isn’t permitted', async () => {
    actFor(OTHER);
    gateway.on('GET /api/v1/statement', problem(403, 'not-permitted', 'Ask the account’s owner for it.'));
    openPortal('/billing/statement');
    await screen.findByText('You have no permission for this here');
    screen.getByText('Ask the account’s owner for it.');
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('ends when access does: back to one’s own account, with a word about it', async () => {
    actFor(OTHER);
    openPortal('/services');
    await screen.findByRole('region', { name: BAR });
    const refused = problem(403, 'account-not-granted', 'You may not act for this account.');
    gateway
      .on('GET /api/v1/me', (call) => (call.headers.has('Moorage-Account') ? refused : meFor(call)))
      .on('GET /api/v1/services', ({ headers }) => (headers.has('Moorage-Account') ? refused : list()));
    FakeEventSource.latest.fail(FakeEventSource.CLOSED);
    await screen.findByText(/Your access to Bruno Keller \(zz22222-mo\) has ended/);
    await screen.findByText('Account xx11111-mo');
    expect(screen.queryByRole('region', { name: BAR })).toBeNull();
    expect(accountOf('GET /api/v1/services')).toBeNull();
  });

  it('shows nothing of an answer that comes after the account has changed', async () => {
    let answer = (_: object) => {};
    gateway.on('GET /api/v1/services', ({ headers }) =>
      headers.has('Moorage-Account') ? new Promise<object>((resolve) => (answer = resolve)) : list(),
    );
    actFor(OTHER);
    const { user } = openPortal('/');
    await user.click(await screen.findByRole('button', { name: 'Return to my account' }));
    await screen.findByText('No active services.');
    answer(
      list({ id: 's9', kind: 'server', name: 'theirs', label: 's9', status: 'active', overdue: false, roles: [] }),
    );
    await waitFor(() => screen.getByText('No active services.'));
    expect(screen.queryByText('theirs')).toBeNull();
  });

  it('is over when nobody is logged in any more', async () => {
    actFor(OTHER);
    gateway.on('GET /api/v1/me', problem(401, 'login-required'));
    openPortal('/');
    await screen.findByRole('link', { name: 'Log in' });
    expect(actingNow()).toEqual({});
  });
});

describe('the page of accounts', () => {
  let gateway: FakeGateway;
  beforeEach(() => {
    gateway = new FakeGateway().on('GET /api/v1/me', meFor).on('GET /api/v1/delegations', list(DELEGATION));
  });

  it('lists one’s own account first, and what one may do for the others', async () => {
    openPortal('/account/switch');
    const accounts = within(await screen.findByRole('list', { name: 'Accounts' }));
    const [own, other] = accounts.getAllByRole('listitem').filter((item) => item.querySelector('h2'));
    expect(own?.textContent).toContain('Camille Durand');
    expect(other?.textContent).toContain('Manage services');
    expect(other?.textContent).toContain('Chosen services: 1');
    await waitFor(() => expect(other?.textContent).toContain('Until'));
  });

  it('leaves an account after asking, and says what goes', async () => {
    gateway.on('DELETE /api/v1/delegations/d1', new Response(null, { status: 204 }));
    const { user } = openPortal('/account/switch');
    await user.click(await screen.findByRole('button', { name: 'Leave the account of Bruno Keller' }));
    await screen.findByText(/no longer see or do anything for Bruno Keller/);
    expect(gateway.callsOf('DELETE /api/v1/delegations/d1')).toHaveLength(0);
    await user.click(screen.getByRole('button', { name: 'Leave the account' }));
    await screen.findByText('You have left the account of Bruno Keller.');
    expect(gateway.callsOf('DELETE /api/v1/delegations/d1')).toHaveLength(1);
  });

  it('leads back to one’s own account when the one acted for is left', async () => {
    actFor(OTHER);
    gateway.on('DELETE /api/v1/delegations/d1', new Response(null, { status: 204 }));
    const { user } = openPortal('/account/switch');
    await user.click(await screen.findByRole('button', { name: 'Leave the account of Bruno Keller' }));
    await user.click(await screen.findByRole('button', { name: 'Leave the account' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: BAR })).toBeNull());
    expect(actingNow()).toEqual({});
    expect(screen.queryByText(/has ended/)).toBeNull();
  });

  it('is where somebody without an account of their own begins', async () => {
    gateway.on('GET /api/v1/me', ({ headers }) => ({ ...NONE_OWN, actingAccount: headers.get('Moorage-Account') }));
    const { user, router } = openPortal('/');
    await user.click(await screen.findByRole('button', { name: 'Act for Bruno Keller' }));
    await screen.findByRole('region', { name: BAR });
    expect(router.state.location.pathname).toBe('/');
    expect(screen.queryByRole('button', { name: 'Return to my account' })).toBeNull();
  });
});
