import type { ApprovalsOnline } from '@zhaozhang/api/contract';
import type { ReactNode } from 'react';
import { useLoaded } from '../http/use-loaded.ts';

/** Which share of the approvals was given in the system and not on paper; asked for by itself, the page waits not for it. */
export function ApprovalsShare(): ReactNode {
  const { value } = useLoaded<ApprovalsOnline>('/api/agency/approvals');
  if (value?.share === undefined) return null;
  return (
    <section aria-labelledby="approvals-online-title">
      <h2 id="approvals-online-title">审批的网上流转</h2>
      <p>
        审批 {value.online + value.onPaper} 次，网上签署 {value.online} 次，线下签署之后补录 {value.onPaper}{' '}
        次，网上流转率 {value.share}。
      </p>
    </section>
  );
}
