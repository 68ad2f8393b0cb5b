import { useI18n } from '../i18n/I18n';

/** How a payment method is called; one that the portal does not know yet goes by its own name. */
export function useMethodName() {
  const { t } = useI18n();
  return (method: string) => (method === 'sandbox' ? t('topUp.methodSandbox') : method);
}
