import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ME } from '../api/queryClient';
import type { Balance, Money, TopUp } from '../api/types';
import { BILLING, balanceQuery } from '../balance/queries';
import { useI18n } from '../i18n/I18n';
import { useSession } from '../session/session';
import { useTopUpResult } from '../topup/useTopUpResult';
import { listen, type StreamEvent } from './stream';

interface LiveUpdates {
  live: boolean;
  /** The last change, as a sentence for screen readers. */
  announcement: string;
}

/** Brings what the gateway pushes into the queries, so that every page shows it without asking. */
export function useLiveUpdates(): LiveUpdates {
  const queries = useQueryClient();
  const { handle } = useSession();
  const { t, format } = useI18n();
  const tellResult = useTopUpResult();
  const [live, setLive] = useState(true);
  const [announcement, setAnnouncement] = useState('');

  const balanceChanged = ({ account, balance }: { account: string; balance: Money }) => {
    if (account !== handle) return;
    const known = queries.getQueryData(balanceQuery.queryKey);
    queries.setQueryData(balanceQuery.queryKey, (old: Balance | undefined) => old && { ...old, balance });
    if (known && known.balance.amount !== balance.amount) {
      setAnnouncement(t('balance.changed', { amount: format.money(balance) }));
    }
    void queries.invalidateQueries({ queryKey: BILLING });
  };

  const received = (type: StreamEvent, data: string) => {
    if (type === 'balance') balanceChanged(JSON.parse(data));
    else if (type === 'reset') void queries.invalidateQueries();
    else {
      void queries.invalidateQueries({ queryKey: BILLING });
      // Without its details there is no pop-up; the pages show the result all the same.
      tellResult(JSON.parse(data) as Pick<TopUp, 'id' | 'state'>).catch(() => undefined);
    }
  };

  // The connection outlives renderings; what an event does follows the present language.
  const latest = useRef(received);
  useEffect(() => {
    latest.current = received;
  });

  useEffect(
    () =>
      listen({
        opened: (missed) => {
          setLive(true);
          if (missed) void queries.invalidateQueries({ queryKey: BILLING });
        },
        interrupted: (ended) => {
          setLive(false);
          if (ended) void queries.invalidateQueries({ queryKey: ME });
        },
        received: (type, data) => latest.current(type, data),
      }),
    [queries, handle],
  );

  return { live, announcement };
}
