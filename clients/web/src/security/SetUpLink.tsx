import { Button } from '@mantine/core';
import { useI18n } from '../i18n/I18n';
import { type Action, toSetUp } from './address';

/** Leads to the log-in's page that sets something up; `first` where that is what would help most. */
export function SetUpLink({ action, label, first }: { action: Action; label: string; first?: boolean }) {
  const { language } = useI18n();
  return (
    <Button component="a" href={toSetUp(action, language)} variant={first ? 'filled' : 'default'}>
      {label}
    </Button>
  );
}
