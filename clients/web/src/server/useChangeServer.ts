import { useMutation, useQueryClient } from '@tanstack/react-query';
import { put } from '../api/client';
import type { Server } from '../api/types';
import { INVENTORY } from '../services/queries';
import { serverQuery } from './queries';

function useChanged(number: string) {
  const queries = useQueryClient();
  return (server: Server) => {
    queries.setQueryData(serverQuery(number).queryKey, (old) => ({ ...old, ...server }));
    void queries.invalidateQueries({ queryKey: [...INVENTORY, 'servers'] });
  };
}

export function useChangeTags(number: string) {
  const changed = useChanged(number);
  return useMutation({
    mutationFn: (tags: string[]) => put('/api/v1/servers/{number}/tags', { tags }, { params: { number } }),
    onSuccess: changed,
  });
}

/** Gives one of the server's addresses a name; an empty one takes it away. */
export function useNameAddress(number: string) {
  const changed = useChanged(number);
  return useMutation({
    mutationFn: (change: { ip: string; name: string }) =>
      put('/api/v1/servers/{number}/reverse-dns', change, { params: { number } }),
    onSuccess: changed,
  });
}
