import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeGateway, problem } from '../testing/FakeGateway';
import { openPortal } from '../testing/openPortal';
import { list, meWith } from '../testing/servers';

const MAIL = {
  id: 'm1',
  to: 'demo@hst-test.eu',
  subject: 'Reboot of server 10427',
  state: 'sent',
  at: '2026-11-25T10:00:00Z',
};
const HTML = '<p>Done.</p><script>alert(1)</script>';

describe('the e-mail archive', () => {
  let gateway: FakeGateway;
  beforeEach(() => {
    gateway = new FakeGateway()
      .on('GET /api/v1/emails', list(MAIL))
      .on('GET /api/v1/emails/m1', { ...MAIL, text: 'Done, in plain words.', html: HTML });
  });

  it('is found in the account menu, and leads to each mail', async () => {
    const { user, router } = openPortal('/');
    await user.click(await screen.findByRole('button', { name: 'Account menu of Camille Durand' }));
    await user.click(await screen.findByRole('menuitem', { name: 'E-mail archive' }));
    await user.click(await screen.findByRole('link', { name: MAIL.subject }));
    await screen.findByRole('heading', { name: MAIL.subject, level: 1 });
    expect(router.state.location.pathname).toBe('/account/emails/m1');
  });

  it('shows a mail’s markup where nothing of it can run', async () => {
    openPortal('/account/emails/m1');
    const frame = await screen.findByTitle('Content');
    expect(frame.getAttribute('sandbox')).toBe('');
    expect(frame.getAttribute('srcdoc')).toBe(HTML);
    expect(document.querySelector('main script')).toBeNull();
  });

  it('shows a mail as text when asked, or when it has nothing else', async () => {
    const { user } = openPortal('/account/emails/m1');
    await user.click(await screen.findByRole('button', { name: 'Text' }));
    await screen.findByText('Done, in plain words.');
    expect(screen.queryByTitle('Content')).toBeNull();
  });

  it('says when there is no such mail', async () => {
    gateway.on('GET /api/v1/emails/other', problem(404, 'email-unknown', 'There is no such e-mail.'));
    openPortal('/account/emails/other');
    await screen.findByText('Code: email-unknown');
  });

  it('is not offered to those who may not manage the account', async () => {
    gateway.on('GET /api/v1/me', meWith('services:read'));
    const { user } = openPortal('/');
    await user.click(await screen.findByRole('button', { name: 'Account menu of Camille Durand' }));
    await screen.findByRole('menuitem', { name: 'Action log' });
    await waitFor(() => expect(screen.queryByRole('menuitem', { name: 'E-mail archive' })).toBeNull());
  });
});
