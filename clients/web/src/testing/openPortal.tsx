import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { createQueryClient } from '../api/queryClient';
import { Providers } from '../frame/Providers';
import { routes } from '../frame/routes';

/** The whole portal at an address, in a language, as somebody opens it. */
export function openPortal(address: string, language: 'fr' | 'en' = 'en') {
  localStorage.setItem('moorage.language', language);
  document.documentElement.lang = language;
  const queries = createQueryClient();
  const router = createMemoryRouter(routes(queries), { initialEntries: [address] });
  render(
    <Providers queries={queries}>
      <RouterProvider router={router} />
    </Providers>,
  );
  return { user: userEvent.setup(), router, queries };
}
