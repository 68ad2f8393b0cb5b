import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { asProblem } from '../api/problem';
import { useI18n } from '../i18n/I18n';
import { sentenceOf } from '../ui/ProblemNotice';
import { usePopUps } from '../ui/usePopUps';
import { logOut } from './logOut';

const POP_UP = 'log-out';

/** Logs out, and says so while it takes its time, or where it fails. */
export function useLogOut() {
  const { t } = useI18n();
  const popUps = usePopUps();
  const queries = useQueryClient();
  return useCallback(async () => {
    popUps.started(POP_UP, t('nav.loggingOut'));
    try {
      await logOut(queries);
    } catch (error) {
      popUps.failed(POP_UP, t('problem.heading'), sentenceOf(asProblem(error), t));
    }
  }, [t, popUps, queries]);
}
