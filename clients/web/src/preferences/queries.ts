import { queryOptions } from '@tanstack/react-query';
import { get } from '../api/client';

export const preferencesQuery = queryOptions({
  queryKey: ['preferences'],
  queryFn: ({ signal }) => get('/api/v1/account/preferences', { signal }),
});
