import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useContext, useEffect } from 'react';
import { useLocation, useParams } from 'react-router';
import { asProblem } from '../api/problem';
import { useI18n } from '../i18n/I18n';
import { LiveContext } from '../live/LiveMark';
import { PageTitle } from '../ui/PageTitle';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Waiting } from '../ui/Waiting';
import { openCheckout, wantsCheckout } from './checkout';
import { isUnderWay, topUpQuery } from './queries';
import { TopUpOutcome } from './TopUpOutcome';

const ASK_AGAIN_MS = 5000;

/** Where the payment page returns to: the state of one top-up, as it changes. */
export function TopUpPage() {
  const { t, format } = useI18n();
  const { id = '' } = useParams();
  const location = useLocation();
  const live = useContext(LiveContext);
  const { data: topUp, ...query } = useQuery({
    ...topUpQuery(id),
    // Changes are pushed; asking is for the time in which the stream is away.
    refetchInterval: ({ state }) => !live && state.data && isUnderWay(state.data.state) && ASK_AGAIN_MS,
  });
  const opensItself = wantsCheckout(location.state);

  useEffect(() => {
    if (opensItself && topUp && isUnderWay(topUp.state)) openCheckout(topUp);
  }, [opensItself, topUp]);

  return (
    <Stack gap="lg">
      <PageTitle heading={topUp ? t('topUp.one', { amount: format.money(topUp.amount) }) : t('topUp.heading')} />
      {topUp ? (
        <TopUpOutcome topUp={topUp} />
      ) : query.error ? (
        <ProblemNotice problem={asProblem(query.error)} retry={() => query.refetch()} />
      ) : (
        <Waiting lines={4} />
      )}
    </Stack>
  );
}
