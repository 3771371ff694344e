import { Button } from 'antd';
import { Component, type ReactNode } from 'react';

/** A fault of the page itself must not leave an empty screen; what was typed is in the draft. */
export class Boundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <section className="notice notice-danger" role="alert">
        <h2>页面没有正常显示</h2>
        <p>已填写的内容保留在本机。重新载入后可以继续。</p>
        <Button onClick={() => window.location.reload()}>重新载入</Button>
      </section>
    );
  }
}
