import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { NOT_PERMITTED, Problem } from '../api/problem';
import type { AccountUser } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { useSession } from '../session/session';
import { PageTitle } from '../ui/PageTitle';
import { ProblemNotice } from '../ui/ProblemNotice';
import { ChangeWindow } from './ChangeWindow';
import { Invitations } from './Invitations';
import { InviteWindow } from './InviteWindow';
import type { Question } from './question';
import { QuestionWindow } from './QuestionWindow';
import { Users } from './Users';

/** Who may act for the account, and who has been invited to. */
export function UsersPage() {
  const { t } = useI18n();
  const { can } = useSession();
  const mayManage = can('users:manage');
  const [inviting, setInviting] = useState(false);
  const [changed, change] = useState<AccountUser>();
  const [question, ask] = useState<Question>();
  return (
    <Stack gap="lg">
      <Stack gap="xs">
        <PageTitle heading={t('users.heading')}>
          {mayManage && <Button onClick={() => setInviting(true)}>{t('users.invite')}</Button>}
        </PageTitle>
        <Text c="dimmed">{t('users.explain')}</Text>
      </Stack>
      {mayManage ? (
        <>
          <Users change={change} ask={ask} />
          <Invitations ask={ask} />
        </>
      ) : (
        <ProblemNotice problem={new Problem(403, NOT_PERMITTED)} />
      )}
      <InviteWindow opened={inviting} close={() => setInviting(false)} />
      <ChangeWindow user={changed} close={() => change(undefined)} />
      <QuestionWindow question={question} close={() => ask(undefined)} />
    </Stack>
  );
}
