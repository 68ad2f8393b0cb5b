import type { Server } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { Facts } from '../ui/Facts';
import { Section } from '../ui/Section';

export function ServerFacts({ server }: { server: Server }) {
  const { t, format } = useI18n();
  const { cpus, cores, ramGb, diskGb, gpu } = server.specification;
  return (
    <Section heading={t('server.facts')}>
      <Facts
        items={[
          [t('server.kind'), t(`server.kind.${server.kind}`)],
          [t('servers.location'), `${format.country(server.location)} · ${server.datacenter}`],
          [t('server.processor'), t('server.cores', { cpus: String(cpus), cores: String(cores) })],
          [t('server.memory'), t('server.gigabytes', { size: format.number(ramGb) })],
          [t('server.disk'), t('server.gigabytes', { size: format.number(diskGb) })],
          ...(gpu ? ([[t('server.gpu'), gpu]] as [string, string][]) : []),
          [t('server.image'), server.image],
          [t('server.roles'), server.roles.map((role) => t(`role.${role}`)).join(', ')],
          [t('server.since'), format.day(server.createdAt)],
        ]}
      />
    </Section>
  );
}
