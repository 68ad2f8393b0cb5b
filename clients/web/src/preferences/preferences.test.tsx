import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FakeGateway } from '../testing/FakeGateway';
import { openPortal } from '../testing/openPortal';
import { meWith } from '../testing/servers';

const PATH = '/api/v1/account/preferences';

describe('the notification preferences', () => {
  it('say which notices come by e-mail too, and leave alone what the portal does not know', async () => {
    const gateway = new FakeGateway().on(`GET ${PATH}`, { emailFor: ['server-action-failed', 'invoice-issued'] });
    gateway.on(`PUT ${PATH}`, ({ body }) => body as object);
    const { user } = openPortal('/account/preferences');
    const failed = await screen.findByRole('checkbox', { name: 'An action has failed' });
    expect((failed as HTMLInputElement).checked).toBe(true);
    await user.click(failed);
    await user.click(screen.getByRole('checkbox', { name: 'A server is suspended' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('Preferences saved.');
    expect(gateway.callsOf(`PUT ${PATH}`)[0]?.body).toEqual({ emailFor: ['invoice-issued', 'server-suspended'] });
  });

  it('are the account’s: whoever may not manage it is told so', async () => {
    const gateway = new FakeGateway().on('GET /api/v1/me', meWith('services:read'));
    openPortal('/account/preferences');
    await screen.findByText(/it takes the permission to manage it/);
    await waitFor(() => expect(gateway.callsOf(`GET ${PATH}`)).toHaveLength(0));
  });
});
