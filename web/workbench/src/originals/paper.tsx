/* oxlint-disable jsx-a11y/no-noninteractive-tabindex */
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';

interface PaperProps {
  readonly title: string;
  readonly href: string;
}

/** A document as it is printed, read where it is cited. Printing is a page of its own. */
export function Paper({ title, href }: PaperProps): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <div className="paper">
      <span className="original-line">
        <Button
          size="small"
          aria-expanded={open}
          aria-label={`${open ? '收起' : '看'}${title}`}
          onClick={() => setOpen(!open)}
        >
          {open ? '收起文书' : '看文书'}
        </Button>
        <a className="small" href={href} target="_blank" rel="noreferrer" aria-label={`打印${title}`}>
          打印
        </a>
      </span>
      {open ? <Sheet href={href} title={title} /> : null}
    </div>
  );
}

/** Drawn in a tree of its own: the document's style and the workbench's do not touch each other. */
function Sheet({ href, title }: { readonly href: string; readonly title: string }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let wanted = true;
    async function draw(): Promise<void> {
      const reply = await fetch(href, { headers: { 'x-zhaozhang': '1' } });
      if (!reply.ok) throw new Error(String(reply.status));
      const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
      const host = place.current;
      if (!wanted || host === null) return;
      const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
      root.replaceChildren(
        ...[...page.querySelectorAll('link[rel="stylesheet"]')].map((link) => document.importNode(link)),
        ...[...page.body.children].map((part) => document.importNode(part, true)),
      );
    }
    draw().catch(() => {
      if (wanted) setFailed(true);
    });
    return () => {
      wanted = false;
    };
  }, [href]);
  return failed ? (
    <p role="alert" className="field-error">
      文书没有读出来，检查网络后收起再看。
    </p>
  ) : (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <div ref={place} className="paper-sheet" role="document" tabIndex={0} aria-label={title} />
  );
}
