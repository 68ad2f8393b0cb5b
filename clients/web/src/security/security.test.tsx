import { act, screen, waitFor, within } from '@testing-library/react';
import { notifications } from '@mantine/notifications';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeEventSource } from '../testing/FakeEventSource';
import { FakeGateway, problem } from '../testing/FakeGateway';
import { openPortal } from '../testing/openPortal';
import { BARE, FRESH, HERE, SECURITY, TELEPHONE } from '../testing/security';

const PAGE = '/account/security';
const GET = 'GET /api/v1/me/security';
const DONE = () => new Response(null, { status: 204 });
const REFUSED = () => problem(403, 'fresh-log-in-required', 'Log in again.');

const hrefOf = (name: string) => screen.getByRole('link', { name }).getAttribute('href');

describe('the security settings', () => {
  let gateway: FakeGateway;
  beforeEach(() => {
    notifications.clean();
    gateway = new FakeGateway().on('GET /api/v1/me/sessions', { items: [HERE, TELEPHONE], next: null });
  });

  it('are in the account menu, and so is the password, which the focus goes to', async () => {
    const { user, router } = openPortal('/');
    const open = async (name: string) => {
      await user.click(await screen.findByRole('button', { name: /^Account menu/ }));
      await user.click(await screen.findByRole('menuitem', { name }));
    };
    await open('Security settings');
    await screen.findByRole('heading', { name: 'Security settings', level: 1 });
    await open('Password');
    await waitFor(() => expect(document.activeElement).toBe(document.getElementById('password')));
    expect(router.state.location.pathname).toBe(PAGE);
  });

  it('show what is set up, since when, and the number with all but its end masked', async () => {
    openPortal(PAGE);
    await screen.findByText('Aegis');
    screen.getByText('YubiKey');
    screen.getByText('+33 • •• •• •• 01');
    screen.getByText('since 2 October 2026');
    expect(screen.getAllByText('Set up')).toHaveLength(3);
    expect(screen.getAllByText('Not set up')).toHaveLength(1);
    screen.getByText('You have no recovery codes');
  });

  it('lead to the log-in’s pages, which lead back, for all that is set up there', async () => {
    openPortal(PAGE);
    await screen.findByText('Aegis');
    const to = (action: string) => `/login?action=${action}&return=%2Faccount%2Fsecurity&lang=en`;
    expect(hrefOf('Add a passkey')).toBe(to('passkey'));
    expect(hrefOf('Add an app')).toBe(to('totp'));
    expect(hrefOf('Change the number')).toBe(to('phone'));
    expect(hrefOf('Create codes')).toBe(to('recovery-codes'));
    expect(hrefOf('Change the password')).toBe(to('password'));
    expect(hrefOf('Change the e-mail')).toBe(to('email'));
  });

  it('change the password even while nothing is known of the second factors', async () => {
    gateway.on(GET, problem(503, 'service-unavailable', 'Away for a moment.'));
    openPortal(PAGE);
    await screen.findByText('Away for a moment.', {}, { timeout: 30_000 });
    screen.getByRole('link', { name: 'Change the password' });
  });

  describe('say what has come of a visit to the log-in’s pages', () => {
    it('once: the address forgets it', async () => {
      const { router } = openPortal(`${PAGE}?done=totp`);
      const told = await screen.findByText('The authenticator app is set up.');
      expect(document.activeElement?.contains(told)).toBe(true);
      await waitFor(() => expect(router.state.location.search).toBe(''));
      screen.getByText('The authenticator app is set up.');
    });

    it('no longer once something else has been changed', async () => {
      gateway.on(GET, FRESH).on('DELETE /api/v1/me/security/totp/o1', DONE);
      const { user } = openPortal(`${PAGE}?done=totp`);
      await user.click(await screen.findByRole('button', { name: 'Remove: Aegis' }));
      await user.click(await screen.findByRole('button', { name: 'Remove the app' }));
      await screen.findByText('App removed.');
      await waitFor(() => expect(screen.queryByText('The authenticator app is set up.')).toBeNull());
    });

    it('when it was cancelled, with the way to start again', async () => {
      const { user } = openPortal(`${PAGE}?cancelled=passkey`);
      await screen.findByText('Passkeys: cancelled, nothing has changed.');
      expect(hrefOf('Start again')).toBe('/login?action=passkey&return=%2Faccount%2Fsecurity&lang=en');
      await user.click(screen.getByRole('button', { name: 'Close' }));
      expect(screen.queryByText('Passkeys: cancelled, nothing has changed.')).toBeNull();
    });

    it('and nothing of what they don’t know', async () => {
      openPortal(`${PAGE}?done=%3Cscript%3E&cancelled=constructor`);
      await screen.findByText('Aegis');
      expect(screen.queryByText(/nothing has changed/)).toBeNull();
    });
  });

  describe('remove', () => {
    const remove = async (user: ReturnType<typeof openPortal>['user'], button: string, title: string) => {
      await user.click(await screen.findByRole('button', { name: `Remove: ${button}` }));
      return within(await screen.findByRole('dialog', { name: title }));
    };

    it('only what was named and asked for', async () => {
      gateway.on(GET, FRESH).on('DELETE /api/v1/me/security/totp/o1', () => {
        gateway.on(GET, { ...FRESH, totp: [] });
        return DONE();
      });
      const { user } = openPortal(PAGE);
      const window = await remove(user, 'Aegis', 'Remove the app “Aegis”');
      expect(gateway.callsOf('DELETE /api/v1/me/security/totp/o1')).toHaveLength(0);
      await user.click(window.getByRole('button', { name: 'Remove the app' }));
      await screen.findByText('App removed.');
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
      expect(screen.queryByText('Aegis')).toBeNull();
      expect(document.activeElement?.id).toBe('factors');
    });

    it.each([
      ['number ending in 01', 'Remove the number +33 • •• •• •• 01', 'Remove the number', '/phone'],
      ['YubiKey', 'Remove the passkey “YubiKey”', 'Remove the passkey', '/passkeys/k1'],
      ['Recovery codes', 'Remove the recovery codes', 'Remove the codes', '/recovery-codes'],
    ])('%s', async (button, title, grant, path) => {
      const codes = { id: 'c1', left: 8, since: '2026-10-04T08:00:00Z' };
      gateway.on(GET, { ...FRESH, recoveryCodes: codes }).on(`DELETE /api/v1/me/security${path}`, DONE);
      const { user } = openPortal(PAGE);
      const window = await remove(user, button, title);
      await user.click(window.getByRole('button', { name: grant }));
      await waitFor(() => expect(gateway.callsOf(`DELETE /api/v1/me/security${path}`)).toHaveLength(1));
    });

    it('nothing without a log-in that is fresh: they lead to one, and back to the wish', async () => {
      const { user } = openPortal(PAGE);
      const window = await remove(user, 'Aegis', 'Remove the app “Aegis”');
      window.getByText('Log in again first');
      expect(window.queryByRole('button', { name: 'Remove the app' })).toBeNull();
      const link = new URL(window.getByRole('link', { name: 'Log in again' }).getAttribute('href') ?? '', 'http://x');
      expect(link.pathname).toBe('/login');
      expect(link.searchParams.get('fresh')).toBe('true');
      expect(link.searchParams.get('return')).toBe(`${PAGE}?again=remove-totp&id=o1`);
    });

    it('nothing when the server finds the log-in too old, whatever the page believed', async () => {
      gateway.on(GET, FRESH).on('DELETE /api/v1/me/security/totp/o1', REFUSED());
      const { user } = openPortal(PAGE);
      const window = await remove(user, 'Aegis', 'Remove the app “Aegis”');
      await user.click(window.getByRole('button', { name: 'Remove the app' }));
      const link = await window.findByRole('link', { name: 'Log in again' });
      await waitFor(() => expect(document.activeElement).toBe(link));
      expect(screen.queryByText('Removing the app…')).toBeNull();
    });

    it('what another tab has removed: the refusal is shown, and the page catches up', async () => {
      gateway.on(GET, FRESH).on('DELETE /api/v1/me/security/totp/o1', () => {
        gateway.on(GET, { ...FRESH, totp: [] });
        return problem(404, 'not-found', 'There is no such app.');
      });
      const { user } = openPortal(PAGE);
      const window = await remove(user, 'Aegis', 'Remove the app “Aegis”');
      await user.click(window.getByRole('button', { name: 'Remove the app' }));
      await window.findByText('There is no such app.');
      await waitFor(() => expect(screen.queryByText('Aegis')).toBeNull());
    });

    it('the last second factor only after saying that it is the last', async () => {
      gateway.on(GET, { ...FRESH, phone: null, passkeys: [] });
      const { user } = openPortal(PAGE);
      const window = await remove(user, 'Aegis', 'Remove the app “Aegis”');
      window.getByText(/It is your only second factor/);
    });
  });

  describe('after a fresh log-in', () => {
    const AGAIN = `${PAGE}?again=remove-totp&id=o1`;

    it('say what to do again, and do nothing by themselves', async () => {
      gateway.on(GET, FRESH);
      const { user } = openPortal(AGAIN);
      await screen.findByText('You have logged in again');
      screen.getByText('Remove the app “Aegis”');
      await user.click(screen.getByRole('button', { name: 'Remove the app' }));
      const window = within(await screen.findByRole('dialog', { name: 'Remove the app “Aegis”' }));
      await window.findByRole('button', { name: 'Remove the app' });
      expect(gateway.calls.filter(({ method }) => method === 'DELETE')).toHaveLength(0);
    });

    it.each([
      ['the log-in is not fresh', AGAIN, SECURITY],
      ['there is no such thing', `${PAGE}?again=remove-totp&id=other`, FRESH],
      ['there is no such wish', `${PAGE}?again=remove-everything`, FRESH],
    ])('say nothing where %s', async (_, address, security) => {
      gateway.on(GET, security);
      openPortal(address);
      await screen.findByText('Aegis');
      expect(screen.queryByText('You have logged in again')).toBeNull();
    });
  });

  describe('prefer', () => {
    const PUT = 'PUT /api/v1/me/security';
    const choose = async (user: ReturnType<typeof openPortal>['user']) => {
      const choice = await screen.findByRole('radiogroup', { name: 'Asked for first at log-in' });
      const app = within(choice).getByRole('radio', { name: 'Authenticator app' }) as HTMLInputElement;
      await user.click(app);
      return app;
    };

    it('another factor at once', async () => {
      gateway.on(GET, FRESH).on(PUT, ({ body }) => {
        gateway.on(GET, { ...FRESH, ...(body as object) });
        return { ...FRESH, ...(body as object) };
      });
      const { user } = openPortal(PAGE);
      const app = await choose(user);
      await screen.findByText('Another factor is asked for first now.');
      expect(gateway.callsOf(PUT)[0]?.body).toEqual({ preferred: 'totp' });
      expect(app.checked).toBe(true);
    });

    it('nothing without a log-in that is fresh, and the choice stays as it was', async () => {
      const { user } = openPortal(PAGE);
      const app = await choose(user);
      const window = within(await screen.findByRole('dialog', { name: 'Ask first for: Authenticator app' }));
      const link = window.getByRole('link', { name: 'Log in again' });
      expect(link.getAttribute('href')).toContain('again%3Dprefer%26id%3Dtotp');
      expect(app.checked).toBe(false);
      expect(gateway.callsOf(PUT)).toHaveLength(0);
    });

    it('nothing when the server finds the log-in too old', async () => {
      gateway.on(GET, FRESH).on(PUT, () => {
        gateway.on(GET, SECURITY);
        return REFUSED();
      });
      const { user } = openPortal(PAGE);
      await choose(user);
      await screen.findByRole('link', { name: 'Log in again' });
    });

    it('nothing that is refused otherwise, with the reason', async () => {
      gateway.on(GET, FRESH).on(PUT, problem(409, 'factor-not-set-up', 'It is not set up.'));
      const { user } = openPortal(PAGE);
      const app = await choose(user);
      await waitFor(() => expect(screen.getAllByText('It is not set up.')).toHaveLength(2));
      expect(app.checked).toBe(false);
    });

    it('nothing where there is nothing to choose', async () => {
      gateway.on(GET, { ...SECURITY, totp: [], passkeys: [] });
      openPortal(PAGE);
      await screen.findByText('SMS is your only second factor');
      expect(screen.queryByRole('radiogroup')).toBeNull();
    });
  });

  it('follow what is changed elsewhere, as its notice tells', async () => {
    openPortal(PAGE);
    await screen.findByText('Aegis');
    gateway.on(GET, { ...SECURITY, totp: [] });
    const news = { id: 'n1', severity: 'warning', code: 'security-totp-removed', link: PAGE };
    act(() => FakeEventSource.latest.push('notification', { ...news, text: { en: 'Removed.', fr: 'Retirée.' } }));
    await waitFor(() => expect(screen.queryByText('Aegis')).toBeNull());
  });
});

describe('the dashboard', () => {
  it('tells those without a second factor, and leads to where there are some', async () => {
    new FakeGateway().on(GET, BARE);
    const { user, router } = openPortal('/');
    await user.click(await screen.findByRole('link', { name: 'Add a second factor' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(PAGE));
  });

  it('says nothing of it to the others, nor where it is not known', async () => {
    const gateway = new FakeGateway();
    openPortal('/');
    await screen.findByText('€12.00');
    await waitFor(() => expect(gateway.callsOf(GET)).toHaveLength(1));
    expect(screen.queryByRole('link', { name: 'Add a second factor' })).toBeNull();
  });
});
