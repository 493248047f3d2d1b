import { askFirst } from './api/first';

// Runs before the console does, which is larger: what it will want is on its way by then.
if (!location.pathname.startsWith('/sign-in')) {
  askFirst();
  if (/^\/registers\/[^/]+$/.test(location.pathname)) void import('./screens/list/ListScreen');
}
