import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Application, Factor, LogInSession, Security } from '../api/types';
import { type Translate, useI18n } from '../i18n/I18n';
import { nameOf, placeOf } from './device';
import { factorsOf } from './protection';
import { applicationsQuery, securityQuery, sessionsQuery } from './queries';
import type { Wish } from './wish';

/** A wish in words. */
export interface Wording {
  /** What is to be done, and to what. */
  title: string;
  /** What follows from it. */
  says: string;
  /** What the button does that grants it. */
  grant: string;
}

/** What an app or a passkey was called when it was set up. */
export function labelOf({ label }: Factor, t: Translate): string {
  return label || t('security.unnamed');
}

/** What is known of what can be wished for. */
interface Known {
  security: Security | undefined;
  sessions: LogInSession[];
  applications: Application[];
}

/** What a wish is about, by name; nothing where there is no such thing (any more). */
function subjectOf({ kind, id }: Wish, { security, sessions, applications }: Known, t: Translate) {
  const labelIn = (things: Factor[] = []) => {
    const thing = things.find((one) => one.id === id);
    return thing && labelOf(thing, t);
  };
  switch (kind) {
    case 'prefer': {
      const others = security && factorsOf(security).filter((one) => one !== security.preferred);
      const factor = others?.find((one) => one === id);
      return factor && t(`security.name.${factor}`);
    }
    case 'remove-phone':
      return security?.phone?.number;
    case 'remove-totp':
      return labelIn(security?.totp);
    case 'remove-passkey':
      return labelIn(security?.passkeys);
    case 'remove-recovery-codes':
      return security?.recoveryCodes ? String(security.recoveryCodes.left) : undefined;
    case 'end-session': {
      const session = sessions.find((one) => one.id === id);
      return session && [nameOf(session, t), placeOf(session)].filter(Boolean).join(' · ');
    }
    case 'end-other-sessions':
      return sessions.some(({ current }) => !current) ? '' : undefined;
    case 'withdraw-application':
      return applications.find((one) => one.id === id)?.name;
  }
}

/** Puts a wish into words; there are none where what it is about is not there (any more). */
export function useWording(): (wish: Wish) => Wording | undefined {
  const { t } = useI18n();
  const { data: security } = useQuery(securityQuery);
  const { data: sessions } = useInfiniteQuery(sessionsQuery);
  const { data: applications } = useInfiniteQuery(applicationsQuery);
  return useCallback(
    (wish) => {
      const known = {
        security,
        sessions: sessions?.pages.flatMap(({ items }) => items) ?? [],
        applications: applications?.pages.flatMap(({ items }) => items) ?? [],
      };
      const name = subjectOf(wish, known, t);
      if (name === undefined) return undefined;
      return {
        title: t(`security.wish.${wish.kind}`, { name }),
        says: t(`security.says.${wish.kind}`, { name }),
        grant: t(`security.grant.${wish.kind}`),
      };
    },
    [t, security, sessions, applications],
  );
}
