import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { en } from '../i18n/en';
import { translateWith } from '../i18n/I18n';
import { FakeGateway } from '../testing/FakeGateway';
import { openPortal } from '../testing/openPortal';
import { list } from '../testing/servers';
import { actionInWords, KNOWN_ACTIONS } from './actionNames';
import { wishedFor } from './filters';

const ENTRY = {
  id: 'e1',
  n: 7,
  at: '2026-11-25T10:00:00Z',
  user: { id: 'u1', login: 'demo' },
  account: 'xx11111-mo',
  session: 's1',
  current: true,
  address: '198.51.100.7',
  action: 'server-action',
  target: '10427',
  outcome: 'refused',
  code: 'server-busy',
  status: 409,
  correlation: 'c1',
};

describe('the action log', () => {
  let gateway: FakeGateway;
  const asked = () => gateway.callsOf('GET /api/v1/activity').at(-1)?.query.toString();
  beforeEach(() => {
    gateway = new FakeGateway()
      .on('GET /api/v1/activity', list(ENTRY))
      .on('GET /api/v1/activity/verification', { intact: true, checked: 1283 });
  });

  it('shows this session’s actions at first, and all when asked', async () => {
    const { user, router } = openPortal('/account/activity');
    await screen.findByRole('cell', { name: /^Action on a server/ });
    expect(asked()).toBe('session=current&limit=25');
    await user.selectOptions(screen.getByLabelText('Show'), 'All sessions');
    await waitFor(() => expect(asked()).toBe('session=all&limit=25'));
    expect(router.state.location.search).toBe('?session=all');
  });

  it('is filtered by user, outcome, action and days, which stand in the address', async () => {
    openPortal('/account/activity?session=all&user=demo&outcome=refused&action=server-action');
    await screen.findByRole('cell', { name: /server-busy/ });
    expect(asked()).toBe('user=demo&outcome=refused&action=server-action&session=all&limit=25');
  });

  it('names an action that the portal does not know by its own name', async () => {
    gateway.on('GET /api/v1/activity', list({ ...ENTRY, action: 'POST /orders/{id}' }));
    openPortal('/account/activity', 'fr');
    await screen.findByText(/POST \/orders\/\{id\}/);
  });

  it('says that nobody has changed it, or from where on it was changed', async () => {
    const { user } = openPortal('/account/activity');
    await screen.findByText('Log unchanged');
    gateway.on('GET /api/v1/activity/verification', { intact: false, checked: 41, firstBad: 12 });
    await user.click(screen.getByRole('button', { name: 'Check again' }));
    await screen.findByText(/Entry 12 is no longer what was written/);
  });

  it('of a session without actions leads to those of the others', async () => {
    gateway.on('GET /api/v1/activity', ({ query }) => (query.get('session') === 'all' ? list(ENTRY) : list()));
    const { user } = openPortal('/account/activity');
    await user.click(await screen.findByRole('button', { name: 'Show all sessions' }));
    await screen.findByText(/Action on a server · 10427|10427/);
  });
});

describe('an action that is known', () => {
  it('has words', () => {
    for (const action of KNOWN_ACTIONS) expect(actionInWords(action, translateWith(en)), action).not.toBe(action);
  });
});

describe('a period', () => {
  it('reaches from the first day’s beginning to the last day’s end, where the reader is', () => {
    const { from, to } = wishedFor({
      session: '',
      user: '',
      outcome: '',
      action: '',
      from: '2026-11-01',
      to: '2026-11-30',
    });
    expect(from).toBe(new Date(2026, 10, 1).toISOString());
    expect(to).toBe(new Date(2026, 11, 1).toISOString());
  });

  it('that is no day is left out', () => {
    const { from } = wishedFor({ session: '', user: '', outcome: '', action: '', from: 'yesterday', to: '' });
    expect(from).toBeUndefined();
  });
});
