import type { ReactNode } from 'react';

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
