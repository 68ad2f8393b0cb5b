import { act, renderHook, screen, waitFor } from '@testing-library/react';
import { notifications } from '@mantine/notifications';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { I18nProvider } from '../i18n/I18n';
import { FakeGateway } from '../testing/FakeGateway';
import { openPortal } from '../testing/openPortal';
import { usePopUps } from './usePopUps';

describe('pop-ups', () => {
  let popUps: ReturnType<typeof usePopUps>;
  beforeEach(() => {
    act(() => notifications.clean());
    localStorage.setItem('moorage.language', 'en');
    popUps = renderHook(usePopUps, { wrapper: I18nProvider }).result.current;
    new FakeGateway();
  });

  const say = (run: () => void) => act(run);
  const shown = () => screen.queryAllByRole('alert').map(({ textContent }) => textContent);

  it('stand below the page’s heading and its buttons, wherever those are', async () => {
    openPortal('/account');
    const heading = await screen.findByRole('heading', { name: 'Account', level: 1 });
    const row = heading.closest('[data-page-title]') as HTMLElement;
    vi.spyOn(row, 'getBoundingClientRect').mockReturnValue({ bottom: 131.6 } as DOMRect);
    say(() => popUps.succeeded('one', 'First.'));
    await screen.findByText('First.');
    const top = () => document.documentElement.style.getPropertyValue('--moorage-pop-ups-top');
    expect(top()).toBe('132px');
    vi.spyOn(row, 'getBoundingClientRect').mockReturnValue({ bottom: -40 } as DOMRect);
    say(() => popUps.succeeded('two', 'Second.'));
    expect(top()).toBe('132px');
  });

  it('are three at most: the oldest result makes way, work under way and failures don’t', async () => {
    openPortal('/');
    say(() => popUps.started('work', 'At work…'));
    say(() => popUps.failed('failure', 'Failed.', 'Why.'));
    say(() => popUps.succeeded('a', 'A.'));
    say(() => popUps.succeeded('b', 'B.'));
    await waitFor(() => expect(shown()).toEqual(['At work…', 'Failed.Why.', 'B.']));
  });

  it('turn into their result though there was no room for them meanwhile', async () => {
    openPortal('/');
    for (const id of ['1', '2', '3', '4']) say(() => popUps.started(id, `Work ${id}…`));
    say(() => popUps.succeeded('4', 'Work 4 done.'));
    expect(screen.queryByText('Work 4 done.')).toBeNull();
    say(() => notifications.hide('1'));
    await screen.findByText('Work 4 done.');
  });

  it('go away at a click, once there is a result', async () => {
    const { user } = openPortal('/');
    say(() => popUps.started('work', 'At work…'));
    await user.click(await screen.findByText('At work…'));
    screen.getByText('At work…');
    say(() => popUps.succeeded('work', 'Done.'));
    await user.click(await screen.findByText('Done.'));
    await waitFor(() => expect(screen.queryByText('Done.')).toBeNull());
  });

  it('say nothing of the last time when the same work begins again', async () => {
    openPortal('/');
    say(() => popUps.failed('work', 'It failed.', 'Why.'));
    await screen.findByText('It failed.');
    say(() => popUps.started('work', 'At work again…'));
    await screen.findByText('At work again…');
    expect(screen.queryByText('It failed.')).toBeNull();
  });
});
