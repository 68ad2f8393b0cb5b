import { useMutation, useQueryClient } from '@tanstack/react-query';
import { post } from '../api/client';
import { NOTICES, showAsRead } from './queries';

/** Marks one notice as read, or all where none is named. */
export function useRead() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string | undefined) => post('/api/v1/notifications/read', id ? { ids: [id] } : { all: true }),
    onMutate: async (id) => {
      // An answer on its way was written before the notices were read, and would show them as unread again.
      await queries.cancelQueries({ queryKey: NOTICES });
      showAsRead(queries, id);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: NOTICES }),
  });
}
