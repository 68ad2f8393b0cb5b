import { queryOptions } from '@tanstack/react-query';
import { get } from '../api/client';

export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: ({ signal }) => get('/api/v1/account', { signal }),
});
