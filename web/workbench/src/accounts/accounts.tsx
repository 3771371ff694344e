import type { AccountList, AccountRow } from '@zhaozhang/api/contract';
import { type ReactNode, useState } from 'react';
import { AccountNotes } from '../account/account-notes.tsx';
import { useLoaded } from '../http/use-loaded.ts';
import { Failed } from '../parts/failed.tsx';
import { Loading } from '../parts/loading.tsx';
import { useTitle } from '../parts/use-title.ts';
import { hrefOf } from '../route/route.ts';
import { go } from '../route/use-route.ts';
import { AccountDialog } from './account-dialog.tsx';
import { AccountTable } from './account-table.tsx';
import { NewAccount } from './new-account.tsx';

/** 账户管理, for administrators: who may sign in. */
export function AccountsPage({ opening }: { readonly opening: boolean }): ReactNode {
  useTitle('账户管理');
  const { value, failure, reload } = useLoaded<AccountList>('/api/accounts');
  const [open, setOpen] = useState<AccountRow>();
  const [done, setDone] = useState<string>();
  return (
    <>
      <div className="page-head">
        <h1>账户管理</h1>
        {value === undefined || opening ? null : (
          <div className="page-acts">
            <a className="button-link" href={hrefOf({ page: 'accounts', opening: true })}>
              开设账户
            </a>
          </div>
        )}
      </div>
      {body()}
    </>
  );

  function body(): ReactNode {
    if (value === undefined)
      return failure === undefined ? <Loading what="账户" /> : <Failed failure={failure} retry={reload} />;
    if (opening)
      return (
        <div className="single">
          <NewAccount
            officers={value.officers}
            made={reload}
            close={() => go({ page: 'accounts' }, 'replace')}
          />
        </div>
      );
    return (
      <div className="own">
        {done === undefined ? null : (
          <p className="notice notice-good" role="status">
            {done}
          </p>
        )}
        {value.rows.length > 1 ? null : (
          <p className="notice">
            还没有别人的账户。给每个要登录的人开设一个；办案的人员，先在机关事务里登记为执法人员。
          </p>
        )}
        <AccountTable rows={value.rows} onOpen={setOpen} />
        <section className="own-past" aria-labelledby="notes-title">
          <h2 id="notes-title">最近的变动</h2>
          <AccountNotes notes={value.notes} />
        </section>
        {open === undefined ? null : (
          <AccountDialog
            key={open.id}
            row={open}
            identityLabel={value.identityLabel}
            close={(what) => {
              setOpen(undefined);
              if (what === undefined) return;
              setDone(what);
              reload();
            }}
          />
        )}
      </div>
    );
  }
}
