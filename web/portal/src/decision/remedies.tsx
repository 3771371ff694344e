import type { PublicDecision } from '@zhaozhang/api/contract/public';
import type { ReactNode } from 'react';
import { Paragraphs } from '../parts/paragraphs.tsx';

/** Where who disagrees can turn, as the decision itself says it (处罚法第五十九条第一款第(五)项). */
export function Remedies({ decision }: { readonly decision: PublicDecision }): ReactNode {
  const { reconsideration, litigation } = decision;
  if (reconsideration.trim() === '' && litigation.trim() === '') {
    return <p>申请行政复议、提起行政诉讼的途径和期限，以决定书载明的为准。</p>;
  }
  return (
    <>
      {reconsideration.trim() === '' ? null : (
        <>
          <h3>申请行政复议</h3>
          <Paragraphs text={reconsideration} />
        </>
      )}
      {litigation.trim() === '' ? null : (
        <>
          <h3>提起行政诉讼</h3>
          <Paragraphs text={litigation} />
        </>
      )}
    </>
  );
}
