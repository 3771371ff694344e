import type { OwnAccount } from '@zhaozhang/api/contract';
import { type ReactNode, useState } from 'react';
import { useLoaded } from '../http/use-loaded.ts';
import { Failed } from '../parts/failed.tsx';
import { Loading } from '../parts/loading.tsx';
import { useTitle } from '../parts/use-title.ts';
import { useSession } from '../session/session.ts';
import { AccountNotes } from './account-notes.tsx';
import { LinkedIdentity } from './linked-identity.tsx';
import { OwnSessions } from './own-sessions.tsx';
import { PasswordForm } from './password-form.tsx';
import { SecondFactor } from './second-factor.tsx';

/** 账户: one's own password, second factor and sessions. */
export function AccountPage(): ReactNode {
  useTitle('账户');
  const { me, ask } = useSession();
  const { value, failure, reload } = useLoaded<OwnAccount>('/api/account');
  const [changed, setChanged] = useState(0);
  return (
    <div className="single">
      <div className="page-head">
        <h1>账户</h1>
        <span className="second">
          {me.name}
          {value === undefined ? '' : `，登录名 ${value.login}`}
        </span>
      </div>
      {body()}
    </div>
  );

  function body(): ReactNode {
    if (value === undefined)
      return failure === undefined ? <Loading what="账户" /> : <Failed failure={failure} retry={reload} />;
    return (
      <div className="own">
        <section className="panel" aria-labelledby="password-title">
          <h2 id="password-title">口令</h2>
          {changed === 0 ? null : (
            <p className="notice notice-good" role="status">
              口令已经改好，别处的登录都已结束。
            </p>
          )}
          <PasswordForm
            key={changed}
            done={() => {
              setChanged((before) => before + 1);
              reload();
            }}
          />
        </section>
        <section className="panel" aria-labelledby="factor-title">
          <h2 id="factor-title">第二重验证</h2>
          <SecondFactor
            factor={value.secondFactor}
            changed={() => {
              reload();
              // Given up by who must have one: everything else is shut until it is set again.
              if (value.secondFactor.demanded) ask();
            }}
          />
        </section>
        {value.identity === undefined ? null : (
          <section className="panel" aria-labelledby="identity-title">
            <h2 id="identity-title">{value.identity.label}</h2>
            <LinkedIdentity identity={value.identity} changed={reload} />
          </section>
        )}
        <section className="panel" aria-labelledby="sessions-title">
          <h2 id="sessions-title">登录着的地方</h2>
          <OwnSessions sessions={value.sessions} changed={reload} />
        </section>
        <section className="own-past" aria-labelledby="notes-title">
          <h2 id="notes-title">账户的变动</h2>
          <AccountNotes notes={value.notes} own />
        </section>
      </div>
    );
  }
}
