import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import './style/frame.css';
import './style/parts.css';
import './style/pages.css';
import './style/case.css';
import './style/form.css';
import './style/batch.css';
import './style/account.css';
import './style/inspections.css';
import './style/print.css';

const place = document.getElementById('root');
if (place !== null) createRoot(place).render(<App />);
