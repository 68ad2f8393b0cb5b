import { useQuery } from '@tanstack/react-query';
import { useI18n } from '../i18n/I18n';
import { useSession } from '../session/session';
import { LockIcon, MailIcon } from '../ui/icons';
import { Row, Rows } from '../ui/Row';
import { Section } from '../ui/Section';
import { securityQuery } from './queries';
import { SetUpLink } from './SetUpLink';
import { StateBadge } from '../ui/StateBadge';

/** What else belongs to the log-in: its password, and the address that recovers it. */
export function LogInDetails() {
  const { t } = useI18n();
  const { user } = useSession();
  const { data: security } = useQuery(securityQuery);
  return (
    <Section heading={t('security.logIn')}>
      <Rows>
        <Row
          id="password"
          icon={<LockIcon />}
          name={t('security.name.password')}
          hint={t('security.hint.password')}
          actions={<SetUpLink action="password" label={t('security.change.password')} />}
        />
        <Row
          id="email"
          icon={<MailIcon />}
          name={t('security.name.email')}
          badge={
            security && (
              <StateBadge color={security.emailVerified ? 'green' : 'yellow'}>
                {t(security.emailVerified ? 'security.confirmed' : 'security.notConfirmed')}
              </StateBadge>
            )
          }
          value={<span translate="no">{user.email}</span>}
          hint={t('security.hint.email')}
          actions={<SetUpLink action="email" label={t('security.change.email')} />}
        />
      </Rows>
    </Section>
  );
}
