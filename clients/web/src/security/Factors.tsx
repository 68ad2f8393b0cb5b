import { Button, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asProblem } from '../api/problem';
import type { Factor, Security } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { CodesIcon, KeyIcon, MessageIcon, PhoneIcon } from '../ui/icons';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Row, Rows } from '../ui/Row';
import { Section } from '../ui/Section';
import { Waiting } from '../ui/Waiting';
import type { Action } from './address';
import { Advice } from './Advice';
import { Preferred } from './Preferred';
import { factorsOf, NEXT, protectionOf } from './protection';
import { securityQuery } from './queries';
import classes from './security.module.css';
import { SetUpLink } from './SetUpLink';
import { StateBadge } from '../ui/StateBadge';
import { labelOf } from './useWording';
import type { Wish, WishKind } from './wish';

interface Props {
  ask: (wish: Wish) => void;
}

/** What proves, after the password, who one is: what is set up of it, and the ways to add and remove. */
export function Factors({ ask }: Props) {
  const { t } = useI18n();
  const { data, error, refetch } = useQuery(securityQuery);
  const content = () => {
    if (!data) return error ? <ProblemNotice problem={asProblem(error)} retry={refetch} /> : <Waiting lines={8} />;
    return <SetUp security={data} ask={ask} />;
  };
  return (
    <div id="factors" tabIndex={-1} className={classes.landing}>
      <Section heading={t('security.factors')}>{content()}</Section>
    </div>
  );
}

function SetUp({ security, ask }: Props & { security: Security }) {
  const { t, format } = useI18n();
  const { phone, totp, passkeys, recoveryCodes } = security;
  const protection = protectionOf(security);
  const next = (action: Action) => NEXT[protection].includes(action);
  const known = factorsOf(security);
  return (
    <Stack gap="lg">
      <Advice protection={protection} />
      <Rows>
        <Row
          icon={<KeyIcon />}
          name={t('security.name.passkey')}
          badge={<State on={passkeys.length > 0} />}
          hint={t('security.hint.passkey')}
          actions={<SetUpLink action="passkey" first={next('passkey')} label={t('security.add.passkey')} />}
        >
          <Things things={passkeys} kind="remove-passkey" ask={ask} />
        </Row>
        <Row
          icon={<PhoneIcon />}
          name={t('security.name.totp')}
          badge={<State on={totp.length > 0} />}
          hint={t('security.hint.totp')}
          actions={<SetUpLink action="totp" first={next('totp')} label={t('security.add.totp')} />}
        >
          <Things things={totp} kind="remove-totp" ask={ask} />
        </Row>
        <Row
          icon={<MessageIcon />}
          name={t('security.name.phone')}
          badge={<State on={Boolean(phone)} />}
          hint={t('security.hint.phone')}
          actions={<SetUpLink action="phone" label={t(phone ? 'security.change.phone' : 'security.add.phone')} />}
        >
          {phone && (
            <ul className={classes.things}>
              <Thing
                name={<MaskedNumber number={phone.number} />}
                called={t('security.numberEnding', { end: phone.number.slice(-2) })}
                since={phone.since}
                remove={() => ask({ kind: 'remove-phone', id: '' })}
              />
            </ul>
          )}
        </Row>
        <Row
          icon={<CodesIcon />}
          name={t('security.name.recovery-codes')}
          badge={<State on={Boolean(recoveryCodes)} />}
          hint={t('security.hint.recovery-codes')}
          actions={
            <SetUpLink
              action="recovery-codes"
              first={next('recovery-codes')}
              label={t(recoveryCodes ? 'security.change.recovery-codes' : 'security.add.recovery-codes')}
            />
          }
        >
          {recoveryCodes && (
            <ul className={classes.things}>
              <Thing
                name={t('security.codesLeft', { count: format.number(recoveryCodes.left) })}
                called={t('security.name.recovery-codes')}
                since={recoveryCodes.since}
                remove={() => ask({ kind: 'remove-recovery-codes', id: '' })}
              />
            </ul>
          )}
        </Row>
      </Rows>
      {known.length > 1 && <Preferred factors={known} security={security} ask={ask} />}
    </Stack>
  );
}

function State({ on }: { on: boolean }) {
  const { t } = useI18n();
  return <StateBadge color={on ? 'green' : 'gray'}>{t(on ? 'security.on' : 'security.off')}</StateBadge>;
}

function Things({ things, kind, ask }: { things: Factor[]; kind: WishKind; ask: Props['ask'] }): ReactNode {
  const { t } = useI18n();
  if (things.length === 0) return null;
  return (
    <ul className={classes.things}>
      {things.map((thing) => {
        const label = labelOf(thing, t);
        const remove = () => ask({ kind, id: thing.id });
        return <Thing key={thing.id} name={label} called={label} since={thing.since} remove={remove} />;
      })}
    </ul>
  );
}

interface ThingProps {
  name: ReactNode;
  /** What its removal is called by. */
  called: string;
  since: string | undefined;
  remove: () => void;
}

function Thing({ name, called, since, remove }: ThingProps) {
  const { t, format } = useI18n();
  return (
    <li className={classes.thing}>
      <div>
        <span className={classes.thingName} translate="no">
          {name}
        </span>
        {since && (
          <Text span size="sm" c="dimmed">
            {t('security.since', { day: format.day(since) })}
          </Text>
        )}
      </div>
      <Button
        size="compact-sm"
        variant="subtle"
        color="red"
        aria-label={t('security.removeOf', { name: called })}
        onClick={remove}
      >
        {t('security.remove')}
      </Button>
    </li>
  );
}

/** Dots are for the eye; read out they would only hide what is known. */
function MaskedNumber({ number }: { number: string }) {
  const { t } = useI18n();
  return (
    <>
      <span aria-hidden>{number}</span>
      <VisuallyHidden>{t('security.numberEnding', { end: number.slice(-2) })}</VisuallyHidden>
    </>
  );
}
