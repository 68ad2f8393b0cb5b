import { Container, VisuallyHidden } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useOutlet } from 'react-router';
import { useI18n } from '../i18n/I18n';
import { LiveContext } from '../live/LiveMark';
import { useLiveUpdates } from '../live/useLiveUpdates';
import { useTopUpWindow } from '../topup/useTopUpWindow';
import { Waiting } from '../ui/Waiting';
import classes from './frame.module.css';
import { Header } from './Header';

const TopUpWindow = lazy(() => import('../topup/TopUpWindow'));

/** What stands around every page of somebody who is logged in. */
export function Frame() {
  const { t } = useI18n();
  const page = useOutlet();
  const { live, announcement } = useLiveUpdates();
  const { opened, close } = useTopUpWindow();
  // Once opened the window stays mounted, so that it can close softly and give the focus back.
  const [wanted, setWanted] = useState(opened);
  if (opened && !wanted) setWanted(true);

  return (
    <LiveContext value={live}>
      <a href="#main" className={classes.skip}>
        {t('app.skip')}
      </a>
      <Header />
      <Container component="main" id="main" tabIndex={-1} size="72rem" className={classes.main}>
        {page ?? <Waiting lines={3} />}
      </Container>
      <VisuallyHidden role="status" aria-live="polite">
        {announcement}
      </VisuallyHidden>
      <Suspense>{wanted && <TopUpWindow opened={opened} close={close} />}</Suspense>
    </LiveContext>
  );
}
