import { derivationStyle, tokens } from '@zhaozhang/kit';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { lazy, type ReactNode, Suspense } from 'react';
import { Frame } from './frame/frame.tsx';
import { Boundary } from './parts/boundary.tsx';
import { Loading } from './parts/loading.tsx';
import { hrefOf, type Route } from './route/route.ts';
import { useRoute } from './route/use-route.ts';
import { Gate } from './session/gate.tsx';
import { theme } from './theme.ts';

dayjs.locale('zh-cn');

const WorklistPage = lazy(() =>
  import('./pages/worklist.tsx').then((page) => ({ default: page.WorklistPage })),
);
const MessagesPage = lazy(() =>
  import('./pages/messages.tsx').then((page) => ({ default: page.MessagesPage })),
);
const CasesPage = lazy(() => import('./pages/cases.tsx').then((page) => ({ default: page.CasesPage })));
const CasePage = lazy(() => import('./pages/case.tsx').then((page) => ({ default: page.CasePage })));
const NewCasePage = lazy(() =>
  import('./pages/new-case.tsx').then((page) => ({ default: page.NewCasePage })),
);
const BatchPage = lazy(() => import('./batch/batch-page.tsx').then((page) => ({ default: page.BatchPage })));
const RegisterManyPage = lazy(() =>
  import('./batch/register-page.tsx').then((page) => ({ default: page.RegisterManyPage })),
);
const AgencyPage = lazy(() => import('./agency/agency.tsx').then((page) => ({ default: page.AgencyPage })));
const InspectionsPage = lazy(() =>
  import('./inspections/inspections.tsx').then((page) => ({ default: page.InspectionsPage })),
);
const ItemsPage = lazy(() => import('./agency/items.tsx').then((page) => ({ default: page.ItemsPage })));
const AccountPage = lazy(() =>
  import('./account/account.tsx').then((page) => ({ default: page.AccountPage })),
);
const AccountsPage = lazy(() =>
  import('./accounts/accounts.tsx').then((page) => ({ default: page.AccountsPage })),
);
const LawPage = lazy(() => import('./law/law.tsx').then((page) => ({ default: page.LawPage })));
const ComparisonPage = lazy(() =>
  import('./law/comparison.tsx').then((page) => ({ default: page.ComparisonPage })),
);
const BindingPage = lazy(() => import('./law/binding.tsx').then((page) => ({ default: page.BindingPage })));
const OwnLawPage = lazy(() => import('./law/own.tsx').then((page) => ({ default: page.OwnLawPage })));
const ClausePage = lazy(() => import('./law/clause-page.tsx').then((page) => ({ default: page.ClausePage })));
const ParamsPage = lazy(() => import('./law/params.tsx').then((page) => ({ default: page.ParamsPage })));
const CalendarPage = lazy(() =>
  import('./law/calendar.tsx').then((page) => ({ default: page.CalendarPage })),
);

/** The officers' application. */
export function App(): ReactNode {
  return (
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      <style>{tokens + derivationStyle}</style>
      <Boundary>
        <Gate>
          <Pages />
        </Gate>
      </Boundary>
    </ConfigProvider>
  );
}

function Pages(): ReactNode {
  const route = useRoute();
  return (
    <Frame at={route.page} place={placeOf(route)}>
      <Boundary key={'id' in route ? `${route.page} ${route.id}` : route.page}>
        <Suspense fallback={<Loading what="页面" />}>{pageOf(route)}</Suspense>
      </Boundary>
    </Frame>
  );
}

/** Filters and opened entries stay in place; another page, case or form begins at its top. */
function placeOf(route: Route): string {
  if (route.page === 'law-clause') return `clause ${route.id}`;
  if (route.page === 'new-case') return `new ${route.act ?? ''}`;
  if (route.page === 'agency') return `agency ${route.act ?? ''}`;
  if (route.page === 'inspections') return `inspections ${route.act ?? ''} ${route.draw ?? ''}`;
  if (route.page === 'accounts') return `accounts ${route.opening === true}`;
  return route.page === 'case' ? `case ${route.id} ${route.act ?? ''}` : route.page;
}

function pageOf(route: Route): ReactNode {
  switch (route.page) {
    case 'worklist':
      return <WorklistPage />;
    case 'messages':
      return <MessagesPage />;
    case 'cases':
      return <CasesPage filter={route} />;
    case 'new-case':
      return <NewCasePage key={route.act} act={route.act} />;
    case 'batch':
      return <BatchPage key={route.id} id={route.id} />;
    case 'register-many':
      return <RegisterManyPage key={route.id} id={route.id} />;
    case 'case':
      return <CasePage key={route.id} route={route} />;
    case 'agency':
      return <AgencyPage act={route.act} of={route.of} done={route.done} />;
    case 'inspections':
      return <InspectionsPage act={route.act} done={route.done} draw={route.draw} />;
    case 'agency-items':
      return <ItemsPage done={route.done} />;
    case 'account':
      return <AccountPage />;
    case 'accounts':
      return <AccountsPage opening={route.opening === true} />;
    case 'law':
      return <LawPage text={route.text ?? ''} />;
    case 'law-clause':
      return <ClausePage id={route.id} />;
    case 'law-params':
      return <ParamsPage />;
    case 'law-comparison':
      return <ComparisonPage packs={route.packs ?? []} />;
    case 'law-binding':
      return <BindingPage />;
    case 'law-own':
      return <OwnLawPage />;
    case 'law-calendar':
      return <CalendarPage year={route.year} entering={route.entering === true} />;
    // Whoever is signed in needs neither.
    case 'first':
    case 'code':
    case 'lost':
      return (
        <section className="notice">
          <h1>没有这一页</h1>
          <p>
            地址可能不完整。<a href={hrefOf({ page: 'worklist' })}>回到待办</a>
          </p>
        </section>
      );
  }
}
