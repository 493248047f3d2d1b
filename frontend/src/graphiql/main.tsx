import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { ask } from './ask';
import { firstQueries } from './firstQueries';

createRoot(document.getElementById('root')!).render(
  <GraphiQL fetcher={ask} defaultQuery={firstQueries} shouldPersistHeaders={false}>
    <GraphiQL.Logo>
      <a href="/integrators" className="graphiql-logo-link">
        ← Bureau 教育局
      </a>
    </GraphiQL.Logo>
  </GraphiQL>,
);
