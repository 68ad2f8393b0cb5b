import { Anchor, UnstyledButton } from '@mantine/core';
import { Link } from 'react-router';
import type { Notice } from '../api/types';
import { useI18n } from '../i18n/I18n';
import classes from './notices.module.css';
import { SeverityIcon } from './SeverityIcon';

interface Props {
  notice: Notice;
  read: () => void;
  /** Hides what the notice stands in, where it stands in something. */
  close?: () => void;
}

/** One notice. Following its link reads it; it can also be read without going anywhere. */
export function NoticeItem({ notice, read, close }: Props) {
  const { t, format } = useI18n();
  const follow = () => {
    if (!notice.read) read();
    close?.();
  };
  // Only a path of the portal is a link.
  const leadsSomewhere = /^\/(?!\/)/.test(notice.link ?? '');
  return (
    <li className={classes.notice} data-unread={!notice.read}>
      <SeverityIcon severity={notice.severity} />
      <div className={classes.text}>
        {leadsSomewhere && notice.link ? (
          <Anchor component={Link} to={notice.link} onClick={follow} className={classes.link}>
            {notice.text}
          </Anchor>
        ) : (
          <span>{notice.text}</span>
        )}
        <time dateTime={notice.at}>{format.moment(notice.at)}</time>
      </div>
      {!notice.read && (
        <UnstyledButton
          className={classes.unread}
          onClick={read}
          aria-label={t('notices.readOne', { text: notice.text })}
        >
          <span />
        </UnstyledButton>
      )}
    </li>
  );
}
