import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { download as save, FORMATS } from '../api/download';
import { asProblem } from '../api/problem';
import { useI18n } from '../i18n/I18n';
import { useSession } from '../session/session';
import { DownloadIcon } from '../ui/icons';
import { usePopUps } from '../ui/usePopUps';
import { sentenceOf } from '../ui/ProblemNotice';

const POP_UP = 'statement-download';

export function DownloadButton() {
  const { t } = useI18n();
  const popUps = usePopUps();
  const { handle } = useSession();
  const download = useMutation({
    mutationFn: () => save('/api/v1/statement', FORMATS.csv, t('statement.fileName', { handle })),
    onMutate: () => popUps.started(POP_UP, t('statement.downloading')),
    onSuccess: () => popUps.succeeded(POP_UP, t('statement.downloaded')),
    onError: (error) => popUps.failed(POP_UP, t('statement.notDownloaded'), sentenceOf(asProblem(error), t)),
  });
  return (
    <Button
      variant="default"
      leftSection={<DownloadIcon />}
      loading={download.isPending}
      onClick={() => download.mutate()}
    >
      {t('statement.download')}
    </Button>
  );
}
