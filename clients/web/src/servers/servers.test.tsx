import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeGateway } from '../testing/FakeGateway';
import { openPortal } from '../testing/openPortal';
import { list, SERVER } from '../testing/servers';

describe('the list of servers', () => {
  let gateway: FakeGateway;
  const asked = () => gateway.callsOf('GET /api/v1/servers').map(({ query }) => query.toString());
  beforeEach(() => {
    gateway = new FakeGateway().on('GET /api/v1/servers', list(SERVER));
  });

  it('is searched once the reader pauses, and the search stands in the address', async () => {
    const { user, router } = openPortal('/services/servers');
    await screen.findByRole('link', { name: '10427' });
    await user.type(screen.getByRole('searchbox', { name: 'Search' }), 'web');
    await waitFor(() => expect(router.state.location.search).toBe('?search=web'));
    await waitFor(() => expect(asked().at(-1)).toBe('search=web&limit=25'));
    expect(asked().filter((query) => /search=we?(&|$)/.test(query))).toEqual([]);
  });

  it('shows what its address names, and follows when the address changes by itself', async () => {
    const { router } = openPortal('/services/servers?search=192.0.2.0/24&status=overdue&location=NL');
    const box = await screen.findByRole('searchbox', { name: 'Search' });
    expect((box as HTMLInputElement).value).toBe('192.0.2.0/24');
    expect((screen.getByLabelText('Status') as HTMLSelectElement).value).toBe('overdue');
    expect(asked()[0]).toBe('location=NL&status=overdue&search=192.0.2.0%2F24&limit=25');
    await router.navigate('/services/servers?search=db');
    await waitFor(() => expect((box as HTMLInputElement).value).toBe('db'));
  });

  it('is filtered by status, late payment among them, and says so when nothing matches', async () => {
    gateway.on('GET /api/v1/servers', ({ query }) => (query.get('status') === 'overdue' ? list() : list(SERVER)));
    const { user, router } = openPortal('/services/servers', 'fr');
    await screen.findByRole('link', { name: '10427' });
    await user.selectOptions(screen.getByLabelText('État'), 'En retard de paiement');
    await screen.findByText('Aucun serveur ne correspond.');
    const [, clear] = screen.getAllByRole('button', { name: 'Effacer les filtres' });
    await user.click(clear as HTMLElement);
    await screen.findByRole('link', { name: '10427' });
    expect(router.state.location.search).toBe('');
  });

  it('keeps the first of two changes made before the address has changed', async () => {
    const { router } = openPortal('/services/servers?location=NL');
    const location = await screen.findByLabelText('Location');
    const status = screen.getByLabelText('Status');
    fireEvent.change(location, { target: { value: '' } });
    fireEvent.change(status, { target: { value: 'overdue' } });
    await waitFor(() => expect(router.state.location.search).toBe('?status=overdue'));
    await waitFor(() => expect(asked().at(-1)).toBe('status=overdue&limit=25'));
  });

  it('is sorted by a column, and the other way round by the same one again', async () => {
    const { user } = openPortal('/services/servers');
    const heading = await screen.findByRole('columnheader', { name: 'Name' });
    await user.click(within(heading).getByRole('button'));
    await waitFor(() => expect(asked().at(-1)).toBe('sort=name&limit=25'));
    await waitFor(() => expect(heading.getAttribute('aria-sort')).toBe('ascending'));
    await user.click(within(heading).getByRole('button'));
    await waitFor(() => expect(asked().at(-1)).toBe('sort=-name&limit=25'));
    await waitFor(() => expect(heading.getAttribute('aria-sort')).toBe('descending'));
  });

  it('goes on from page to page until its end', async () => {
    gateway.on('GET /api/v1/servers', ({ query }) =>
      query.get('cursor') === 'second' ? list({ ...SERVER, number: '10428' }) : { items: [SERVER], next: 'second' },
    );
    const { user } = openPortal('/services/servers');
    await user.click(await screen.findByRole('button', { name: 'Show more' }));
    await screen.findByRole('link', { name: '10428' });
    screen.getByText('All servers are shown.');
  });

  it('is exported as its filters have it, in the type asked for', async () => {
    const saved: string[] = [];
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }));
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this.download);
    });
    const { user } = openPortal('/services/servers?location=NL');
    for (const name of [/^CSV/, /^Excel/, 'JSON']) {
      await user.click(await screen.findByRole('button', { name: 'Export' }));
      await user.click(await screen.findByRole('menuitem', { name }));
      await screen.findByText('Export downloaded.');
    }
    const calls = gateway.callsOf('GET /api/v1/servers').filter(({ query }) => !query.has('limit'));
    expect(calls.map(({ headers }) => headers.get('Accept'))).toEqual([
      'text/csv',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/json',
    ]);
    expect(calls.map(({ query }) => query.toString())).toEqual(['location=NL', 'location=NL', 'location=NL&all=true']);
    expect(saved.map((name) => name.replace('servers-xx11111-mo', ''))).toEqual(['.csv', '.xlsx', '.json']);
  });

  it('shows a tag as what was written, whatever that is', async () => {
    gateway.on('GET /api/v1/servers', list({ ...SERVER, tags: ['<img src=x onerror=alert(1)>', '=1+1'] }));
    openPortal('/services/servers');
    await screen.findByText('<img src=x onerror=alert(1)>');
    screen.getByText('=1+1');
  });
});
