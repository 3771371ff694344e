import type { ReactNode } from 'react';

/** A password nobody can see a second time: to be told to its owner, who changes it at once. */
export function OnceShown({
  login,
  password,
}: {
  readonly login: string;
  readonly password: string;
}): ReactNode {
  return (
    <div className="notice notice-good" role="status">
      <p>
        请当面或者电话告诉本人，<strong>只显示这一次</strong>。本人登录之后先要改成自己的。
      </p>
      <dl className="once-shown">
        <div>
          <dt>登录名</dt>
          <dd>{login}</dd>
        </div>
        <div>
          <dt>一次性口令</dt>
          <dd>{password}</dd>
        </div>
      </dl>
    </div>
  );
}
