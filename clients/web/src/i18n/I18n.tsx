import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { en } from './en';
import { type Formats, formatsIn } from './format';
import { type Catalogue, fr, type TextKey } from './fr';
import { withFrenchSpaces } from './frenchSpaces';
import { type Language, pickLanguage, rememberLanguage } from './language';

const CATALOGUES: Record<Language, Catalogue> = { fr: withFrenchSpaces(fr), en };

export type Translate = (key: TextKey, values?: Record<string, string>) => string;

interface I18n {
  language: Language;
  t: Translate;
  format: Formats;
  /** The user chooses: kept in this browser, and stronger than anything else. */
  choose: (language: Language) => void;
  /** The profile's language has become known; it counts where the user has not chosen. */
  profileSays: (language: string) => void;
}

const Context = createContext<I18n | undefined>(undefined);

export function translateWith(catalogue: Catalogue): Translate {
  return (key, values = {}) => catalogue[key].replace(/\{(\w+)}/g, (hole, name: string) => values[name] ?? hole);
}

function start(): Language {
  const language = pickLanguage();
  document.documentElement.lang = language;
  return language;
}

export function I18nProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(start);
  const use = useCallback((next: Language) => {
    // Calls to the server read the language from here, so it changes before anything is rendered.
    document.documentElement.lang = next;
    setLanguage(next);
  }, []);
  const choose = useCallback((next: Language) => (rememberLanguage(next), use(next)), [use]);
  const profileSays = useCallback((profile: string) => use(pickLanguage(profile)), [use]);
  const value = useMemo(
    () => ({ language, t: translateWith(CATALOGUES[language]), format: formatsIn(language), choose, profileSays }),
    [language, choose, profileSays],
  );
  return <Context value={value}>{children}</Context>;
}

export function useI18n(): I18n {
  const i18n = useContext(Context);
  if (!i18n) throw new Error('I18nProvider is missing');
  return i18n;
}
