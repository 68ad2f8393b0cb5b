import { describe, expect, it, vi } from 'vitest';
import { pickLanguage, rememberLanguage } from './language';

describe('the language', () => {
  it('is the user’s choice before the profile’s, and the profile’s before the browser’s', () => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['de-DE', 'fr-CA']);
    expect(pickLanguage()).toBe('fr');
    expect(pickLanguage('en')).toBe('en');
    rememberLanguage('fr');
    expect(pickLanguage('en')).toBe('fr');
  });

  it('is English where nobody speaks French', () => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['de-DE']);
    expect(pickLanguage()).toBe('en');
  });
});
