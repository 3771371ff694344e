import type { AccountRow } from '@zhaozhang/api/contract';
import { momentText } from '@zhaozhang/kit';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { hrefOf } from '../route/route.ts';

interface AccountTableProps {
  readonly rows: readonly AccountRow[];
  readonly onOpen: (row: AccountRow) => void;
}

/** Who may sign in, and how each account stands. */
export function AccountTable({ rows, onOpen }: AccountTableProps): ReactNode {
  return (
    <table className="cases accounts">
      <thead>
        <tr>
          <th scope="col">姓名</th>
          <th scope="col">登录名</th>
          <th scope="col">执法人员</th>
          <th scope="col">最近登录</th>
          <th scope="col">第二重验证</th>
          <th scope="col">办理</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td data-label="姓名" className="accounts-name">
              <strong>{row.name}</strong>
              {row.administrator ? <span className="chip chip-plain">管理员</span> : null}
              {row.disabled ? <span className="chip chip-danger">已停用</span> : null}
              {row.mustChange ? <span className="chip chip-warn">还没改口令</span> : null}
            </td>
            <td data-label="登录名">{row.login}</td>
            <td data-label="执法人员">{row.officer ?? <span className="second">不是</span>}</td>
            <td data-label="最近登录">
              {row.lastSignedInAt === undefined ? (
                <span className="second">没有登录过</span>
              ) : (
                momentText(row.lastSignedInAt)
              )}
            </td>
            <td data-label="第二重验证">{row.secondFactor ? '有' : <span className="second">没有</span>}</td>
            <td data-label="办理">
              {row.own ? (
                <a href={hrefOf({ page: 'account' })}>本人，在「账户」页改</a>
              ) : (
                <Button aria-label={`办理${row.name}的账户`} onClick={() => onOpen(row)}>
                  办理
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
