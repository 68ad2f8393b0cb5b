import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { asProblem } from '../api/problem';
import { useI18n } from '../i18n/I18n';
import { useSession } from '../session/session';
import { PageTitle } from '../ui/PageTitle';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Waiting } from '../ui/Waiting';
import { EDIT_PROFILE, isEditing } from './address';
import { ProfileForm } from './ProfileForm';
import { ProfileView } from './ProfileView';
import { accountQuery } from './queries';

/** The profile: read, and changed in place by those who may. */
export function AccountPage() {
  const { t } = useI18n();
  const { can } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { data, error, refetch } = useQuery(accountQuery);
  const mayEdit = can('account:manage');
  const editing = mayEdit && isEditing(search);

  const done = useCallback(() => void navigate('/account', { replace: true }), [navigate]);

  const content = () => {
    if (!data) return error ? <ProblemNotice problem={asProblem(error)} retry={refetch} /> : <Waiting lines={8} />;
    if (editing) return <ProfileForm account={data} done={done} />;
    return <ProfileView account={data} />;
  };

  return (
    <Stack gap="lg">
      <PageTitle heading={t('account.heading')}>
        {data && mayEdit && !editing && (
          <Button component={Link} to={EDIT_PROFILE}>
            {t('account.edit')}
          </Button>
        )}
      </PageTitle>
      {!mayEdit && <Text c="dimmed">{t('account.readOnly')}</Text>}
      {content()}
    </Stack>
  );
}
