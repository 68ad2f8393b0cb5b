import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { EDIT_PROFILE } from '../account/address';
import { accountQuery } from '../account/queries';
import { asProblem } from '../api/problem';
import type { Account } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { useSession } from '../session/session';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Section } from '../ui/Section';
import { Waiting } from '../ui/Waiting';
import classes from './dashboard.module.css';

/** The account as it would stand on an envelope, and the way to change it. */
export function ProfileCard() {
  const { t, format } = useI18n();
  const { can } = useSession();
  const { data, error, refetch } = useQuery(accountQuery);
  const content = () => {
    if (!data) return error ? <ProblemNotice problem={asProblem(error)} retry={refetch} /> : <Waiting lines={5} />;
    const [name, ...lines] = linesOf(data, format.country);
    return (
      <Stack align="flex-start">
        <address className={classes.lines}>
          <Text fw={600}>{name}</Text>
          {lines.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </address>
        {can('account:manage') && (
          <Button component={Link} to={EDIT_PROFILE} variant="default">
            {t('dashboard.update')}
          </Button>
        )}
      </Stack>
    );
  };
  return <Section heading={t('dashboard.profile')}>{content()}</Section>;
}

function linesOf(account: Account, country: (code: string) => string): string[] {
  const { line1, line2, postalCode, city } = account.address;
  return [
    `${account.firstName} ${account.lastName}`.trim() || account.email,
    account.company,
    line1,
    line2,
    `${postalCode} ${city}`.trim(),
    account.address.country && country(account.address.country),
    account.phone,
    account.email,
  ].filter((line, position, all) => line !== '' && all.indexOf(line) === position);
}
