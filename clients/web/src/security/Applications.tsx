import { Button, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { inOrder, permissionInWords } from '../access/permissions';
import { asProblem } from '../api/problem';
import type { Application } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { ApplicationIcon } from '../ui/icons';
import { MoreOfList } from '../ui/MoreOfList';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Row, Rows } from '../ui/Row';
import { Section } from '../ui/Section';
import { Waiting } from '../ui/Waiting';
import { applicationsQuery } from './queries';
import classes from './security.module.css';
import type { Wish } from './wish';

interface Props {
  ask: (wish: Wish) => void;
}

/** Applications of others that act for the user; what each may do can be taken back. */
export function Applications({ ask }: Props) {
  const { t } = useI18n();
  const list = useInfiniteQuery(applicationsQuery);
  const applications = list.data?.pages.flatMap(({ items }) => items) ?? [];

  const content = () => {
    if (!list.data) {
      if (list.error) return <ProblemNotice problem={asProblem(list.error)} retry={() => list.refetch()} />;
      return <Waiting lines={2} />;
    }
    if (applications.length === 0) return <Text>{t('security.noApplications')}</Text>;
    return (
      <Stack>
        <Rows>
          {applications.map((application) => (
            <OneApplication key={application.id} application={application} ask={ask} />
          ))}
        </Rows>
        <MoreOfList list={list} end={t('security.applicationsEnd')} />
      </Stack>
    );
  };
  return (
    <div id="applications" tabIndex={-1} className={classes.landing}>
      <Section heading={t('security.applications')}>
        <Text c="dimmed" mb="md">
          {t('security.applicationsExplain')}
        </Text>
        {content()}
      </Section>
    </div>
  );
}

function OneApplication({ application, ask }: Props & { application: Application }) {
  const { t, format } = useI18n();
  const { id, name, permissions, since } = application;
  return (
    <Row
      icon={<ApplicationIcon />}
      name={name}
      hint={inOrder(permissions)
        .map((permission) => permissionInWords(permission, t))
        .join(' · ')}
      actions={
        <Button
          variant="default"
          aria-label={t('security.withdrawOf', { name })}
          onClick={() => ask({ kind: 'withdraw-application', id })}
        >
          {t('security.withdraw')}
        </Button>
      }
    >
      <div className={classes.times}>
        <span>{t('security.letInAt', { time: format.moment(since) })}</span>
      </div>
    </Row>
  );
}
