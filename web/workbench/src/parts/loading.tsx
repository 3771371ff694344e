import { Skeleton } from 'antd';
import type { ReactNode } from 'react';

/** The place is kept while something is read; `what` is heard by those who do not see the grey bars. */
export function Loading({ what, rows = 6 }: { readonly what: string; readonly rows?: number }): ReactNode {
  return (
    <div className="loading" role="status">
      <span className="unseen">正在读取{what}</span>
      <div aria-hidden="true">
        <Skeleton active title={{ width: '40%' }} paragraph={{ rows }} />
      </div>
    </div>
  );
}
