import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { AccessFacts } from '../access/AccessFacts';
import { useActFor } from '../acting/useActing';
import { post } from '../api/client';
import { asProblem } from '../api/problem';
import { ME } from '../api/queryClient';
import type { Delegation } from '../api/types';
import { useWishKey } from '../api/useWishKey';
import { useI18n } from '../i18n/I18n';
import { meQuery } from '../session/me';
import { useLogOut } from '../session/useLogOut';
import { CheckIcon, InfoIcon } from '../ui/icons';
import { PageTitle } from '../ui/PageTitle';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Section } from '../ui/Section';
import { INVITATION_PAGE } from './address';
import classes from './invitation.module.css';
import { isDead, type Refusal, refusalIn } from './outcome';
import { forgetToken, keepToken, keptToken } from './token';

/** Where the link of an invitation's mail leads somebody who is logged in. */
export function InvitationPage() {
  const { t } = useI18n();
  const token = useToken();
  return (
    <Stack gap="lg">
      <PageTitle heading={t('invitation.heading')} />
      {token ? <Offer key={token} token={token} /> : <NoToken />}
    </Stack>
  );
}

/** Also where another link is opened in a portal that is open already, which loads nothing anew. */
function useToken(): string | undefined {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const [token, setToken] = useState(keptToken);
  useEffect(() => {
    if (hash.length < 2) return;
    keepToken(hash.slice(1));
    setToken(keptToken());
    void navigate(INVITATION_PAGE, { replace: true });
  }, [hash, navigate]);
  return token;
}

function Offer({ token }: { token: string }) {
  const { t } = useI18n();
  const { data: me } = useQuery(meQuery);
  const accept = useAccept(token);
  const refusal = refusalIn(accept.error);
  if (accept.data) return <Accepted delegation={accept.data} />;
  if (refusal) return <Refused refusal={refusal} />;
  return (
    <Section heading={t('invitation.question')}>
      <Stack>
        <Text>{t('invitation.says')}</Text>
        <Text c="dimmed">{t('invitation.as', { name: me?.user.name ?? '', email: me?.user.email ?? '' })}</Text>
        {accept.error && <ProblemNotice problem={asProblem(accept.error)} />}
        <Group>
          <Button loading={accept.isPending} onClick={() => accept.mutate()}>
            {t('invitation.accept')}
          </Button>
          <Button component={Link} to="/" variant="default">
            {t('invitation.later')}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}

function Accepted({ delegation }: { delegation: Delegation }) {
  const { t } = useI18n();
  const act = useActFor();
  const { account, name } = delegation;
  return (
    <Section heading={t('invitation.accepted')}>
      <Stack>
        <Outcome color="green" icon={<CheckIcon />}>
          {t('invitation.acceptedSays', { name, handle: account })}
        </Outcome>
        <div>
          <AccessFacts access={delegation} counted />
        </div>
        <Group>
          <Button onClick={() => act({ handle: account, name })}>{t('switch.actFor', { name })}</Button>
          <Button component={Link} to="/" variant="default">
            {t('invitation.toPortal')}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}

function Refused({ refusal }: { refusal: Refusal }) {
  const { t } = useI18n();
  const logOut = useLogOut();
  return (
    <Stack align="flex-start">
      <Outcome color="yellow" icon={<InfoIcon />} title={t('invitation.notAccepted')}>
        {t(`invitation.refused.${refusal}`)}
      </Outcome>
      <Group>
        {!isDead(refusal) && <Button onClick={() => void logOut()}>{t('invitation.asAnother')}</Button>}
        <Button component={Link} to="/" variant="default">
          {t('invitation.toPortal')}
        </Button>
      </Group>
    </Stack>
  );
}

/** Takes the focus, since the button that was pressed has made way for it. */
function Outcome({ children, ...look }: { color: string; icon: ReactNode; title?: string; children: string }) {
  const outcome = useRef<HTMLDivElement>(null);
  useEffect(() => outcome.current?.focus(), []);
  return (
    <Alert ref={outcome} tabIndex={-1} className={classes.outcome} variant="light" role="status" {...look}>
      {children}
    </Alert>
  );
}

function NoToken() {
  const { t } = useI18n();
  return (
    <Stack align="flex-start">
      <Text>{t('invitation.noToken')}</Text>
      <Button component={Link} to="/" variant="default">
        {t('invitation.toPortal')}
      </Button>
    </Stack>
  );
}

/** Accepts it. The same key is sent along with a repetition: an answer that was lost is given again, not "accepted already". */
function useAccept(token: string) {
  const queries = useQueryClient();
  const { keyOf } = useWishKey();
  return useMutation({
    mutationFn: () => post('/api/v1/invitations/accept', { token }, { headers: { 'Idempotency-Key': keyOf(token) } }),
    onSuccess: () => {
      forgetToken();
      void queries.invalidateQueries({ queryKey: ME });
    },
    onError: (error) => {
      if (isDead(asProblem(error).code)) forgetToken();
    },
  });
}
