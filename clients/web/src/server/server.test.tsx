import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeEventSource } from '../testing/FakeEventSource';
import { FakeGateway, problem } from '../testing/FakeGateway';
import { openPortal } from '../testing/openPortal';
import { list, meWith, REBOOT, SERVER } from '../testing/servers';

const PAGE = '/services/servers/10427';
const ASK = 'POST /api/v1/servers/10427/actions';
const IMAGES = list({ id: 'debian-13', name: 'Debian 13', family: 'Debian' });

describe('the panel of a server', () => {
  let gateway: FakeGateway;
  beforeEach(() => {
    gateway = new FakeGateway()
      .on('GET /api/v1/servers/10427', SERVER)
      .on('GET /api/v1/servers/10427/images', IMAGES)
      .on('GET /api/v1/actions', list());
  });

  const reboot = async (user: ReturnType<typeof openPortal>['user']) => {
    await user.click(await screen.findByRole('button', { name: 'Reboot' }));
    const window = within(await screen.findByRole('dialog', { name: 'Reboot server 10427?' }));
    await user.click(window.getByRole('button', { name: 'Reboot' }));
  };

  it('asks before it interrupts, then goes on at once and shows the action', async () => {
    let asked = false;
    gateway.on(ASK, () => ((asked = true), REBOOT));
    gateway.on('GET /api/v1/actions', () => (asked ? list(REBOOT) : list()));
    const { user } = openPortal(PAGE);
    await reboot(user);
    await screen.findByRole('progressbar', { name: 'Progress: Reboot' });
    expect(gateway.callsOf(ASK)[0]?.body).toEqual({ type: 'reboot' });
    expect((screen.getByRole('button', { name: 'Reboot' }) as HTMLButtonElement).disabled).toBe(true);
  });

  it('follows the action by the stream, never backwards, up to its end', async () => {
    gateway.on('GET /api/v1/actions', list({ ...REBOOT, state: 'running' }));
    openPortal(PAGE);
    const bar = await screen.findByRole('progressbar');
    const push = (state: string, progress: number) =>
      act(() => FakeEventSource.latest.push('action', { id: 'a1', server: '10427', type: 'reboot', state, progress }));
    push('running', 60);
    await waitFor(() => expect(bar.getAttribute('aria-valuenow')).toBe('60'));
    push('running', 30);
    push('requested', 0);
    expect(bar.getAttribute('aria-valuenow')).toBe('60');
    gateway.on('GET /api/v1/actions', list({ ...REBOOT, state: 'succeeded', progress: 100, cancellable: false }));
    push('succeeded', 100);
    await screen.findAllByText('Succeeded');
    await waitFor(() =>
      expect((screen.getByRole('button', { name: 'Reboot' }) as HTMLButtonElement).disabled).toBe(false),
    );
  });

  it('names what blocks when another action is under way, and leads there', async () => {
    const busy = { status: 409, code: 'server-busy', detail: 'Wait for it.', action: 'a9' };
    gateway.on(
      ASK,
      new Response(JSON.stringify(busy), { status: 409, headers: { 'Content-Type': 'application/problem+json' } }),
    );
    gateway.on('GET /api/v1/actions/a9', { ...REBOOT, id: 'a9', type: 'rescue-on', state: 'running' });
    const { user } = openPortal(PAGE);
    await reboot(user);
    await screen.findByText('Wait for it.');
    const link = await screen.findByRole('link', { name: /^Start in rescue mode, requested on / });
    expect(link.getAttribute('href')).toBe('/services/servers/10427#action-a9');
  });

  it('reinstalls only once an image is chosen and the server’s number is typed', async () => {
    gateway.on(ASK, { ...REBOOT, type: 'reinstall' });
    const { user } = openPortal(PAGE);
    await user.click(await screen.findByRole('button', { name: 'Reinstall…' }));
    const window = within(await screen.findByRole('dialog', { name: 'Reinstall server 10427' }));
    await window.findByText('All data will be erased');
    const go = window.getByRole('button', { name: 'Erase and reinstall' });
    await user.click(go);
    await window.findByText('Choose the system to install.');
    await user.selectOptions(window.getByLabelText('System'), 'Debian 13');
    const number = window.getByLabelText(/^To confirm, type/);
    await user.type(number, '10428{Enter}');
    await window.findByText('This is not the number 10427.');
    expect(gateway.callsOf(ASK)).toHaveLength(0);
    await user.clear(number);
    await user.type(number, '10427');
    await user.click(go);
    await waitFor(() => expect(gateway.callsOf(ASK)[0]?.body).toEqual({ type: 'reinstall', image: 'debian-13' }));
  });

  it('cancels what can be cancelled, and says so when it is too late', async () => {
    gateway.on('GET /api/v1/actions', list({ ...REBOOT, state: 'running' }));
    gateway.on('POST /api/v1/actions/a1/cancel', problem(409, 'cancel-too-late', 'It is too far gone.'));
    const { user } = openPortal(PAGE);
    await user.click(await screen.findByRole('button', { name: 'Cancel the action: Reboot' }));
    await screen.findByText('It is too far gone.');
  });

  it('offers to try again what failed, with the reason', async () => {
    const error = { code: 'machine-silent', detail: 'The machine did not answer.' };
    gateway.on('GET /api/v1/actions', list({ ...REBOOT, state: 'failed', cancellable: false, error }));
    gateway.on('POST /api/v1/actions/a1/retry', { ...REBOOT, id: 'a2' });
    const { user } = openPortal(PAGE);
    expect(await screen.findAllByText('The machine did not answer.')).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'Try again: Reboot' }));
    await waitFor(() => expect(gateway.callsOf('POST /api/v1/actions/a1/retry')).toHaveLength(1));
  });

  it('hides what a user without the permission may not do, and says what is missing', async () => {
    gateway.on('GET /api/v1/me', meWith('services:read'));
    gateway.on('GET /api/v1/actions', list({ ...REBOOT, state: 'running' }));
    openPortal(PAGE);
    await screen.findByText(/you lack the permission to manage services/);
    for (const name of ['Reboot', 'Cancel the action: Reboot', 'Add', 'Change the name of 192.0.2.17']) {
      expect(screen.queryByRole('button', { name }), name).toBeNull();
    }
  });

  it('tells a mere billing contact which role is needed', async () => {
    gateway.on('GET /api/v1/servers/10427', { ...SERVER, roles: ['billing'] });
    openPortal(PAGE);
    await screen.findByText(/takes the admin or the technical role/);
    expect(screen.queryByRole('button', { name: 'Reboot' })).toBeNull();
  });

  it('adds and removes tags, and shows at the field what is refused', async () => {
    gateway.on('PUT /api/v1/servers/10427/tags', problem(422, 'tag-invalid', 'That is no tag.'));
    const { user } = openPortal(PAGE);
    await user.type(await screen.findByLabelText('New tag'), 'prod{Enter}');
    await screen.findByText('That is no tag.');
    gateway.on('PUT /api/v1/servers/10427/tags', { ...SERVER, tags: [] });
    await user.click(screen.getByRole('button', { name: 'Remove the tag web' }));
    await waitFor(() => expect(screen.queryByText('web')).toBeNull());
    const sent = gateway.callsOf('PUT /api/v1/servers/10427/tags').map(({ body }) => body);
    expect(sent).toEqual([{ tags: ['web', 'prod'] }, { tags: [] }]);
  });

  it('gives an address a name', async () => {
    const named = { ...SERVER, reverseDns: { '192.0.2.17': 'mail.hst-test.eu' } };
    gateway.on('PUT /api/v1/servers/10427/reverse-dns', named);
    const { user } = openPortal(PAGE);
    await user.click(await screen.findByRole('button', { name: 'Change the name of 192.0.2.17' }));
    const field = screen.getByLabelText('Name of 192.0.2.17');
    await user.clear(field);
    await user.type(field, 'mail.hst-test.eu{Enter}');
    await screen.findByText('mail.hst-test.eu');
    const [sent] = gateway.callsOf('PUT /api/v1/servers/10427/reverse-dns');
    expect(sent?.body).toEqual({ ip: '192.0.2.17', name: 'mail.hst-test.eu' });
  });

  it('says when there is no such server', async () => {
    gateway.on('GET /api/v1/servers/10427', problem(404, 'server-not-found', 'There is no such server.'));
    openPortal(PAGE);
    await screen.findByText('Code: server-not-found');
  });
});
