import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeGateway } from '../testing/FakeGateway';
import { openPortal } from '../testing/openPortal';

describe('the frame', () => {
  beforeEach(() => {
    new FakeGateway();
  });

  it('names the page and moves the focus to its heading on navigation', async () => {
    const { user } = openPortal('/');
    await user.click(await screen.findByRole('button', { name: 'Billing' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Statement' }));
    const heading = await screen.findByRole('heading', { name: 'Statement', level: 1 });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(document.title).toBe('Statement · Moorage');
  });

  it('changes the language at once, for the page and for the server', async () => {
    const { user } = openPortal('/');
    await user.click(await screen.findByRole('button', { name: 'Account menu of Camille Durand' }));
    await user.click(await screen.findByRole('menuitemradio', { name: 'Français' }));
    await screen.findByRole('heading', { name: 'Bienvenue, Camille Durand' });
    expect(document.documentElement.lang).toBe('fr');
    expect(localStorage.getItem('moorage.language')).toBe('fr');
  });

  it('starts with a way past the navigation', async () => {
    const { user } = openPortal('/');
    const skip = await screen.findByRole('link', { name: 'Skip to content' });
    await user.tab();
    expect(document.activeElement).toBe(skip);
    expect(document.querySelector(skip.getAttribute('href') ?? '')?.tagName).toBe('MAIN');
  });

  it('says so at an address that leads nowhere', async () => {
    openPortal('/nowhere');
    await screen.findByRole('heading', { name: 'Page not found' });
  });
});
