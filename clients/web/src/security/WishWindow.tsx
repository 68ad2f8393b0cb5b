import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { asProblem } from '../api/problem';
import type { Security } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { ProblemNotice } from '../ui/ProblemNotice';
import { toLogInAgain } from './address';
import { FreshLogIn } from './FreshLogIn';
import { isFresh } from './protection';
import { securityQuery } from './queries';
import { needsFreshLogIn, useGrant } from './useGrant';
import { useWording, type Wording } from './useWording';
import { partOf, wantsFreshLogIn, type Wish } from './wish';

interface Asked {
  wish: Wish;
  wording: Wording;
}

interface Props {
  wish: Wish | undefined;
  close: () => void;
  granted: () => void;
}

/** Says what goes, and asks for it; where a fresh log-in is needed first, leads there. */
export function WishWindow({ wish, close, granted }: Props) {
  const { t } = useI18n();
  const words = useWording();
  // While the window closes softly it still says what it was about, though that is gone.
  const last = useRef<Asked>(undefined);
  const wording = wish && words(wish);
  if (wish && wording) last.current = { wish, wording };
  const asked = last.current;
  return (
    <Modal
      opened={wish !== undefined && asked?.wish === wish}
      onClose={close}
      title={asked?.wording.title}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      centered
    >
      {asked && <Question key={asked.wish.kind + asked.wish.id} {...asked} close={close} granted={granted} />}
    </Modal>
  );
}

function Question({ wish, wording, close, granted }: Asked & Omit<Props, 'wish'>) {
  const { t, language } = useI18n();
  const { data: security } = useQuery(securityQuery);
  const grant = useGrant();
  const stale = needsFreshLogIn(grant.error) || (wantsFreshLogIn(wish) && !isFresh(security));
  const leave = useRef<HTMLAnchorElement>(null);

  useEffect(() => {
    // The button that was pressed has made way for the link.
    if (stale) leave.current?.focus();
  }, [stale]);

  const go = () =>
    grant.mutate(wish, {
      onSuccess: () => {
        close();
        granted();
        // What the window was opened from is gone.
        document.getElementById(partOf(wish))?.focus();
      },
    });

  return (
    <Stack>
      <Text>{wording.says}</Text>
      {isLast(wish, security) && <Text fw={600}>{t('security.lastFactor')}</Text>}
      {stale ? <FreshLogIn /> : grant.error && <ProblemNotice problem={asProblem(grant.error)} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={close} data-autofocus={!stale || undefined}>
          {t('app.cancel')}
        </Button>
        {stale ? (
          <Button component="a" ref={leave} data-autofocus href={toLogInAgain(wish, language)}>
            {t('security.logInAgain')}
          </Button>
        ) : (
          <Button color={wish.kind === 'prefer' ? undefined : 'red'} loading={grant.isPending} onClick={go}>
            {wording.grant}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

/** Whether nothing but the password is left once it is granted. */
function isLast({ kind }: Wish, security: Security | undefined): boolean {
  const factor = kind === 'remove-phone' || kind === 'remove-totp' || kind === 'remove-passkey';
  if (!factor || !security) return false;
  return security.totp.length + security.passkeys.length + (security.phone ? 1 : 0) === 1;
}
