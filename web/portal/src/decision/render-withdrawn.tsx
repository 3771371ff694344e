import type { PortalFrame, PublicDecision } from '@zhaozhang/api/contract/public';
import { renderSheet } from '../frame/document.tsx';
import { Field } from '../parts/field.tsx';
import { OnDay } from '../parts/on-day.tsx';

/**
 * A decision taken back from the public (处罚法第四十八条第二款): that, why and when. It takes no more than this, so
 * that nothing of the decision can slip onto the page, its title or its description.
 */
export function renderWithdrawn(
  frame: PortalFrame,
  withdrawn: NonNullable<PublicDecision['withdrawn']>,
): string {
  return renderSheet(frame, {
    title: '这一决定已撤回公示',
    door: 'decisions',
    children: (
      <>
        <h1>这一决定已撤回公示</h1>
        <dl className="fields">
          <Field label="撤回日期">
            <OnDay day={withdrawn.day} />
          </Field>
          <Field label="撤回理由">{withdrawn.reason}</Field>
        </dl>
        <p>
          <a className="more" href="/decisions">
            看其他已公示的决定
          </a>
        </p>
      </>
    ),
  });
}
