import { queryOptions } from '@tanstack/react-query';
import { get } from '../api/client';
import { INVENTORY } from '../services/queries';

export const serverQuery = (number: string) =>
  queryOptions({
    queryKey: [...INVENTORY, 'server', number],
    queryFn: ({ signal }) => get('/api/v1/servers/{number}', { params: { number }, signal }),
  });

/** What can be installed on a server. */
export const imagesQuery = (number: string) =>
  queryOptions({
    queryKey: ['images', number],
    queryFn: ({ signal }) => get('/api/v1/servers/{number}/images', { params: { number }, signal }),
  });

/** The address of a server's page. */
export function serverAddress(number: string): string {
  return `/services/servers/${encodeURIComponent(number)}`;
}
