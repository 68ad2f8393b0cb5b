import { act, screen, waitFor, within } from '@testing-library/react';
import { notifications } from '@mantine/notifications';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeEventSource } from '../testing/FakeEventSource';
import { FakeGateway } from '../testing/FakeGateway';
import { openPortal } from '../testing/openPortal';
import { type NoticeNews, popsUp } from './popUpRule';
import { noticesQuery } from './queries';

const NOTICE = {
  id: 'n1',
  severity: 'success',
  code: 'server-action-succeeded',
  text: 'Reboot of server 10427: done.',
  link: '/services/servers/10427',
  at: '2026-11-25T10:00:00Z',
  read: false,
};

const news = (change: Partial<NoticeNews> = {}): NoticeNews => ({
  id: 'n2',
  severity: 'info',
  code: 'server-action-requested',
  link: '/services/servers/10427',
  text: { en: 'Reboot of server 10427 under way.', fr: 'Redémarrage du serveur 10427 en cours.' },
  at: new Date().toISOString(),
  ...change,
});

describe('a notice pops up', () => {
  const now = Date.parse('2026-11-25T10:01:00Z');

  it('when it is fresh', () => {
    expect(popsUp(news({ at: '2026-11-25T10:00:30Z' }), now, 0)).toBe(true);
    expect(popsUp(news({ at: null }), now, 0)).toBe(true);
  });

  it('not when it was missed for a minute or more', () => {
    expect(popsUp(news({ at: '2026-11-25T10:00:00Z' }), now, 0)).toBe(false);
  });

  it('not as a fourth one', () => {
    const fresh = news({ at: '2026-11-25T10:00:59Z' });
    expect([0, 1, 2, 3].map((shown) => popsUp(fresh, now, shown))).toEqual([true, true, true, false]);
  });

  it('not for a top-up, which tells of itself', () => {
    expect(popsUp(news({ code: 'top-up-completed' }), now, 0)).toBe(false);
  });
});

describe('the bell', () => {
  let gateway: FakeGateway;
  beforeEach(() => {
    notifications.clean();
    gateway = new FakeGateway().on('GET /api/v1/notifications', { items: [NOTICE], next: null, unread: 1 });
  });

  const push = (change?: Partial<NoticeNews>) => act(() => FakeEventSource.latest.push('notification', news(change)));

  it('counts what is unread, and follows by the stream', async () => {
    openPortal('/');
    const bell = await screen.findByRole('button', { name: 'Notices · 1 unread' });
    gateway.on('GET /api/v1/notifications', { items: [NOTICE], next: null, unread: 2 });
    push();
    await waitFor(() => expect(bell.getAttribute('aria-label')).toBe('Notices · 2 unread'));
  });

  it('shows and hides the list, which leads to the action log', async () => {
    const { user, router } = openPortal('/');
    const bell = await screen.findByRole('button', { name: 'Notices · 1 unread' });
    await user.click(bell);
    const list = await screen.findByRole('dialog', { name: 'Notices' });
    await user.click(bell);
    await waitFor(() => expect(list.isConnected).toBe(false));
    await user.click(bell);
    await user.click(within(await screen.findByRole('dialog')).getByRole('link', { name: 'Action log' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/account/activity'));
  });

  it('marks one as read, or all', async () => {
    gateway.on('POST /api/v1/notifications/read', () => {
      gateway.on('GET /api/v1/notifications', { items: [{ ...NOTICE, read: true }], next: null, unread: 0 });
      return new Response(null, { status: 204 });
    });
    const { user } = openPortal('/billing/statement');
    await user.click(await screen.findByRole('button', { name: 'Notices · 1 unread' }));
    await user.click(await screen.findByRole('button', { name: `Mark as read: ${NOTICE.text}` }));
    await screen.findByRole('button', { name: 'Notices · none unread' });
    gateway.on('GET /api/v1/notifications', { items: [NOTICE], next: null, unread: 1 });
    push({ at: '2020-01-01T00:00:00Z' });
    await user.click(await screen.findByRole('button', { name: 'Mark all as read' }));
    await waitFor(() => {
      const sent = gateway.callsOf('POST /api/v1/notifications/read').map(({ body }) => body);
      expect(sent).toEqual([{ ids: ['n1'] }, { all: true }]);
    });
  });

  it('stays read when an answer from before comes late', async () => {
    const { user, queries } = openPortal('/billing/statement');
    await user.click(await screen.findByRole('button', { name: 'Notices · 1 unread' }));
    let answer: (late: object) => void = () => undefined;
    gateway.on('GET /api/v1/notifications', () => new Promise<object>((resolve) => (answer = resolve)));
    gateway.on('POST /api/v1/notifications/read', () => new Promise<Response>(() => undefined));
    const before = gateway.callsOf('GET /api/v1/notifications').length;
    push({ at: '2020-01-01T00:00:00Z' });
    await waitFor(() => expect(gateway.callsOf('GET /api/v1/notifications').length).toBeGreaterThan(before));
    await user.click(screen.getByRole('button', { name: 'Mark all as read' }));
    await waitFor(() => expect(gateway.callsOf('POST /api/v1/notifications/read')).toHaveLength(1));
    answer({ items: [NOTICE], next: null, unread: 1 });
    await waitFor(() => expect(queries.isFetching()).toBe(0));
    expect(queries.getQueryData(noticesQuery('en').queryKey)?.pages[0]?.unread).toBe(0);
  });

  it('lets a notice pop up in the reader’s language, and another one for the result', async () => {
    openPortal('/', 'fr');
    await screen.findByRole('button', { name: 'Notifications · 1 non lue(s)' });
    push();
    await screen.findByText('Redémarrage du serveur 10427 en cours.');
    push({ id: 'n3', severity: 'success', text: { en: 'Done.', fr: 'Terminé.' } });
    await screen.findByText('Terminé.');
    screen.getByText('Redémarrage du serveur 10427 en cours.');
  });

  it('makes no storm of what was missed, but counts it with few requests', async () => {
    openPortal('/billing/statement');
    await screen.findByRole('button', { name: 'Notices · 1 unread' });
    const before = gateway.callsOf('GET /api/v1/notifications').length;
    for (let n = 0; n < 200; n += 1) push({ id: `old-${n}`, at: new Date(Date.now() - 3_600_000).toISOString() });
    for (let n = 0; n < 50; n += 1) push({ id: `new-${n}`, text: { en: 'Fresh.', fr: 'Nouveau.' } });
    await waitFor(() => expect(screen.getAllByText('Fresh.')).toHaveLength(3));
    expect(screen.queryByText('Reboot of server 10427 under way.')).toBeNull();
    expect(gateway.callsOf('GET /api/v1/notifications').length - before).toBeLessThan(4);
  });
});
