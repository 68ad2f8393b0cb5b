import { useCallback } from 'react';
import { serverNow } from '../api/serverTime';
import { useI18n } from '../i18n/I18n';
import { usePopUps } from '../ui/usePopUps';
import { type NoticeNews, popsUp } from './popUpRule';

const PREFIX = 'notice-';

/** The pop-ups of notices: one when an operation starts, and another one for its result. */
export function useNoticePopUps() {
  const { language } = useI18n();
  const popUps = usePopUps();
  return useCallback(
    (news: NoticeNews) => {
      if (!popsUp(news, serverNow(), popUps.count())) return;
      popUps.told(PREFIX + news.id, news.severity, news.text[language]);
    },
    [language, popUps],
  );
}
