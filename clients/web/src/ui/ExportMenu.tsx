import { Button, Menu } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { address, type Query } from '../api/client';
import { download, type Format, FORMATS } from '../api/download';
import { asProblem } from '../api/problem';
import { useI18n } from '../i18n/I18n';
import { DownIcon, DownloadIcon } from './icons';
import { sentenceOf } from './ProblemNotice';
import { usePopUps } from './usePopUps';

interface Props {
  path: string;
  /** What the file is to hold: the filters of the list that is shown. */
  query: Query;
  /** Without its ending. */
  fileName: string;
}

const KINDS = Object.keys(FORMATS) as Format[];

/** All that the list's filters match, as a file of one's choice. */
export function ExportMenu({ path, query, fileName }: Props) {
  const { t } = useI18n();
  const popUps = usePopUps();
  const popUp = `export-${path}`;
  const save = useMutation({
    mutationFn: (format: Format) => {
      // As JSON the list is otherwise answered page by page.
      const wanted = format === 'json' ? { ...query, all: 'true' } : query;
      return download(address(path, {}, wanted), FORMATS[format], `${fileName}.${format}`);
    },
    onMutate: () => popUps.started(popUp, t('export.preparing')),
    onSuccess: () => popUps.succeeded(popUp, t('export.done')),
    onError: (error) => popUps.failed(popUp, t('export.failed'), sentenceOf(asProblem(error), t)),
  });
  return (
    <Menu position="bottom-end" offset={4}>
      <Menu.Target>
        <Button variant="default" leftSection={<DownloadIcon />} rightSection={<DownIcon />} loading={save.isPending}>
          {t('export.menu')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {KINDS.map((format) => (
          <Menu.Item key={format} onClick={() => save.mutate(format)}>
            {t(`export.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
