import type { StatementLine } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { useMethodName } from '../topup/useMethodName';
import { type Column, DataTable } from '../ui/DataTable';
import { Figure } from '../ui/Figure';
import classes from './statement.module.css';

interface Props {
  lines: StatementLine[];
  /** The reference is left out where there is little room. */
  brief?: boolean;
}

export function MovementTable({ lines, brief = false }: Props) {
  const { t, format } = useI18n();
  const name = useMethodName();
  const reference: Column<StatementLine> = {
    heading: t('statement.reference'),
    cell: (line) => <span className={classes.reference}>{line.reference}</span>,
  };
  const columns: Column<StatementLine>[] = [
    { heading: t('statement.date'), cell: ({ at }) => format.moment(at) },
    {
      heading: t('statement.kind'),
      onPhone: 'lead',
      cell: ({ kind, method }) =>
        method ? `${t(`statement.kind.${kind}`)} · ${name(method)}` : t(`statement.kind.${kind}`),
    },
    ...(brief ? [] : [reference]),
    {
      heading: t('statement.amount'),
      numeric: true,
      onPhone: 'figure',
      cell: ({ amount }) => (
        <Figure {...(amount.amount.startsWith('-') ? {} : { tone: 'in' as const })}>{format.movement(amount)}</Figure>
      ),
    },
    {
      heading: t('statement.balance'),
      numeric: true,
      cell: ({ balance }) => <Figure>{format.money(balance)}</Figure>,
    },
  ];
  return <DataTable caption={t('statement.heading')} columns={columns} rows={lines} />;
}
