import { Menu, UnstyledButton } from '@mantine/core';
import { useI18n } from '../i18n/I18n';
import { LANGUAGE_NAMES } from '../i18n/language';
import { DownIcon } from '../ui/icons';
import classes from './frame.module.css';
import { PreferenceItems } from './PreferenceItems';

/** Language and appearance for visitors, who have no account menu. */
export function PreferencesMenu() {
  const { t, language } = useI18n();
  return (
    <Menu position="bottom-end" offset={4} closeOnItemClick={false}>
      <Menu.Target>
        <UnstyledButton className={classes.item} aria-label={`${LANGUAGE_NAMES[language]} · ${t('nav.settings')}`}>
          {LANGUAGE_NAMES[language]} <DownIcon />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <PreferenceItems />
      </Menu.Dropdown>
    </Menu>
  );
}
