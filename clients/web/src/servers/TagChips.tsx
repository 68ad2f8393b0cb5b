import { useI18n } from '../i18n/I18n';
import classes from './servers.module.css';

/** The tags of a server, as its holder wrote them. */
export function TagChips({ tags }: { tags: string[] }) {
  const { t } = useI18n();
  if (tags.length === 0) return <span className={classes.none}>{t('servers.noTags')}</span>;
  return (
    <ul className={classes.tags}>
      {tags.map((tag) => (
        <li key={tag} className={classes.tag} translate="no">
          {tag}
        </li>
      ))}
    </ul>
  );
}
