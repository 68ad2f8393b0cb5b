import { Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import type { TextKey } from '../i18n/fr';
import { useI18n } from '../i18n/I18n';
import { LANGUAGE_NAMES, LANGUAGES } from '../i18n/language';

const SCHEMES: [MantineColorScheme, TextKey][] = [
  ['light', 'nav.schemeLight'],
  ['dark', 'nav.schemeDark'],
  ['auto', 'nav.schemeAuto'],
];

/** Language and appearance, as entries of a menu. */
export function PreferenceItems() {
  const { t, language, choose } = useI18n();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>{t('nav.language')}</Menu.Label>
      {/* Choosing the present language counts too: from then on it is stronger than the profile's. */}
      <Menu.RadioGroup value={language}>
        {LANGUAGES.map((known) => (
          <Menu.RadioItem key={known} value={known} lang={known} onClick={() => choose(known)}>
            {LANGUAGE_NAMES[known]}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Label>{t('nav.scheme')}</Menu.Label>
      <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(value as MantineColorScheme)}>
        {SCHEMES.map(([scheme, label]) => (
          <Menu.RadioItem key={scheme} value={scheme}>
            {t(label)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}
