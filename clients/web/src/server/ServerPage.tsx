import { Anchor, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useContext, useEffect } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { ActionHistory } from '../actions/ActionHistory';
import { LatestAction } from '../actions/LatestAction';
import { hasEnded } from '../actions/progress';
import { actionsQuery } from '../actions/queries';
import { asProblem } from '../api/problem';
import type { Server } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { LiveContext } from '../live/LiveMark';
import { PowerMark } from '../servers/PowerMark';
import { StatusBadges } from '../services/StatusBadges';
import { useSession } from '../session/session';
import { PageTitle } from '../ui/PageTitle';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Waiting } from '../ui/Waiting';
import { Addresses } from './Addresses';
import { hindranceOf, mayDescribe } from './operating';
import { Operations } from './Operations';
import { serverQuery } from './queries';
import { ServerFacts } from './ServerFacts';
import { Tags } from './Tags';

const ASK_AGAIN_MS = 5000;

/** The panel of one server: what it is, what it is doing, and what can be done with it. */
export function ServerPage() {
  const { t } = useI18n();
  const { number = '' } = useParams();
  const { data: server, error, refetch } = useQuery(serverQuery(number));

  return (
    <Stack gap="lg">
      <div>
        <Anchor component={Link} to="/services/servers" size="sm">
          {t('server.back')}
        </Anchor>
        <PageTitle heading={t('server.heading', { number })}>
          {server && (
            <Group gap="md">
              <PowerMark power={server.power} />
              <StatusBadges status={server.status} overdue={server.overdue} />
            </Group>
          )}
        </PageTitle>
        {server && <Text c="dimmed">{server.name}</Text>}
      </div>
      {server ? (
        <Panel server={server} />
      ) : error ? (
        <ProblemNotice problem={asProblem(error)} retry={refetch} />
      ) : (
        <Waiting lines={8} />
      )}
    </Stack>
  );
}

function Panel({ server }: { server: Server }) {
  const { can } = useSession();
  const { hash } = useLocation();
  const live = useContext(LiveContext);
  const history = useInfiniteQuery({
    ...actionsQuery(server.number),
    // Changes are pushed; asking is for the time in which the stream is away.
    refetchInterval: ({ state }) => {
      const [newest] = state.data?.pages[0]?.items ?? [];
      return !live && newest && !hasEnded(newest.state) && ASK_AGAIN_MS;
    },
  });
  const latest = history.data?.pages[0]?.items[0];
  const running = latest && !hasEnded(latest.state) ? latest : undefined;
  const hindrance = hindranceOf(server, can);
  const loaded = history.data !== undefined;

  useEffect(() => {
    // A link to an action leads to its line, once there is one.
    if (loaded && hash) document.getElementById(hash.slice(1))?.focus();
  }, [hash, loaded]);

  return (
    <>
      {latest && <LatestAction action={latest} mayOperate={!hindrance} />}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
        <Stack gap="lg">
          <Operations server={server} hindrance={hindrance} running={running} />
          <Tags server={server} editable={mayDescribe(server, can)} />
        </Stack>
        <Stack gap="lg">
          <ServerFacts server={server} />
          <Addresses server={server} editable={mayDescribe(server, can)} />
        </Stack>
      </SimpleGrid>
      <ActionHistory list={history} mayOperate={!hindrance} />
    </>
  );
}
