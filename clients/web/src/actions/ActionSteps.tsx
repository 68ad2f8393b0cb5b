import { Button, Stack } from '@mantine/core';
import { asProblem } from '../api/problem';
import type { ServerAction } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { BusyNotice } from './BusyNotice';
import { hasEnded } from './progress';
import { useCancelAction, useRetryAction } from './useAction';
import { useActionName } from './useActionName';

const WORTH_RETRYING: ServerAction['state'][] = ['failed', 'timed-out'];

/** Whether the action offers anything to do. */
export function offersSteps({ state, cancellable }: ServerAction): boolean {
  return WORTH_RETRYING.includes(state) || (!hasEnded(state) && cancellable);
}

/** What can be done about an action: cancel it while that is safe, ask again when it did not succeed. */
export function ActionSteps({ action, compact = false }: { action: ServerAction; compact?: boolean }) {
  const { t } = useI18n();
  const name = useActionName()(action.type);
  const cancel = useCancelAction(action.id);
  const retry = useRetryAction(action.id);
  const error = cancel.error ?? retry.error;
  if (!offersSteps(action)) return null;
  const again = WORTH_RETRYING.includes(action.state);
  const step = again ? retry : cancel;
  return (
    <Stack gap="xs" align={compact ? 'flex-end' : 'flex-start'}>
      <Button
        size={compact ? 'xs' : 'sm'}
        variant="default"
        loading={step.isPending}
        onClick={() => step.mutate()}
        aria-label={t(again ? 'action.retryOf' : 'action.cancelOf', { name })}
      >
        {t(again ? 'action.retry' : 'action.cancel')}
      </Button>
      {error && <BusyNotice problem={asProblem(error)} server={action.server} />}
    </Stack>
  );
}
