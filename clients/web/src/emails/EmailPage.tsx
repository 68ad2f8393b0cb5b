import { Anchor, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { asProblem } from '../api/problem';
import { useI18n } from '../i18n/I18n';
import { Facts } from '../ui/Facts';
import { PageTitle } from '../ui/PageTitle';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Section } from '../ui/Section';
import { Waiting } from '../ui/Waiting';
import { MailContent } from './MailContent';
import { MailStateBadge } from './MailStateBadge';
import { mailQuery } from './queries';

/** One mail as it was sent, with what was secret in it blanked. */
export function EmailPage() {
  const { t, format } = useI18n();
  const { id = '' } = useParams();
  const { data: mail, error, refetch } = useQuery(mailQuery(id));
  const content = () => {
    if (!mail) return error ? <ProblemNotice problem={asProblem(error)} retry={refetch} /> : <Waiting lines={8} />;
    return (
      <>
        <Section heading={t('emails.details')}>
          <Facts
            items={[
              [t('emails.to'), <span translate="no">{mail.to}</span>],
              [t('emails.at'), format.moment(mail.at)],
              [t('emails.state'), <MailStateBadge state={mail.state} />],
            ]}
          />
        </Section>
        <MailContent mail={mail} />
      </>
    );
  };
  return (
    <Stack gap="lg">
      <div>
        <Anchor component={Link} to="/account/emails" size="sm">
          {t('emails.back')}
        </Anchor>
        <PageTitle heading={mail?.subject ?? t('emails.one')} />
      </div>
      {content()}
    </Stack>
  );
}
