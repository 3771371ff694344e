import type { ReactNode } from 'react';

function Icon({ path }: { readonly path: string }): ReactNode {
  return (
    <svg aria-hidden="true" width="20" height="20" viewBox="0 0 20 20" fill="none" stroke="currentColor">
      <path d={path} strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

export function DutyIcon(): ReactNode {
  return <Icon path="M3 5.5l1.5 1.5L7 4.5M3 14l1.5 1.5L7 13M10 6h7M10 14h7" />;
}

export function CaseIcon(): ReactNode {
  return <Icon path="M2.5 5.5a1 1 0 011-1h4l1.8 2h7.2a1 1 0 011 1v7a1 1 0 01-1 1h-13a1 1 0 01-1-1z" />;
}

export function AgencyIcon(): ReactNode {
  return (
    <Icon path="M2.500 17.500h15M4 17.500V8.500h12v9M2.500 8.500L10 3l7.500 5.500M7.500 11.500v3M10 11.500v3M12.500 11.500v3" />
  );
}

export function LawIcon(): ReactNode {
  return (
    <Icon path="M10 5c-2-1.300-4.500-1.700-7-1.500v12c2.500-.2 5 .2 7 1.500 2-1.300 4.500-1.700 7-1.500v-12c-2.500-.2-5 .2-7 1.500zM10 5v12" />
  );
}

export function PublicIcon(): ReactNode {
  return (
    <Icon path="M10 2.5a7.5 7.5 0 100 15 7.5 7.5 0 000-15zM2.5 10h15M10 2.5c2.6 2.2 2.6 12.800 0 15M10 2.5c-2.6 2.200-2.600 12.800 0 15" />
  );
}

export function MessageIcon(): ReactNode {
  return <Icon path="M4.500 13.500V9a5.500 5.500 0 0111 0v4.500l1.500 1.500h-14zM8 17.500h4" />;
}

export function FindIcon(): ReactNode {
  return <Icon path="M9 3.500a5.500 5.500 0 100 11 5.500 5.500 0 000-11zM13 13l4 4" />;
}

export function FoldIcon(): ReactNode {
  return <Icon path="M11.500 5l-5 5 5 5M16 5v10" />;
}
