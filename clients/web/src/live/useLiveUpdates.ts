import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type ActionNews, follow } from '../actions/progress';
import { ACTIVITY } from '../activity/queries';
import { ME } from '../api/queryClient';
import type { Balance, Money, TopUp } from '../api/types';
import { BILLING, balanceQuery } from '../balance/queries';
import { MAILS } from '../emails/queries';
import { useI18n } from '../i18n/I18n';
import type { NoticeNews } from '../notices/popUpRule';
import { NOTICES } from '../notices/queries';
import { useNoticePopUps } from '../notices/useNoticePopUps';
import { SECURITY } from '../security/queries';
import { INVENTORY } from '../services/queries';
import { useSession } from '../session/session';
import { useTopUpResult } from '../topup/useTopUpResult';
import { Refresher } from './refresher';
import { listen, type StreamEvent } from './stream';

interface LiveUpdates {
  live: boolean;
  /** The last change, as a sentence for screen readers. */
  announcement: string;
}

/** Brings what the gateway pushes into the queries, so that every page shows it without asking. */
export function useLiveUpdates(): LiveUpdates {
  const queries = useQueryClient();
  const refresher = useMemo(() => new Refresher(queries), [queries]);
  const { handle } = useSession();
  const { t, format } = useI18n();
  const tellResult = useTopUpResult();
  const tellNotice = useNoticePopUps();
  const [live, setLive] = useState(true);
  const [announcement, setAnnouncement] = useState('');

  const balanceChanged = ({ account, balance }: { account: string; balance: Money }) => {
    if (account !== handle) return;
    const known = queries.getQueryData(balanceQuery.queryKey);
    queries.setQueryData(balanceQuery.queryKey, (old: Balance | undefined) => old && { ...old, balance });
    if (known && known.balance.amount !== balance.amount) {
      setAnnouncement(t('balance.changed', { amount: format.money(balance) }));
    }
    refresher.changed(...BILLING);
  };

  const topUpChanged = (news: Pick<TopUp, 'id' | 'state'>) => {
    refresher.changed(...BILLING);
    // Without its details there is no pop-up; the pages show the result all the same.
    tellResult(news).catch(() => undefined);
  };

  const actionWentOn = (news: ActionNews) => {
    if (follow(queries, news)) refresher.changed(...INVENTORY, ...ACTIVITY);
  };

  const noticed = (news: NoticeNews) => {
    refresher.changed(...NOTICES, ...ACTIVITY, ...MAILS);
    if (news.code.startsWith('security-')) refresher.changed(...SECURITY);
    tellNotice(news);
  };

  const received = (type: StreamEvent, data: string) => {
    const news = JSON.parse(data) as never;
    if (type === 'balance') balanceChanged(news);
    else if (type === 'top-up') topUpChanged(news);
    else if (type === 'action') actionWentOn(news);
    else if (type === 'notification') noticed(news);
    else void queries.invalidateQueries();
  };

  // The connection outlives renderings; what an event does follows the present language.
  const latest = useRef(received);
  useEffect(() => {
    latest.current = received;
  });

  useEffect(() => {
    const stop = listen({
      opened: (missed) => {
        setLive(true);
        if (missed) refresher.changed(...BILLING, ...INVENTORY, ...NOTICES);
      },
      interrupted: (ended) => {
        setLive(false);
        if (ended) void queries.invalidateQueries({ queryKey: ME });
      },
      received: (type, data) => latest.current(type, data),
    });
    return () => {
      stop();
      refresher.stop();
    };
  }, [queries, refresher, handle]);

  return { live, announcement };
}
