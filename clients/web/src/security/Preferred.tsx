import { Group, Radio, Stack } from '@mantine/core';
import { asProblem } from '../api/problem';
import type { PreferredFactor, Security } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { ProblemNotice } from '../ui/ProblemNotice';
import { isFresh } from './protection';
import classes from './security.module.css';
import { needsFreshLogIn, useGrant } from './useGrant';
import type { Wish } from './wish';

interface Props {
  factors: PreferredFactor[];
  security: Security;
  ask: (wish: Wish) => void;
}

/** Which of several second factors the log-in asks for first. A choice counts at once, where the log-in is fresh. */
export function Preferred({ factors, security, ask }: Props) {
  const { t } = useI18n();
  const grant = useGrant();
  const wished = grant.isPending ? grant.variables.id : undefined;

  const choose = (factor: string) => {
    const wish: Wish = { kind: 'prefer', id: factor };
    // The window says what to do first.
    if (!isFresh(security)) return ask(wish);
    grant.mutate(wish, { onError: (error) => needsFreshLogIn(error) && ask(wish) });
  };

  return (
    <Stack gap="sm" className={classes.preferred}>
      <Radio.Group
        label={t('security.preferred')}
        description={t('security.preferredHint')}
        value={wished ?? security.preferred ?? ''}
        onChange={choose}
      >
        <Group gap="0.6rem 1.5rem" mt="xs">
          {factors.map((factor) => (
            <Radio key={factor} value={factor} label={t(`security.name.${factor}`)} />
          ))}
        </Group>
      </Radio.Group>
      {grant.error && !needsFreshLogIn(grant.error) && <ProblemNotice problem={asProblem(grant.error)} />}
    </Stack>
  );
}
