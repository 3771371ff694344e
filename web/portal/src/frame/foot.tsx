import type { ReactNode } from 'react';

/** Foot of every page. */
export function Foot(): ReactNode {
  return (
    <footer className="foot">
      <div className="wide">
        <p>
          公示内容由作出决定的机关负责。自然人姓名已作隐名处理，<a href="/verify">公示记录可以核验</a>。
        </p>
        <p className="office">
          <a href="/workbench/">工作人员登录</a>
        </p>
      </div>
    </footer>
  );
}
