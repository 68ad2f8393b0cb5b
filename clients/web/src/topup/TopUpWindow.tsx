import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { asProblem } from '../api/problem';
import { useI18n } from '../i18n/I18n';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Waiting } from '../ui/Waiting';
import { methodsQuery } from './queries';
import { TopUpForm } from './TopUpForm';

/** The one window of a top-up: amount with its minimum, and method. */
export default function TopUpWindow({ opened, close }: { opened: boolean; close: () => void }) {
  const { t } = useI18n();
  const methods = useQuery(methodsQuery);
  // Closed at first, even if it has been loaded in order to open: a window that opens remembers where the focus was.
  const [shown, setShown] = useState(false);
  useEffect(() => setShown(opened), [opened]);
  return (
    <Modal
      opened={shown}
      onClose={close}
      title={t('topUp.heading')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      centered
    >
      {methods.data ? (
        <TopUpForm methods={methods.data.items} cancel={close} />
      ) : methods.error ? (
        <ProblemNotice problem={asProblem(methods.error)} retry={() => methods.refetch()} />
      ) : (
        <Waiting lines={4} />
      )}
    </Modal>
  );
}
