import type { AccountAction, AccountRow } from '@zhaozhang/api/contract';

export interface Offered {
  readonly action: AccountAction;
  readonly label: string;
  readonly means: string;
}

/** What can be done about an account as it stands, each with what comes of it. */
export function actionsOf(row: AccountRow, identityLabel?: string): readonly Offered[] {
  return [
    {
      action: 'reset-password',
      label: '重设口令',
      means: '给一个一次性口令，只显示一次；原来的口令和各处的登录立即失效。',
    },
    ...(row.secondFactor
      ? [
          {
            action: 'reset-second-factor',
            label: '取消第二重验证',
            means: '用于手机和恢复码都没有了的；先核实是不是本人。各处的登录立即结束。',
          } as const,
        ]
      : []),
    ...(identityLabel === undefined
      ? []
      : [
          {
            action: 'link-identity',
            label: `关联${identityLabel}`,
            means: '填写此人在那里的用户标识，以后可以从那里登录；原来关联的让位。',
          } as const,
        ]),
    ...(row.linked === true
      ? [
          {
            action: 'unlink-identity',
            label: `取消与${identityLabel ?? '统一身份认证'}的关联`,
            means: '不能再从那里登录，口令登录照旧。',
          } as const,
        ]
      : []),
    { action: 'end-sessions', label: '结束登录', means: '各处的登录立即结束，可以重新登录。' },
    row.disabled
      ? { action: 'enable', label: '启用', means: '可以重新登录，口令和第二重验证照旧。' }
      : {
          action: 'disable',
          label: '停用',
          means: '不能再登录，各处的登录立即结束；办过的事照旧记在其名下。',
        },
  ];
}
