import { Checkbox, Input } from 'antd';
import { type ReactNode, useId } from 'react';
import type { RefusalView } from '@zhaozhang/api/contract';
import type { Admits } from './admits.ts';

interface AdmissionProps {
  readonly refusal: RefusalView;
  readonly admits: Admits;
  readonly onAdmits: (admits: Admits) => void;
}

/**
 * What has happened cannot be undone by refusing it: it is recorded as it was, with the defect named. A rule followed only
 * by analogy (参照) may be left aside; why is written down either way.
 */
export function Admission({ refusal: { code, reference }, admits, onAdmits }: AdmissionProps): ReactNode {
  const id = useId();
  const reason = admits.get(code);
  const without = (): Map<string, string> => new Map([...admits].filter(([other]) => other !== code));
  return (
    <div className="admission">
      <Checkbox
        checked={reason !== undefined}
        onChange={(event) => onAdmits(event.target.checked ? new Map(admits).set(code, '') : without())}
      >
        {reference === true ? '这一条可以不照办，须写明理由' : '事情已经发生，按实记录并注明瑕疵'}
      </Checkbox>
      {reason === undefined ? null : (
        <div className="admission-reason">
          <label htmlFor={id}>{reference === true ? '不照办的理由' : '瑕疵的原因'}</label>
          <Input.TextArea
            id={id}
            value={reason}
            maxLength={500}
            autoSize={{ minRows: 2 }}
            onChange={(event) => onAdmits(new Map(admits).set(code, event.target.value))}
          />
        </div>
      )}
    </div>
  );
}
