import type { AccountList, AccountMade } from '@zhaozhang/api/contract';
import { Button, Checkbox, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { request } from '../http/request.ts';
import { PlainForm } from '../parts/plain-form.tsx';
import { OnceShown } from './once-shown.tsx';

interface NewAccountProps {
  readonly officers: AccountList['officers'];
  /** Something was opened: the list is to be read again. */
  readonly made: () => void;
  readonly close: () => void;
}

/** Opens an account; its first password is made by the server and shown once. */
export function NewAccount({ officers, made, close }: NewAccountProps): ReactNode {
  const id = useId();
  const [officer, setOfficer] = useState<string>();
  const [administrator, setAdministrator] = useState(false);
  const [opened, setOpened] = useState<AccountMade>();
  return (
    <section className="panel" aria-labelledby="opening-title">
      <h2 id="opening-title">开设账户</h2>
      {opened?.password === undefined ? (
        <PlainForm
          submit="开设"
          onCancel={close}
          fields={[
            { name: 'name', label: '姓名', longest: 30 },
            {
              name: 'login',
              label: '登录名',
              hint: '小写字母开头，由小写字母、数字、点、下划线、连字符组成，3 至 60 个；全系统不重复。',
              longest: 60,
            },
          ]}
          onSubmit={async ({ name, login }) => {
            const reply = await request<AccountMade>('POST', '/api/accounts', {
              name,
              login,
              administrator,
              ...(officer === undefined ? {} : { officer }),
            });
            if (!reply.ok) return reply.failure;
            setOpened(reply.value);
            made();
            return undefined;
          }}
        >
          <div className="field">
            <label htmlFor={`${id}-officer`}>
              执法人员<span className="small second"> 选填</span>
            </label>
            <p className="small second">
              {officers.length === 0
                ? '登记过的执法人员都有账户了。不办案的人员不选。'
                : '办案的人员选一个，以后办的事记在其名下；不办案的人员不选。'}
            </p>
            <div className="field-control">
              <Select
                id={`${id}-officer`}
                className="wide"
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                disabled={officers.length === 0}
                options={officers.map(({ id: value, name }) => ({ value, label: name }))}
                value={officer}
                onChange={(value: string | undefined) => setOfficer(value)}
              />
            </div>
          </div>
          <Checkbox checked={administrator} onChange={(event) => setAdministrator(event.target.checked)}>
            是管理员：登记机构和人员，管理账户
          </Checkbox>
        </PlainForm>
      ) : (
        <>
          <OnceShown login={opened.login} password={opened.password} />
          <div className="plain-form-actions">
            <Button type="primary" onClick={close}>
              已经告诉本人
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
