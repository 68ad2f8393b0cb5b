export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language by its own name, so that everybody finds theirs. */
export const LANGUAGE_NAMES: Record<Language, string> = { fr: 'Français', en: 'English' };

const STORED = 'moorage.language';

function known(tag: string | null | undefined): Language | undefined {
  return LANGUAGES.find((language) => tag?.toLowerCase().split('-')[0] === language);
}

/** What the user has chosen in this browser, if anything. */
export function chosenLanguage(): Language | undefined {
  try {
    return known(localStorage.getItem(STORED));
  } catch {
    return undefined;
  }
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // Storage may be forbidden: the choice then lasts as long as the page.
  }
}

/** The user's choice, else the profile's language, else the browser's, else English. */
export function pickLanguage(profile?: string): Language {
  const browser = navigator.languages.map(known).find((language) => language !== undefined);
  return chosenLanguage() ?? known(profile) ?? browser ?? 'en';
}
