import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNT, FakeGateway, problem } from '../testing/FakeGateway';
import { openPortal } from '../testing/openPortal';

describe('the profile', () => {
  let gateway: FakeGateway;
  beforeEach(() => {
    gateway = new FakeGateway();
  });

  it('is changed by what has changed only, and shown again', async () => {
    gateway.on('PATCH /api/v1/account', { ...ACCOUNT, company: 'Atelier' });
    const { user } = openPortal('/account');
    await user.click(await screen.findByRole('link', { name: 'Update' }));
    await user.type(await screen.findByRole('textbox', { name: 'Company' }), 'Atelier');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('Profile saved.');
    await screen.findByText('Atelier');
    expect(gateway.callsOf('PATCH /api/v1/account')[0]?.body).toEqual({ company: 'Atelier' });
  });

  it('shows what the server refuses at the field that it refuses', async () => {
    const errors = [{ pointer: '/address/postalCode', code: 'invalid', detail: 'Not a postal code.' }];
    gateway.on('PATCH /api/v1/account', problem(422, 'invalid-field', 'A field is wrong.', errors));
    const { user } = openPortal('/account?edit');
    const field = await screen.findByLabelText('Postal code');
    await user.type(field, '???');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('Not a postal code.');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    await waitFor(() => expect(document.activeElement).toBe(field));
  });

  it('asks before unsaved changes are left behind', async () => {
    const { user, router } = openPortal('/account?edit');
    await user.type(await screen.findByLabelText('City'), ' Sud');
    await user.click(screen.getByRole('link', { name: 'Dashboard' }));
    await user.click(await screen.findByRole('button', { name: 'Go on editing' }));
    expect(router.state.location.pathname).toBe('/account');
    await user.click(screen.getByRole('link', { name: 'Dashboard' }));
    await user.click(await screen.findByRole('button', { name: 'Discard' }));
    await screen.findByRole('heading', { name: 'Welcome, Camille Durand' });
  });
});
