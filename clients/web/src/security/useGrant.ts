import { useMutation, useQueryClient } from '@tanstack/react-query';
import { asProblem } from '../api/problem';
import { useI18n } from '../i18n/I18n';
import { sentenceOf } from '../ui/ProblemNotice';
import { usePopUps } from '../ui/usePopUps';
import { SECURITY } from './queries';
import { send } from './wish';

const POP_UP = 'security';

/** The server takes this change only after a log-in of the last few minutes. */
export function needsFreshLogIn(error: Error | null): boolean {
  return error !== null && asProblem(error).code === 'fresh-log-in-required';
}

/** Has a wish granted, and what is shown read again: also after a refusal, which may come from its having changed. */
export function useGrant() {
  const { t } = useI18n();
  const popUps = usePopUps();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    // One after the other: the last one is what counts.
    scope: { id: POP_UP },
    onMutate: ({ kind }) => popUps.started(POP_UP, t(`security.granting.${kind}`)),
    onSuccess: (_, { kind }) => popUps.succeeded(POP_UP, t(`security.granted.${kind}`)),
    onError: (error) => {
      // Where the wish was made it is explained what to do first.
      if (needsFreshLogIn(error)) popUps.withdrawn(POP_UP);
      else popUps.failed(POP_UP, t('security.notGranted'), sentenceOf(asProblem(error), t));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: SECURITY }),
  });
}
