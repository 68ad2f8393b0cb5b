import './styles';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { createQueryClient } from './api/queryClient';
import { Providers } from './frame/Providers';
import { routes } from './frame/routes';
import { pickLanguage } from './i18n/language';
import { takeTokenFromAddress } from './invitation/token';
import { reloadWhenBroughtBack } from './session/logOut';

// The first calls leave before anything is rendered, and are to be answered in the reader's language.
document.documentElement.lang = pickLanguage();
// Before the router reads the address.
takeTokenFromAddress();
const queries = createQueryClient();
const router = createBrowserRouter(routes(queries));
reloadWhenBroughtBack();

createRoot(document.getElementById('root') as HTMLElement).render(
  <Providers queries={queries}>
    <RouterProvider router={router} />
  </Providers>,
);
