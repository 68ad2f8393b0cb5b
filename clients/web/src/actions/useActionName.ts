import { useCallback } from 'react';
import type { TextKey } from '../i18n/fr';
import { fr } from '../i18n/fr';
import { useI18n } from '../i18n/I18n';

/** How a kind of action is called; one that the portal does not know yet goes by its own name. */
export function useActionName() {
  const { t } = useI18n();
  return useCallback(
    (type: string) => {
      const key = `action.type.${type}`;
      return key in fr ? t(key as TextKey) : type;
    },
    [t],
  );
}
