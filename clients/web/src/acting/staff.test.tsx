import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { actingNow } from '../api/acting';
import { OTHER } from '../testing/access';
import { FakeGateway, ME, problem } from '../testing/FakeGateway';
import { openPortal } from '../testing/openPortal';
import { list } from '../testing/servers';

const PROVIDER = { ...ME.accounts[0], handle: 'pr00000-mo', kind: 'provider', permissions: ['customers:act'] };
const CUSTOMER = { ...OTHER, services: 'all', delegation: undefined, staff: true };

/** As identity-service tells staff: a customer is among their accounts while they act for it. */
function meOfStaff({ headers }: { headers: Headers }) {
  const asked = headers.get('Moorage-Account');
  if (asked === CUSTOMER.handle) return { ...ME, accounts: [PROVIDER, CUSTOMER], actingAccount: CUSTOMER.handle };
  return asked ? problem(403, 'account-not-granted') : { ...ME, accounts: [PROVIDER], actingAccount: PROVIDER.handle };
}

describe('acting as the provider’s staff', () => {
  let gateway: FakeGateway;
  beforeEach(() => {
    gateway = new FakeGateway().on('GET /api/v1/me', meOfStaff).on('GET /api/v1/delegations', list());
  });

  it('begins with a customer’s handle, and is said on every page', async () => {
    const { user } = openPortal('/account/switch');
    await user.type(await screen.findByLabelText('Handle'), ' ZZ22222-mo {Enter}');
    const bar = await screen.findByRole('region', { name: 'Account that you are acting for' });
    expect(bar.textContent).toContain('As the provider’s staff you are acting for Bruno Keller (zz22222-mo)');
    expect(actingNow().account?.handle).toBe('zz22222-mo');
    await waitFor(() =>
      expect(gateway.callsOf('GET /api/v1/services').at(-1)?.headers.get('Moorage-Account')).toBe('zz22222-mo'),
    );
  });

  it('stays where one is while no such customer is known', async () => {
    const { user } = openPortal('/account/switch');
    await user.type(await screen.findByLabelText('Handle'), 'zz99999-mo{Enter}');
    await screen.findByText('No customer’s account that you may act for has this handle.');
    expect(actingNow()).toEqual({});
  });

  it('is offered to nobody else', async () => {
    gateway.on('GET /api/v1/me', { ...ME, accounts: [{ ...PROVIDER, permissions: ['customers:manage'] }] });
    openPortal('/account/switch');
    await screen.findByRole('heading', { name: 'Switch account' });
    await screen.findByRole('list', { name: 'Accounts' });
    expect(screen.queryByLabelText('Handle')).toBeNull();
  });
});
