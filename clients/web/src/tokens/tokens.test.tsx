import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { DELEGATE, SETS } from '../testing/access';
import { FakeGateway, problem } from '../testing/FakeGateway';
import { openPortal } from '../testing/openPortal';
import { list } from '../testing/servers';

const TOKEN = {
  id: 't1',
  name: 'Night job',
  permissions: ['services:read'],
  services: 'all',
  expiresAt: '2020-01-01T00:00:00Z',
  createdAt: '2019-11-01T08:00:00Z',
};
const SECRET = 'mo_0123456789abcdefghijklmnopqrstuvwxyz0123456789abc';

describe('the page of API tokens', () => {
  let gateway: FakeGateway;
  beforeEach(() => {
    gateway = new FakeGateway()
      .on('GET /api/v1/me', DELEGATE)
      .on('GET /api/v1/api-tokens', list(TOKEN))
      .on('GET /api/v1/permission-sets', SETS)
      .on('GET /api/v1/services', list());
  });

  const create = async () => {
    const portal = openPortal('/account/api-tokens');
    await portal.user.click(await screen.findByRole('button', { name: 'Create a token' }));
    await screen.findByRole('dialog');
    return portal;
  };
  const name = () => screen.getByRole('textbox', { name: /^Name/ });
  const send = () => screen.getAllByRole('button', { name: 'Create a token' }).at(-1)!;
  const sent = () => gateway.callsOf('POST /api/v1/api-tokens').at(-1)?.body as Record<string, string>;

  it('shows what a token is for, that it has expired, and that nobody has used it', async () => {
    openPortal('/account/api-tokens');
    await screen.findByText('Night job');
    screen.getByText('Expired');
    screen.getByText('Never used');
    screen.getByText('See services');
  });

  it('shows a new token once, and nothing of it after the window is closed', async () => {
    gateway.on('POST /api/v1/api-tokens', { ...TOKEN, token: SECRET });
    const { user } = await create();
    await user.type(name(), ' Backup ');
    await user.click(screen.getByRole('checkbox', { name: 'Pay and top up' }));
    await user.click(send());

    expect(await screen.findByRole('textbox', { name: 'API token' })).toHaveProperty('value', SECRET);
    expect(sent()).toMatchObject({ name: 'Backup', permissions: ['billing:pay', 'billing:read'], services: 'all' });
    const life = Date.parse(sent().expiresAt ?? '') - Date.now();
    expect(life).toBeGreaterThan(29 * 86_400_000);
    expect(life).toBeLessThan(32 * 86_400_000);
    expect(JSON.stringify({ ...sessionStorage, ...localStorage }) + location.href).not.toContain(SECRET);

    await user.click(screen.getByRole('button', { name: 'I have kept it' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.body.innerHTML).not.toContain(SECRET);
    await user.click(screen.getByRole('button', { name: 'Create a token' }));
    expect(await screen.findByRole('textbox', { name: /^Name/ })).toHaveProperty('value', '');
  });

  it('complains where something is missing, and asks nobody', async () => {
    const { user } = await create();
    await user.click(send());
    await screen.findByText('Give the token a name, so that you know it again.');
    screen.getByText('Choose at least one permission.');
    expect(gateway.callsOf('POST /api/v1/api-tokens')).toHaveLength(0);
    await waitFor(() => expect(document.activeElement).toBe(name()));
  });

  it('shows what the server refuses at its field', async () => {
    gateway.on(
      'POST /api/v1/api-tokens',
      problem(422, 'invalid-field', 'Correct the fields.', [
        { pointer: '/expiresAt', code: 'expiry-too-late', detail: 'A token is good for a year at most.' },
      ]),
    );
    const { user } = await create();
    await user.type(name(), 'Backup');
    await user.click(screen.getByRole('checkbox', { name: 'Pay and top up' }));
    await user.click(send());
    await screen.findByText('A token is good for a year at most.');
  });

  it('offers only permissions that one holds', async () => {
    await create();
    expect(screen.getByRole('checkbox', { name: 'Pay and top up' })).toHaveProperty('disabled', false);
    expect(screen.getByRole('checkbox', { name: 'Manage domains' })).toHaveProperty('disabled', true);
  });

  it('revokes after asking', async () => {
    gateway.on('DELETE /api/v1/api-tokens/t1', new Response(null, { status: 204 }));
    const { user } = openPortal('/account/api-tokens');
    await user.click(await screen.findByRole('button', { name: 'Revoke the token Night job' }));
    await screen.findByText(/Scripts and command lines that use Night job will stop working/);
    expect(gateway.callsOf('DELETE /api/v1/api-tokens/t1')).toHaveLength(0);
    await user.click(screen.getByRole('button', { name: 'Revoke the token' }));
    await screen.findByText('The API token Night job has been revoked.');
    expect(gateway.callsOf('DELETE /api/v1/api-tokens/t1')).toHaveLength(1);
  });
});
