import { Button, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { inOrder, permissionInWords } from '../access/permissions';
import type { Application } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { ApplicationIcon } from '../ui/icons';
import { Row } from '../ui/Row';
import { ListOfRows } from '../ui/ListOfRows';
import { Section } from '../ui/Section';
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

  return (
    <div id="applications" tabIndex={-1} className={classes.landing}>
      <Section heading={t('security.applications')}>
        <Text c="dimmed" mb="md">
          {t('security.applicationsExplain')}
        </Text>
        <ListOfRows
          list={list}
          items={applications}
          lines={2}
          none={<Text>{t('security.noApplications')}</Text>}
          end={t('security.applicationsEnd')}
        >
          {(application) => <OneApplication key={application.id} application={application} ask={ask} />}
        </ListOfRows>
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
