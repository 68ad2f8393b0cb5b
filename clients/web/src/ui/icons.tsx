import type { ReactNode } from 'react';
import type { Direction } from './sorting';

/** Icons only go with words, so readers of the screen are spared them. */
function Icon({ children, size = 18 }: { children: ReactNode; size?: number }) {
  return (
    <svg
      aria-hidden
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}

export const PersonIcon = () => (
  <Icon>
    <circle cx="12" cy="8" r="3.6" />
    <path d="M5 20c.6-3.8 3.4-6 7-6s6.4 2.2 7 6" />
  </Icon>
);

export const DownIcon = () => (
  <Icon size={14}>
    <path d="m6 9 6 6 6-6" />
  </Icon>
);

export const CheckIcon = () => (
  <Icon>
    <path d="m5 12.5 4.5 4.500L19 7.5" />
  </Icon>
);

export const WarningIcon = () => (
  <Icon>
    <path d="M12 4.5 21 19.500H3z" />
    <path d="M12 10.500v4M12 17v.01" />
  </Icon>
);

export const DownloadIcon = () => (
  <Icon size={16}>
    <path d="M12 4v11m-4.5-4 4.5 4.5 4.5-4.500M5 20h14" />
  </Icon>
);

export const ClockIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 7.500V12l3 2" />
  </Icon>
);

export const BellIcon = () => (
  <Icon size={20}>
    <path d="M6 16.500V11a6 6 0 0 1 12 0v5.500l1.500 2H4.500zM10 21h4" />
  </Icon>
);

export const InfoIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 11v5M12 8v.01" />
  </Icon>
);

export const SearchIcon = () => (
  <Icon size={16}>
    <circle cx="11" cy="11" r="6.500" />
    <path d="m16 16 4.500 4.500" />
  </Icon>
);

export const CrossIcon = () => (
  <Icon size={12}>
    <path d="m5 5 14 14M19 5 5 19" />
  </Icon>
);

export const ShieldIcon = () => (
  <Icon>
    <path d="M12 3.500 19 6v5.500c0 4.300-2.800 7.400-7 9-4.200-1.600-7-4.700-7-9V6z" />
  </Icon>
);

export const LockIcon = () => (
  <Icon>
    <rect x="5" y="10.500" width="14" height="9.500" rx="2" />
    <path d="M8 10.500V8a4 4 0 0 1 8 0v2.500" />
  </Icon>
);

export const KeyIcon = () => (
  <Icon>
    <circle cx="8" cy="15.500" r="4" />
    <path d="m11 12.500 8-8M15.500 8l3 3" />
  </Icon>
);

export const PhoneIcon = () => (
  <Icon>
    <rect x="7" y="3" width="10" height="18" rx="2" />
    <path d="M11 18h2" />
  </Icon>
);

export const MessageIcon = () => (
  <Icon>
    <path d="M4 5.500h16v11h-8.500L7 20v-3.500H4zM8 11h8" />
  </Icon>
);

export const CodesIcon = () => (
  <Icon>
    <path d="M6 3.500h12v17H6zM9 8h6M9 12h6M9 16h3" />
  </Icon>
);

export const MailIcon = () => (
  <Icon>
    <path d="M3.500 6h17v12h-17zM4 6.500l8 6.500 8-6.500" />
  </Icon>
);

export const ComputerIcon = () => (
  <Icon>
    <rect x="4" y="5" width="16" height="10.500" rx="1.500" />
    <path d="M2.500 19h19" />
  </Icon>
);

export const TerminalIcon = () => (
  <Icon>
    <rect x="3" y="4.500" width="18" height="15" rx="2" />
    <path d="m7 9.500 3 2.500-3 2.500M12.500 15H16" />
  </Icon>
);

export const ApplicationIcon = () => (
  <Icon>
    <rect x="4" y="4" width="6.500" height="6.500" rx="1.500" />
    <rect x="13.500" y="4" width="6.500" height="6.500" rx="1.500" />
    <rect x="4" y="13.500" width="6.500" height="6.500" rx="1.500" />
    <path d="M16.750 13.500v6.500M13.500 16.750h6.500" />
  </Icon>
);

/** Both arrows, of which the one of the present order stands out. */
export const SortIcon = ({ direction }: { direction: Direction | undefined }) => (
  <Icon size={14}>
    <path d="m7 9 5-5 5 5" opacity={direction === 'ascending' ? 1 : 0.3} />
    <path d="m7 15 5 5 5-5" opacity={direction === 'descending' ? 1 : 0.3} />
  </Icon>
);

/** The product's mark: a mooring buoy. */
export const Mark = () => (
  <svg aria-hidden width={26} height={26} viewBox="0 0 32 32">
    <rect width="32" height="32" rx="7" fill="var(--mantine-primary-color-filled)" />
    <g
      fill="none"
      stroke="var(--mantine-primary-color-contrast)"
      strokeWidth="2.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      transform="translate(3.4 3.2) scale(.79)"
    >
      <circle cx="16" cy="5.6" r="2.9" />
      <path d="M16 8.500v3M8.200 23.200c-.9-6.8 2.3-11.700 7.8-11.700s8.700 4.900 7.8 11.700M9.300 17.300h13.400" />
      <path d="M3 26.200c2.200-2.400 4.300-2.400 6.500 0s4.300 2.400 6.500 0 4.300-2.400 6.500 0 4.300 2.400 6.500 0" />
    </g>
  </svg>
);

export const SwitchIcon = () => (
  <Icon>
    <path d="M4 8.500h14M14.500 5 18 8.500 14.500 12M20 15.500H6M9.500 12 6 15.500 9.500 19" />
  </Icon>
);
