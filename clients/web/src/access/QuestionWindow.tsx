import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { asProblem } from '../api/problem';
import { useI18n } from '../i18n/I18n';
import { ProblemNotice, sentenceOf } from '../ui/ProblemNotice';
import { usePopUps } from '../ui/usePopUps';
import { ACCESS } from './queries';
import { carryOut, namesIn, PLACE_AFTER, type Question } from './question';

interface Props {
  question: Question | undefined;
  close: () => void;
  done?: (question: Question) => void;
}

/** Names what goes, and asks for it. */
export function QuestionWindow({ question, close, done }: Props) {
  const { t } = useI18n();
  // While the window closes softly it still says what it was about.
  const last = useRef(question);
  if (question) last.current = question;
  const asked = last.current;
  return (
    <Modal
      opened={question !== undefined}
      onClose={close}
      title={asked && t(`users.ask.${asked.kind}`, namesIn(asked))}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      centered
    >
      {asked && <Asked question={asked} close={close} done={done} />}
    </Modal>
  );
}

function Asked({ question, close, done }: { question: Question; close: () => void; done: Props['done'] }) {
  const { t } = useI18n();
  const { kind } = question;
  const answer = useAnswer(question);
  const go = () =>
    answer.mutate(undefined, {
      onSuccess: () => {
        close();
        done?.(question);
        document.getElementById(PLACE_AFTER[kind] ?? '')?.focus();
      },
    });
  return (
    <Stack>
      <Text>{t(`users.says.${kind}`, namesIn(question))}</Text>
      {answer.error && <ProblemNotice problem={asProblem(answer.error)} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={close} data-autofocus>
          {t(`users.keep.${kind}`)}
        </Button>
        <Button color={kind === 'resend' ? undefined : 'red'} loading={answer.isPending} onClick={go}>
          {t(`users.do.${kind}`)}
        </Button>
      </Group>
    </Stack>
  );
}

const POP_UP = 'access';

/** Does it, and has the lists read again: also after a refusal, which may come from their having changed. */
function useAnswer(question: Question) {
  const { t } = useI18n();
  const popUps = usePopUps();
  const queries = useQueryClient();
  const { kind } = question;
  const names = namesIn(question);
  return useMutation({
    mutationFn: () => carryOut(question),
    onMutate: () => popUps.started(POP_UP, t(`users.doing.${kind}`, names)),
    onSuccess: () => popUps.succeeded(POP_UP, t(`users.done.${kind}`, names)),
    onError: (error) => popUps.failed(POP_UP, t('problem.heading'), sentenceOf(asProblem(error), t)),
    onSettled: () => queries.invalidateQueries({ queryKey: ACCESS }),
  });
}
