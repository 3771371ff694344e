export { renderDecision } from './decision/render-decision.tsx';
export { renderHome } from './home/render-home.tsx';
export { renderList } from './list/render-list.tsx';
export { renderFailure } from './notice/render-failure.tsx';
export { renderNotFound } from './notice/render-not-found.tsx';
export { cssPath, portalCss } from './style/portal-css.ts';
export { type LogState, renderVerify } from './verify/render-verify.tsx';
