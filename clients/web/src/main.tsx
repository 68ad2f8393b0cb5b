import './styles';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { createQueryClient } from './api/queryClient';
import { Providers } from './frame/Providers';
import { routes } from './frame/routes';
import { reloadWhenBroughtBack } from './session/logOut';

const queries = createQueryClient();
const router = createBrowserRouter(routes(queries));
reloadWhenBroughtBack();

createRoot(document.getElementById('root') as HTMLElement).render(
  <Providers queries={queries}>
    <RouterProvider router={router} />
  </Providers>,
);
