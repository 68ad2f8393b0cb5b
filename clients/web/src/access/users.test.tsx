import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { DELEGATE, INVITATION, OWNER, SETS, USER } from '../testing/access';
import { FakeGateway, problem } from '../testing/FakeGateway';
import { openPortal } from '../testing/openPortal';
import { list, meWith } from '../testing/servers';

const SERVICE = {
  id: '10427',
  kind: 'server',
  name: 'web-08.hst-test.eu',
  label: '10427',
  status: 'active',
  overdue: false,
  roles: ['admin'],
  createdAt: '2026-10-01T08:00:00Z',
};
const DONE = new Response(null, { status: 204 });

describe('the page of users', () => {
  let gateway: FakeGateway;
  beforeEach(() => {
    gateway = new FakeGateway()
      .on('GET /api/v1/me', DELEGATE)
      .on('GET /api/v1/users', list(USER, OWNER))
      .on('GET /api/v1/invitations', list(INVITATION))
      .on('GET /api/v1/permission-sets', SETS)
      .on('GET /api/v1/services', list(SERVICE));
  });

  const invite = async () => {
    const portal = openPortal('/account/users');
    await portal.user.click(await screen.findByRole('button', { name: 'Invite a new user' }));
    await screen.findByRole('dialog');
    await screen.findByRole('option', { name: 'Accountant' });
    return portal;
  };
  const send = () => screen.getByRole('button', { name: 'Send the invitation' });
  const email = () => screen.getByRole('textbox', { name: /^E-mail address/ });

  it('shows the owner first, whom nobody can change, and services by their names', async () => {
    openPortal('/account/users');
    await screen.findByText(/Only: web-08\.hst-test\.eu \(10427\)/);
    const names = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
    expect(names).toEqual(['Camille Durand', 'Alice Martin', 'bob@hst-test.eu']);
    expect(screen.queryByRole('button', { name: 'Revoke the access of Camille Durand' })).toBeNull();
    expect(screen.getAllByText('Pay and top up')).toHaveLength(2);
    screen.getByText(/^Last used 25 Nov 2026/);
    screen.getByText('Never used');
  });

  it('revokes after asking, and reads the list again', async () => {
    gateway.on('DELETE /api/v1/users/u2', DONE);
    const { user } = openPortal('/account/users');
    await user.click(await screen.findByRole('button', { name: 'Revoke the access of Alice Martin' }));
    await screen.findByText(/Alice Martin \(alice@hst-test\.eu\) will no longer see/);
    const before = gateway.callsOf('GET /api/v1/users').length;
    await user.click(screen.getByRole('button', { name: 'Revoke the access' }));
    await screen.findByText('Alice Martin no longer has access to this account.');
    expect(gateway.callsOf('DELETE /api/v1/users/u2')).toHaveLength(1);
    expect(gateway.callsOf('GET /api/v1/users').length).toBeGreaterThan(before);
  });

  it('changes an access, and leaves alone what isn’t touched', async () => {
    gateway.on('PUT /api/v1/users/u2', USER);
    const { user } = openPortal('/account/users');
    await user.click(await screen.findByRole('button', { name: 'Change the access of Alice Martin' }));
    await user.click(await screen.findByRole('checkbox', { name: 'See services' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('The access of Alice Martin has been changed.');
    expect(gateway.callsOf('PUT /api/v1/users/u2')[0]?.body).toEqual({
      permissions: ['billing:pay', 'billing:read', 'services:read'],
      services: ['10427'],
      endsAt: USER.endsAt,
    });
  });

  it('sends an invitation again, and says that the old link dies', async () => {
    gateway.on('POST /api/v1/invitations/i1/resend', INVITATION);
    const { user } = openPortal('/account/users');
    await user.click(await screen.findByRole('button', { name: 'Send the invitation of bob@hst-test.eu again' }));
    await screen.findByText(/The link sent before will no longer work/);
    await user.click(screen.getByRole('button', { name: 'Send again' }));
    await screen.findByText(/The old link no longer works/);
    expect(gateway.callsOf('POST /api/v1/invitations/i1/resend')).toHaveLength(1);
  });

  it('withdraws an invitation, without two buttons of one name', async () => {
    gateway.on('DELETE /api/v1/invitations/i1', DONE);
    const { user } = openPortal('/account/users', 'fr');
    await user.click(await screen.findByRole('button', { name: 'Retirer l’invitation de bob@hst-test.eu' }));
    const window = within(await screen.findByRole('dialog'));
    window.getByRole('button', { name: 'Garder' });
    expect(window.queryByRole('button', { name: 'Annuler' })).toBeNull();
    await user.click(window.getByRole('button', { name: 'Retirer l’invitation' }));
    await screen.findByText('L’invitation de bob@hst-test.eu est retirée.');
    expect(gateway.callsOf('DELETE /api/v1/invitations/i1')).toHaveLength(1);
  });

  it('reads the lists again when its window regains the focus', async () => {
    openPortal('/account/users');
    await screen.findByText('Alice Martin');
    gateway.on('GET /api/v1/users', list(OWNER));
    fireEvent(document, new Event('visibilitychange'));
    await waitFor(() => expect(screen.queryByText('Alice Martin')).toBeNull());
  });

  it('invites with a ready-made set', async () => {
    gateway.on('POST /api/v1/invitations', INVITATION);
    const { user } = await invite();
    await user.type(email(), 'bob@hst-test.eu');
    await user.selectOptions(screen.getByRole('combobox'), 'Accountant');
    await user.click(send());
    await screen.findByText('The invitation has been sent to bob@hst-test.eu.');
    const [call] = gateway.callsOf('POST /api/v1/invitations');
    expect(call?.body).toEqual({
      email: 'bob@hst-test.eu',
      permissions: ['billing:pay', 'billing:read'],
      services: 'all',
    });
    expect(call?.headers.get('Idempotency-Key')).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('invites with chosen permissions, services and a last day', async () => {
    gateway.on('POST /api/v1/invitations', INVITATION);
    const { user } = await invite();
    await user.type(email(), 'bob@hst-test.eu');
    await user.click(screen.getByRole('checkbox', { name: 'Manage services' }));
    await user.click(screen.getByRole('radio', { name: 'Chosen services' }));
    await user.click(await screen.findByRole('checkbox', { name: 'web-08.hst-test.eu (10427)' }));
    fireEvent.change(screen.getByLabelText(/^Last day/), { target: { value: '2099-05-31' } });
    await user.click(send());
    await waitFor(() => expect(gateway.callsOf('POST /api/v1/invitations')).toHaveLength(1));
    expect(gateway.callsOf('POST /api/v1/invitations')[0]?.body).toEqual({
      email: 'bob@hst-test.eu',
      permissions: ['services:manage', 'services:read'],
      services: ['10427'],
      endsAt: new Date(2099, 5, 1).toISOString(),
    });
  });

  it('sends no invitation without an address, and leads to that field', async () => {
    const { user } = await invite();
    await user.selectOptions(screen.getByRole('combobox'), 'Accountant');
    await user.click(send());
    await screen.findByText('Enter the address of the person to invite.');
    await waitFor(() => expect(document.activeElement).toBe(email()));
    expect(gateway.callsOf('POST /api/v1/invitations')).toHaveLength(0);
  });

  it('offers only what the inviter holds', async () => {
    await invite();
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Manage domains' }).disabled).toBe(true);
    expect(screen.getByRole<HTMLOptionElement>('option', { name: 'Domain expert' }).disabled).toBe(true);
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'See billing' }).disabled).toBe(false);
  });

  it('says what the server refuses at its field or in the window, and begins afresh the next time', async () => {
    const wrong = { pointer: '/email', code: 'email-invalid', detail: 'Not an e-mail address.' };
    gateway.on('POST /api/v1/invitations', problem(422, 'invalid-field', 'A field is wrong.', [wrong]));
    const { user } = await invite();
    await user.type(email(), 'bob');
    await user.selectOptions(screen.getByRole('combobox'), 'Accountant');
    await user.click(send());
    const window = within(screen.getByRole('dialog'));
    await window.findByText('Not an e-mail address.');
    expect(window.queryByText('Code: invalid-field')).toBeNull();

    gateway.on('POST /api/v1/invitations', problem(403, 'not-yours-to-grant', 'Not yours to give.'));
    await user.click(send());
    await window.findByText('Code: not-yours-to-grant');

    await user.click(window.getByRole('button', { name: 'Cancel' }));
    await user.click(await screen.findByRole('button', { name: 'Invite a new user' }));
    const fresh = within(await screen.findByRole('dialog'));
    expect(fresh.queryByText('Code: not-yours-to-grant')).toBeNull();
    expect(email().getAttribute('value')).toBe('');
  });

  it('says so to somebody who doesn’t manage them', async () => {
    gateway
      .on('GET /api/v1/me', meWith('services:read'))
      .on('GET /api/v1/users', problem(403, 'not-permitted', 'Ask the account’s owner for it.'));
    openPortal('/account/users');
    await screen.findByText('You have no permission for this here');
    expect(screen.queryByRole('button', { name: 'Invite a new user' })).toBeNull();
  });
});
