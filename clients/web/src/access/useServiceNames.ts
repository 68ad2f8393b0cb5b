import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Service } from '../api/types';
import { useSession } from '../session/session';
import { choicesQuery } from './queries';

/** What a service goes by: its kind's name alone may be that of several. */
export function serviceName({ name, label }: Pick<Service, 'name' | 'label'>): string {
  return label === name ? name : `${name} (${label})`;
}

/** The services that can be chosen from, for those who may see them. */
export function useChoices() {
  const { can } = useSession();
  const list = useInfiniteQuery({ ...choicesQuery, enabled: can('services:read') });
  return { list, services: list.data?.pages.flatMap(({ items }) => items) ?? [], maySee: can('services:read') };
}

/** Services by their names; one that isn't known goes by its id. */
export function useServiceNames(): (id: string) => string {
  const { services } = useChoices();
  return useCallback(
    (id: string) => {
      const service = services.find((one) => one.id === id);
      return service ? serviceName(service) : id;
    },
    [services],
  );
}
