import { Popover, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useI18n } from '../i18n/I18n';
import { BellIcon } from '../ui/icons';
import { NoticeList } from './NoticeList';
import classes from './notices.module.css';
import { noticesQuery } from './queries';

const MOST = 99;

/** The bell: how many notices are unread, and a press shows or hides them. */
export function Bell() {
  const { t, language } = useI18n();
  const [opened, { toggle, close }] = useDisclosure();
  const list = useInfiniteQuery(noticesQuery(language));
  const unread = list.data?.pages[0]?.unread ?? 0;
  const label = unread === 0 ? t('notices.none') : t('notices.unread', { count: String(unread) });
  return (
    <Popover
      opened={opened}
      onChange={(shown) => !shown && close()}
      position="bottom-end"
      offset={4}
      width="min(24rem, calc(100vw - 1.5rem))"
      trapFocus
      returnFocus
      withRoles={false}
      shadow="md"
    >
      <Popover.Target>
        <UnstyledButton
          className={classes.bell}
          aria-label={`${t('notices.heading')} · ${label}`}
          onClick={toggle}
          aria-haspopup="dialog"
          aria-expanded={opened}
        >
          <BellIcon />
          {unread > 0 && (
            <span className={classes.badge} aria-hidden>
              {unread > MOST ? `${MOST}+` : unread}
            </span>
          )}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={0} role="dialog" aria-label={t('notices.heading')}>
        <NoticeList list={list} unread={unread} close={close} />
      </Popover.Dropdown>
    </Popover>
  );
}
