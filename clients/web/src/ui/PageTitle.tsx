import { Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { useI18n } from '../i18n/I18n';
import classes from './ui.module.css';

interface Props {
  heading: string;
  size?: 'page' | 'landing';
  children?: ReactNode;
}

/** The page's h1: names the document too, and takes the focus when the reader has come by a link inside the portal. */
export function PageTitle({ heading, size = 'page', children }: Props) {
  const { t } = useI18n();
  const title = useRef<HTMLHeadingElement>(null);
  const { key, pathname } = useLocation();

  useEffect(() => {
    document.title = t('app.title', { page: heading });
  }, [heading, t]);

  useEffect(() => {
    if (key !== 'default') title.current?.focus();
    // Only a change of page moves the focus, not a window that opens on it.
  }, [pathname]);

  return (
    <div className={classes.titleRow} data-page-title>
      <Title order={1} ref={title} tabIndex={-1} className={size === 'landing' ? classes.landing : classes.page}>
        {heading}
      </Title>
      {children}
    </div>
  );
}
