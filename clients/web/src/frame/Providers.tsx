import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { I18nProvider } from '../i18n/I18n';
import { MOST_POP_UPS } from '../ui/usePopUps';
import { theme, variables } from './theme';

// `public/scheme.js` reads the same key before the first paint.
const schemes = localStorageColorSchemeManager({ key: 'moorage.scheme' });

/** What every page stands on: language, look, pop-ups, the server's data. */
export function Providers({ queries, children }: { queries: QueryClient; children: ReactNode }) {
  return (
    <I18nProvider>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={variables}
        colorSchemeManager={schemes}
        defaultColorScheme="auto"
        // Tests wait for no transition.
        env={import.meta.env.MODE === 'test' ? 'test' : 'default'}
      >
        <QueryClientProvider client={queries}>
          {children}
          {/* Below what opens on purpose: menus and the bell's list cover pop-ups, not the other way round. */}
          <Notifications
            position="top-right"
            limit={MOST_POP_UPS}
            containerWidth="22rem"
            zIndex={250}
            pauseResetOnHover="notification"
          />
        </QueryClientProvider>
      </MantineProvider>
    </I18nProvider>
  );
}
