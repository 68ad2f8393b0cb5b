import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import classes from '../access/access.module.css';
import { AccessFacts } from '../access/AccessFacts';
import { tokensQuery } from '../access/queries';
import type { Question } from '../access/question';
import { serverNow } from '../api/serverTime';
import type { ApiToken } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { Empty } from '../ui/Empty';
import { TerminalIcon } from '../ui/icons';
import { Row } from '../ui/Row';
import { ListOfRows } from '../ui/ListOfRows';
import { Section } from '../ui/Section';
import { StateBadge } from '../ui/StateBadge';

/** Newest first; expired ones stay until they are revoked. */
export function Tokens({ ask }: { ask: (question: Question) => void }) {
  const { t } = useI18n();
  const list = useInfiniteQuery(tokensQuery);
  const tokens = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div id="tokens" tabIndex={-1} className={classes.landing}>
      <Section heading={t('tokens.list')}>
        <ListOfRows
          list={list}
          items={tokens}
          lines={3}
          none={<Empty text={t('tokens.none')} hint={t('tokens.noneHint')} />}
          end={t('tokens.end')}
        >
          {(token) => <OneToken key={token.id} token={token} ask={ask} />}
        </ListOfRows>
      </Section>
    </div>
  );
}

function OneToken({ token, ask }: { token: ApiToken; ask: (question: Question) => void }) {
  const { t, format } = useI18n();
  const { name, expiresAt, lastUsedAt, createdAt } = token;
  const expired = Date.parse(expiresAt) <= serverNow();
  return (
    <Row
      icon={<TerminalIcon />}
      name={name}
      badge={expired ? <StateBadge color="yellow">{t('tokens.expired')}</StateBadge> : undefined}
      hint={lastUsedAt ? t('tokens.lastUsed', { moment: format.moment(lastUsedAt) }) : t('tokens.neverUsed')}
      actions={
        <Button
          variant="subtle"
          color="red"
          aria-label={t('tokens.revokeOf', { name })}
          onClick={() => ask({ kind: 'token', token })}
        >
          {t('tokens.revoke')}
        </Button>
      }
    >
      <AccessFacts access={{ ...token, endsAt: expiresAt }} since={createdAt} />
    </Row>
  );
}
